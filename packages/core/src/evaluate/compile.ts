import { readFact, readField } from '../facts/read.ts'
import type { Run } from '../facts/run.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { allOf, anyOf, FALSE, notOf, TRUE, type StateCode } from '../operators/state.ts'
import { followPath } from '../rule-set/path.ts'
import type { Clause, RuleSet } from '../rule-set/rule-set.ts'
import type { Operand, Reading, Test, Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator, TestTrace } from './evaluation.ts'
import { countOf, everyOf, fieldCountOf, missing, newestOf, shareOf, type ItemTest } from './list-facts.ts'

/** The values of one evaluation: each distinct fact is read at most once. */
interface Frame {
  readonly run: Run
  readonly slots: unknown[]
}

type Reader = (frame: Frame) => unknown
type Judge = (frame: Frame) => StateCode
type ItemJudge = (frame: Frame) => ItemTest

/** A slot that has not been read yet. */
const unread: unique symbol = Symbol('unread')

interface Compilation {
  readonly slots: Map<string, number>
  readonly judges: Map<string, Judge>
}

/**
 * Turns the conditions of a rule set into closures, once. No code is generated; the result runs under the strictest content
 * security policy, keeps no state between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const compilation: Compilation = { slots: new Map(), judges: new Map() }
  const parts = ruleSet.indicators.map((indicator) => indicator.parts.map((part) => judgeOf(part, compilation)))
  const tests = ruleSet.indicators.map((indicator) =>
    indicator.parts.map((part) => testsOf(part).map((test) => tracerOf(test, compilation))),
  )
  const clauses = ruleSet.principles.flatMap((principle) => principle.clauses)
  const applies = new Map(clauses.flatMap((clause) => appliesEntry(clause, compilation)))
  return {
    evaluate: (run) => {
      const frame: Frame = { run, slots: Array.from({ length: compilation.slots.size }, () => unread) }
      return evaluationOf(frame, { parts, tests, applies })
    },
  }
}

interface Program {
  readonly parts: readonly (readonly Judge[])[]
  readonly tests: readonly (readonly (readonly Tracer[])[])[]
  readonly applies: ReadonlyMap<string, Judge>
}

function evaluationOf(frame: Frame, program: Program): Evaluation {
  const known: (readonly StateCode[])[] = []
  return {
    partsOf: (indicator) => (known[indicator] ??= program.parts[indicator]!.map((judge) => judge(frame))),
    appliesOf: (clause) => program.applies.get(clause)?.(frame) ?? TRUE,
    tracesOf: (indicator) =>
      program.tests[indicator]!.flatMap((tracers, part) => tracers.map((trace) => trace(frame, part))),
  }
}

function appliesEntry(clause: Clause, compilation: Compilation): [string, Judge][] {
  return clause.appliesWhen === undefined ? [] : [[clause.id, judgeOf(clause.appliesWhen, compilation)]]
}

/** Trees that say the same are compiled once. */
function judgeOf(tree: Tree, compilation: Compilation): Judge {
  const key = JSON.stringify(tree)
  const known = compilation.judges.get(key)
  if (known !== undefined) return known
  const judge = newJudge(tree, compilation)
  compilation.judges.set(key, judge)
  return judge
}

function newJudge(tree: Tree, compilation: Compilation): Judge {
  switch (tree.is) {
    case 'all': {
      const branches = tree.of.map((branch) => judgeOf(branch, compilation))
      return (frame) => allOf(branches.map((branch) => branch(frame)))
    }
    case 'any': {
      const branches = tree.of.map((branch) => judgeOf(branch, compilation))
      return (frame) => anyOf(branches.map((branch) => branch(frame)))
    }
    case 'not': {
      const branch = judgeOf(tree.of, compilation)
      return (frame) => notOf(branch(frame))
    }
    case 'test':
      return judgeOfTest(tree, compilation)
  }
}

function judgeOfTest(test: Test, compilation: Compilation): Judge {
  const operator = findOperator(test.operator)!
  const lifted = liftedTest(operator, operator.compare)
  const left = readerOf(test.left, compilation)
  const right = operandOf(test.right, compilation)
  return (frame) => lifted(left(frame), right(frame), frame.run)
}

function operandOf(operand: Operand, compilation: Compilation): Reader {
  if (operand.is !== 'literal') return readerOf(operand, compilation)
  const { value } = operand
  return () => value
}

/** Reads a value of the record through its slot. */
function readerOf(reading: Reading, compilation: Compilation): Reader {
  const key = JSON.stringify(reading)
  const slot = compilation.slots.get(key) ?? compilation.slots.size
  compilation.slots.set(key, slot)
  const read = newReader(reading, compilation)
  return (frame) => {
    const known = frame.slots[slot]
    return known === unread ? (frame.slots[slot] = read(frame)) : known
  }
}

