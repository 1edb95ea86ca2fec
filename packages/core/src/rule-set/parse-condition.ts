import { didYouMean, isFull, shown, type Spot } from '../fault.ts'
import { baseOperators, decoratorNames, findOperator, type Operator } from '../operators/operator.ts'
import { isPlainObject, isScalar } from '../schema/shape-limits.ts'
import { refuseUnknownKeys, type ConditionScope } from './condition-scope.ts'
import { parseReading } from './parse-reading.ts'
import type { Operand, Tree } from './tree.ts'

/** How much a rule set may ask for; beyond it a document is refused, not evaluated slowly. */
const deepestCondition = 32
const mostParts = 20_000
const mostPartsTogether = 200_000

/** Reads one condition tree; reports every fault, and gives undefined where the tree cannot be used. */
export function parseCondition(value: unknown, scope: ConditionScope, spot: Spot): Tree | undefined {
  if (isFull(spot.faults)) return undefined
  const [count, total] = [scope.count ?? { nodes: 0 }, scope.total ?? { nodes: 0 }]
  const counted = { ...scope, depth: (scope.depth ?? 0) + 1, count, total }
  const { say } = spot
  count.nodes++
  total.nodes++
  if (counted.depth > deepestCondition)
    return say('too-deep', undefined, `conditions are nested deeper than ${deepestCondition} levels`)
  if (count.nodes > mostParts) return say('too-many', undefined, `the condition has more than ${mostParts} parts`)
  if (total.nodes > mostPartsTogether)
    return say(
      'too-many',
      undefined,
      `the conditions of this rule set have more than ${mostPartsTogether} parts together`,
    )
  if (!isPlainObject(value))
    return say(
      'wrong-type',
      value,
      `${shown(value)} should be a condition: an object with all, any, not, condition or fact`,
    )
  const kinds = kindsOfCondition.filter((kind) => Object.hasOwn(value, kind))
  if (kinds.length !== 1) return say('not-allowed', undefined, kindFault(kinds, value))
  const kind = kinds[0]!
  refuseUnknownKeys(value, [...(kind === 'fact' ? keysOfTest : [kind]), 'name', 'priority'], spot)
  if (kind === 'fact') return parseTest(value, counted, spot)
  if (kind === 'condition') return parseReference(value['condition'], counted, spot)
  if (kind === 'not') {
    const of = parseCondition(value['not'], counted, spot.at('not'))
    return of === undefined ? undefined : { is: 'not', of }
  }
  return parseBranches(kind, value[kind], { scope: counted, spot: spot.at(kind) })
}

const kindsOfCondition = ['all', 'any', 'not', 'condition', 'fact'] as const
const keysOfReading = ['fact', 'params', 'path'] as const
const keysOfTest = [...keysOfReading, 'operator', 'value'] as const

function kindFault(kinds: readonly string[], value: Record<string, unknown>): string {
  if (kinds.length > 1)
    return `a condition has exactly one of all, any, not, condition and fact; this one has ${kinds.join(' and ')}`
  const hint =
    Object.keys(value)
      .map((key) => didYouMean(key, kindsOfCondition))
      .find((found) => found !== '') ?? ''
  return `a condition needs one of all, any, not, condition and fact${hint}`
}

function parseBranches(
  kind: 'all' | 'any',
  value: unknown,
  { scope, spot }: { scope: ConditionScope; spot: Spot },
): Tree | undefined {
  const { say } = spot
  if (!Array.isArray(value)) return say('wrong-type', value, `"${kind}" should be a list of conditions`)
  if (value.length === 0)
    return say(
      'missing',
      value,
      `"${kind}" is empty; an empty list is always true in json-rules-engine, so say what is meant`,
    )
  if (value.length > 200)
    return say('too-many', undefined, `"${kind}" has ${value.length} conditions; at most 200 are allowed`)
  const of = value.map((branch, index) => parseCondition(branch, scope, spot.at(index)))
  return of.every((branch) => branch !== undefined) ? { is: kind, of } : undefined
}

function parseReference(name: unknown, scope: ConditionScope, spot: Spot): Tree | undefined {
  const { say } = spot.at('condition')
  if (typeof name !== 'string') return say('wrong-type', name, `${shown(name)} should be the name of a condition`)
  if (!Object.hasOwn(scope.named, name))
    return say(
      'unknown-condition',
      name,
      `the rule set declares no condition "${name}"${didYouMean(name, Object.keys(scope.named))}`,
    )
  const expanding = scope.expanding ?? []
  if (expanding.includes(name))
    return say('circular', name, `the condition "${name}" refers to itself: ${[...expanding, name].join(' → ')}`)
  return parseCondition(scope.named[name], { ...scope, expanding: [...expanding, name] }, spot.at('condition'))
}

