import { didYouMean, pointerOf } from '@joinery/core'
import { conditionHeaders, conditionKinds, ownersOf, type ConditionHeader } from './condition-rows.ts'
import { rowsOf, type Reading, type Row, type SheetFault } from './decode-table.ts'
import { readLiteral } from './literals.ts'
import type { Sheet } from '@joinery/workbook'
import { putAt, type Data } from './paths.ts'

/** The steps of one condition, by their number in its tree. */
interface Tree {
  readonly rule: string
  readonly steps: ReadonlyMap<string, Row>
  /** The steps right below each step, in their order. */
  readonly below: ReadonlyMap<string, readonly string[]>
  readonly reading: Reading
  readonly used: Set<string>
}

/** Reads the sheet of conditions: its rows, by rule and step, make the trees. */
export function readConditions(sheet: Sheet | undefined, reading: Reading): void {
  if (sheet === undefined) return
  const rules = new Map<string, Row[]>()
  for (const row of rowsOf(sheet, conditionHeaders, reading).rows) {
    if (row.cells.size === 0) continue
    const rule = textIn(row, 'Rule')
    if (rule === undefined)
      report(reading, row, 'Rule', {
        code: 'missing',
        message: 'say whose condition this is: the id of an indicator, for example',
      })
    else rules.set(rule, [...(rules.get(rule) ?? []), row])
  }
  for (const [rule, rows] of rules) readRule(rule, rows, reading)
}

function readRule(rule: string, rows: readonly Row[], reading: Reading): void {
  const at = placeOf(rule, reading)
  if (at === undefined) {
    const known = ownersOf(reading.document).map((owner) => owner.rule)
    const hint =
      didYouMean(rule, known) || '; write the id of an indicator, or "change: ID", "applies: ID", "named: NAME"'
    report(reading, rows[0]!, 'Rule', { code: 'unknown-id', value: rule, message: `there is no rule "${rule}"${hint}` })
    return
  }
  const tree = treeOf(rule, rows, reading)
  if (!tree.steps.has('1')) {
    report(reading, rows[0]!, 'Step', {
      code: 'missing',
      message: `"${rule}" has no step 1, which is the whole condition`,
    })
    return
  }
  const condition = nodeAt(tree, '1', at)
  for (const [step, row] of tree.steps)
    if (!tree.used.has(step))
      report(reading, row, 'Step', { code: 'unknown-id', value: step, message: orphan(tree, step) })
  if (!putAt(reading.document, at, condition))
    report(reading, rows[0]!, 'Rule', {
      code: 'dangerous-key',
      value: rule,
      message: 'this name is not allowed; choose another',
    })
}

function placeOf(rule: string, { document }: Reading): readonly (string | number)[] | undefined {
  if (rule.startsWith('named: ')) return ['conditions', rule.slice('named: '.length)]
  return ownersOf(document).find((owner) => owner.rule === rule)?.at
}

function orphan({ steps }: Tree, step: string): string {
  const above = step.slice(0, Math.max(0, step.lastIndexOf('.')))
  return steps.has(above)
    ? `step ${step} does not fit below step ${above}: "all" and "any" take 1, 2, 3 …, "not" takes 1 alone, a test takes "where", "that" and "value"`
    : `step ${step} hangs in the air: there is no step ${above || '1'}`
}

function treeOf(rule: string, rows: readonly Row[], reading: Reading): Tree {
  const steps = new Map<string, Row>()
  const below = new Map<string, string[]>()
  for (const row of rows) {
    const step = textIn(row, 'Step')
    if (step === undefined || !/^1(?:\.(?:[1-9]\d*|where|that|value))*$/.test(step))
      report(reading, row, 'Step', {
        code: 'bad-format',
        value: step,
        message: `${step === undefined ? 'this row has no step' : `"${step}" is no step`}; write 1 for the whole, 1.1 and 1.2 for its parts`,
      })
    else if (steps.has(step))
      report(reading, row, 'Step', {
        code: 'duplicate',
        value: step,
        message: `"${rule}" has step ${step} twice; number its steps anew`,
      })
    else {
      steps.set(step, row)
      const above = step.slice(0, Math.max(0, step.lastIndexOf('.')))
      below.set(above, [...(below.get(above) ?? []), step])
    }
  }
  for (const list of below.values()) list.sort((left, right) => lastNumber(left) - lastNumber(right))
  return { rule, steps, below, reading, used: new Set() }
}