function newReader(reading: Reading, compilation: Compilation): Reader {
  switch (reading.is) {
    case 'fact': {
      const { id, path } = reading
      if (path === undefined) return ({ run }) => readFact(run, id)
      return ({ run }) => readPath(readFact(run, id), path, run)
    }
    case 'recorded':
      return ({ run }) => readFact(run, reading.of) !== undefined
    case 'list':
      return listReader(reading, compilation)
    case 'field':
    case 'fieldCount':
      throw new Error(`"${reading.name}" can only be read inside an item`)
  }
}

/** As in json-rules-engine, a path applies to structured values only; any other value is given as it is. */
function readPath(value: unknown, path: NonNullable<Extract<Reading, { is: 'fact' }>['path']>, run: Run): unknown {
  return typeof value === 'object' && value !== null ? followPath(value, path, run.whole) : value
}

function listReader(reading: Extract<Reading, { is: 'list' }>, compilation: Compilation): Reader {
  const { of, field } = reading
  const where = reading.where === undefined ? undefined : itemJudgeOf(reading.where, compilation)
  const that = reading.that === undefined ? undefined : itemJudgeOf(reading.that, compilation)
  switch (reading.fact) {
    case 'count':
      return (frame) => countOf(frame.run, of, where?.(frame))
    case 'share':
      return (frame) => shareOf(frame.run, of, { where: where?.(frame), that: that!(frame) })
    case 'every':
      return (frame) => everyOf(frame.run, of, { where: where?.(frame), that: that!(frame) })
    case 'newest':
      return (frame) => newestOf(frame.run, of, field!)
  }
}

function itemJudgeOf(tree: Tree, compilation: Compilation): ItemJudge {
  if (tree.is === 'test') return itemJudgeOfTest(tree, compilation)
  if (tree.is === 'not') {
    const branch = itemJudgeOf(tree.of, compilation)
    return (frame) => {
      const judge = branch(frame)
      return (item) => notOf(judge(item))
    }
  }
  const branches = tree.of.map((branch) => itemJudgeOf(branch, compilation))
  const join = tree.is === 'all' ? allOf : anyOf
  return (frame) => {
    const judges = branches.map((branch) => branch(frame))
    return (item) => join(judges.map((judge) => judge(item)))
  }
}

function itemJudgeOfTest(test: Test, compilation: Compilation): ItemJudge {
  const operator = findOperator(test.operator)!
  const lifted = liftedTest(operator, operator.compare)
  const left = itemReaderOf(test.left, compilation)
  const right = test.right.is === 'literal' ? undefined : itemReaderOf(test.right, compilation)
  const literal = test.right.is === 'literal' ? test.right.value : undefined
  return (frame) => (item) => {
    const fact = left(frame, item)
    const value = right === undefined ? literal : right(frame, item)
    return fact === missing || value === missing ? FALSE : lifted(fact, value, frame.run)
  }
}

type ItemReader = (frame: Frame, item: unknown) => unknown

function itemReaderOf(reading: Reading, compilation: Compilation): ItemReader {
  if (reading.is === 'field') {
    const { list, name } = reading
    return (frame, item) => readField(frame.run, list, { item, field: name }) ?? missing
  }
  if (reading.is === 'fieldCount') return (_frame, item) => fieldCountOf(item, reading.name) ?? missing
  const outside = readerOf(reading, compilation)
  return (frame) => outside(frame)
}

type Tracer = (frame: Frame, part: number) => TestTrace

function tracerOf(test: Test, compilation: Compilation): Tracer {
  const judge = judgeOf(test, compilation)
  const left = readerOf(test.left, compilation)
  const right = operandOf(test.right, compilation)
  const { fact, of } = nameOf(test.left)
  return (frame, part) => ({
    part,
    fact,
    of,
    operator: test.operator,
    expected: right(frame),
    observed: left(frame),
    state: judge(frame),
  })
}

/** What a reading is called in a rule: the id of the fact, and the list it looks into. */
function nameOf(reading: Reading): { fact: string; of: string | undefined } {
  switch (reading.is) {
    case 'fact':
      return { fact: reading.id, of: undefined }
    case 'recorded':
      return { fact: 'recorded', of: reading.of }
    case 'list':
      return { fact: reading.fact, of: reading.of }
    case 'field':
    case 'fieldCount':
      return { fact: reading.name, of: reading.list }
  }
}

/** The tests of a tree, in the order in which they are written. */
function testsOf(tree: Tree): readonly Test[] {
  if (tree.is === 'test') return [tree]
  return tree.is === 'not' ? testsOf(tree.of) : tree.of.flatMap(testsOf)
}