function parseTest(value: Record<string, unknown>, scope: ConditionScope, spot: Spot): Tree | undefined {
  const left = parseReading(value, scope, spot)
  if (left?.is === 'fact' && scope.catalogue.limitOf(left.id) !== undefined)
    return spot.at('fact').say('not-allowed', left.id, limitFault)
  const operator = parseOperator(value['operator'], scope, spot.at('operator'))
  if (!Object.hasOwn(value, 'value'))
    return spot.at('value').say('missing', undefined, '"value" is missing: what the fact is compared with')
  const right = parseOperand(value['value'], scope, spot.at('value'))
  if (left === undefined || operator === undefined || right === undefined) return undefined
  const wrong = wrongValue(operator, right, scope)
  if (wrong !== undefined) return spot.at('value').say('wrong-type', value['value'], wrong)
  return { is: 'test', left, operator: operator.name, right }
}

const limitFault = 'this is a limit of the rule set; a rule compares with it, as { "value": { "fact": … } }'

function parseOperator(name: unknown, scope: ConditionScope, spot: Spot): Operator | undefined {
  const { say } = spot
  if (typeof name !== 'string')
    return say(name === undefined ? 'missing' : 'wrong-type', name, `"operator" should be the name of an operator`)
  const operator = findOperator(name, scope.operators)
  if (operator !== undefined) return operator
  const known = [...baseOperators, ...(scope.operators?.keys() ?? [])]
  const bad = name
    .split(':')
    .find(
      (word, index, words) =>
        !(index === words.length - 1 ? known : (decoratorNames as readonly string[])).includes(word),
    )
  // an operator of a plugin that is not at hand is no typing mistake
  const [plugin, ofPlugin] = (bad ?? name).split('/')
  const load = ofPlugin === undefined ? '' : `; load the plugin "${plugin}" that brings it`
  const hint = didYouMean(bad ?? name, [...known, ...decoratorNames]) || load
  return say('unknown-operator', name, `unknown operator "${name}"${hint || `; known operators: ${known.join(', ')}`}`)
}

function parseOperand(value: unknown, scope: ConditionScope, spot: Spot): Operand | undefined {
  if (isPlainObject(value)) {
    refuseUnknownKeys(value, keysOfReading, spot)
    const limit = scope.catalogue.limitOf(value['fact'] as string)
    return limit === undefined ? parseReading(value, scope, spot) : { is: 'literal', value: limit }
  }
  if (Array.isArray(value) && value.length > 1_000)
    return spot.say('too-many', undefined, `this list has ${value.length} values; at most 1000 are allowed`)
  const items: unknown[] = Array.isArray(value) ? value : [value]
  if (!items.every(isScalar))
    return spot.say(
      'wrong-type',
      value,
      'a value should be text, a number, true, false, null, a list of these, or { "fact": … }',
    )
  return { is: 'literal', value: value as (typeof items)[number] & string }
}

/** Operand types are checked here, so that no rule can throw while it runs. */
function wrongValue(operator: Operator, right: Operand, { operators }: ConditionScope): string | undefined {
  if (right.is !== 'literal' || operator.decorators.includes('swap')) return undefined
  const isList = Array.isArray(right.value)
  const wantsList = operator.decorators.some((word) => word === 'someValue' || word === 'everyValue')
  if (wantsList && !isList) return `"${operator.name}" compares with a list of values`
  if (wantsList) return undefined
  switch (operator.base) {
    case 'in':
    case 'notIn':
      return isList ? undefined : `"${operator.name}" compares with a list of values, for example ["key", "important"]`
    case 'given':
    case 'inFuture':
      return right.value === true
        ? undefined
        : `"${operator.base}" compares with true; put "not" around it to say the opposite`
    case 'withinDays':
    case 'withinNextDays':
      return typeof right.value === 'number' && right.value >= 0
        ? undefined
        : `"${operator.base}" compares with a number of days`
    default:
      return operators?.has(operator.base)
        ? operators.get(operator.base)!.wrongValue(right.value)
        : isList
          ? `"${operator.name}" compares with one value, not with a list`
          : undefined
  }
}