function lastNumber(step: string): number {
  return Number(step.slice(step.lastIndexOf('.') + 1)) || 0
}

type Steps = readonly (string | number)[]

const deepest = 60

function nodeAt(tree: Tree, step: string, at: Steps): Data {
  const row = tree.steps.get(step)!
  tree.used.add(step)
  note(tree, row, at)
  const name = textIn(row, 'Name')
  const node = step.split('.').length > deepest ? {} : innerOf(tree, step, at)
  return name === undefined ? node : { ...node, name }
}

function innerOf(tree: Tree, step: string, at: Steps): Data {
  const row = tree.steps.get(step)!
  const kind = textIn(row, 'Is') ?? ''
  const parts = (tree.below.get(step) ?? []).filter((inner) => lastNumber(inner) > 0)
  switch (kind) {
    case 'all':
    case 'any':
      return { [kind]: parts.map((inner, index) => nodeAt(tree, inner, [...at, kind, index])) }
    case 'not':
      if (parts.length === 0)
        report(tree.reading, row, 'Is', { code: 'missing', message: `"not" needs one step below it: ${step}.1` })
      return parts.length === 0 ? {} : { not: nodeAt(tree, parts[0]!, [...at, 'not']) }
    case 'condition':
      note(tree, row, [...at, 'condition'], 'Fact')
      return { condition: textIn(row, 'Fact') ?? '' }
    case 'test':
      return testAt(tree, step, at)
    default: {
      const hint = didYouMean(kind, conditionKinds) || '; it is one of all, any, not, test, condition'
      report(tree.reading, row, 'Is', {
        code: 'not-allowed',
        value: kind,
        message: `${kind === '' ? 'this row does not say what it is' : `"${kind}" is no kind of step`}${hint}`,
      })
      return {}
    }
  }
}

function testAt(tree: Tree, step: string, at: Steps): Data {
  const row = tree.steps.get(step)!
  const test: Data = readAt(tree, step, at)
  const operator = textIn(row, 'Comparison')
  note(tree, row, [...at, 'operator'], 'Comparison')
  note(tree, row, [...at, 'value'], 'Value')
  if (operator !== undefined) test['operator'] = operator
  const kind = textIn(row, 'Value is')
  if (kind === 'fact') {
    const inner = `${step}.value`
    if (tree.steps.has(inner)) test['value'] = readAt(tree, inner, [...at, 'value'])
    else
      report(tree.reading, row, 'Value is', {
        code: 'missing',
        message: `the fact that it is compared with stands in step ${inner}; that row is missing`,
      })
    tree.used.add(inner)
    return test
  }
  const read = readLiteral(kind, row.cells.get('Value'))
  if ('value' in read) test['value'] = read.value
  else
    report(tree.reading, row, kind === undefined ? 'Value' : 'Value is', {
      code: 'wrong-type',
      value: row.cells.get('Value'),
      message: read.problem,
    })
  return test
}

/** Which fact a row reads, with what a list fact asks of its items. */
function readAt(tree: Tree, step: string, at: Steps): Data {
  const row = tree.steps.get(step)!
  const read: Data = {}
  const cells = [
    ['Fact', ['fact']],
    ['Of list', ['params', 'of']],
    ['Field', ['params', 'field']],
    ['Path', ['path']],
  ] as const
  for (const [header, key] of cells) {
    const value = textIn(row, header)
    note(tree, row, [...at, ...key], header)
    if (value !== undefined) putAt(read, key, value)
  }
  for (const key of ['where', 'that'] as const) {
    const inner = `${step}.${key}`
    if (tree.steps.has(inner)) putAt(read, ['params', key], nodeAt(tree, inner, [...at, 'params', key]))
  }
  return read
}

// oxlint-disable-next-line max-params -- what stands where
function note({ reading }: Tree, row: Row, at: Steps, header: ConditionHeader = 'Rule'): void {
  reading.cells.set(pointerOf(...at), row.at(header))
}

function textIn(row: Row, header: ConditionHeader): string | undefined {
  const value = row.cells.get(header)
  return value === undefined ? undefined : String(value)
}

// oxlint-disable-next-line max-params -- where, and what is wrong there
function report(
  { faults }: Reading,
  row: Row,
  header: ConditionHeader,
  fault: Omit<SheetFault, 'cell' | 'severity'>,
): void {
  faults.push({ severity: 'error', ...fault, cell: row.at(header) })
}
