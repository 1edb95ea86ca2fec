import { isPlainObject } from '@joinery/core'

/** One small change of a condition. */
export interface ConditionMutant {
  /** Where the change is, below the condition. */
  readonly pointer: string
  readonly what: string
  readonly condition: unknown
}

type Data = Readonly<Record<string, unknown>>
type Rebuild = (changed: unknown) => unknown

/** Every small change of a condition: each part is changed by itself, the rest stays. */
export function conditionMutants(condition: unknown): ConditionMutant[] {
  return mutantsAt(condition, '', (changed) => changed)
}

function mutantsAt(value: unknown, pointer: string, rebuild: Rebuild): ConditionMutant[] {
  if (!isPlainObject(value)) return []
  const inside = (key: string, inner: Rebuild = (changed) => changed): ConditionMutant[] =>
    mutantsAt(value[key], `${pointer}/${key}`, (changed) => rebuild({ ...value, [key]: inner(changed) }))
  for (const join of ['all', 'any'] as const)
    if (Array.isArray(value[join])) return groupMutants({ value, join, branches: value[join] }, pointer, rebuild)
  if (value['not'] !== undefined)
    return [{ pointer, what: '"not" left out', condition: rebuild(value['not']) }, ...inside('not')]
  if (typeof value['fact'] !== 'string') return []
  return [...testMutants(value, pointer, rebuild), ...paramMutants(value, pointer, rebuild)]
}

interface Group {
  readonly value: Data
  readonly join: 'all' | 'any'
  readonly branches: readonly unknown[]
}

function groupMutants({ value, join, branches }: Group, pointer: string, rebuild: Rebuild): ConditionMutant[] {
  const other = join === 'all' ? 'any' : 'all'
  const { [join]: _branches, ...rest } = value
  const isOne = branches.length < 2
  const swapped = { pointer, what: `"${join}" for "${other}"`, condition: rebuild({ ...rest, [other]: branches }) }
  return [
    ...(isOne ? [] : [swapped]),
    ...branches.flatMap((branch, index) => {
      const at = `${pointer}/${join}/${index}`
      const without = branches.filter((_, place) => place !== index)
      const dropped = { pointer: at, what: 'this part left out', condition: rebuild({ ...value, [join]: without }) }
      const replaced: Rebuild = (changed) => rebuild({ ...value, [join]: branches.with(index, changed) })
      return [...(isOne ? [] : [dropped]), ...mutantsAt(branch, at, replaced)]
    }),
  ]
}

const opposites: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
}

function testMutants(test: Data, pointer: string, rebuild: Rebuild): ConditionMutant[] {
  const { operator, value } = test
  if (typeof operator !== 'string') return []
  const opposite = Object.hasOwn(opposites, operator) ? opposites[operator]! : undefined
  const flipped =
    opposite === undefined
      ? { pointer, what: `not "${operator}"`, condition: rebuild({ not: test }) }
      : {
          pointer: `${pointer}/operator`,
          what: `"${operator}" for "${opposite}"`,
          condition: rebuild({ ...test, operator: opposite }),
        }
  return [
    flipped,
    ...thresholdsNear(value).map((near) => ({
      pointer: `${pointer}/value`,
      what: `${String(value)} → ${near}`,
      condition: rebuild({ ...test, value: near }),
    })),
  ]
}

/** A little more and a little less: one for small whole numbers, half the way to all for shares, a fifth for others. */
export function thresholdsNear(value: unknown): number[] {
  if (typeof value !== 'number') return []
  if (Number.isInteger(value) && Math.abs(value) < 10) return value === 0 ? [1] : [value - 1, value + 1]
  // a share stays a share
  if (value > 0 && value < 1) return [Number((value * 0.8).toFixed(4)), Number(((value + 1) / 2).toFixed(4))]
  const round = Number.isInteger(value) ? Math.round : (number: number) => Number(number.toFixed(4))
  return [round(value * 0.8), round(value * 1.2)]
}

/** What list facts ask of their items. */
function paramMutants(test: Data, pointer: string, rebuild: Rebuild): ConditionMutant[] {
  const { params } = test
  if (!isPlainObject(params)) return []
  return (['where', 'that'] as const).flatMap((key) => {
    const inner = params[key]
    if (inner === undefined) return []
    const at = `${pointer}/params/${key}`
    const { [key]: _inner, ...others } = params
    const dropped = { pointer: at, what: `"${key}" left out`, condition: rebuild({ ...test, params: others }) }
    const replaced: Rebuild = (changed) => rebuild({ ...test, params: { ...params, [key]: changed } })
    const changed = mutantsAt(inner, at, replaced)
    return key === 'where' ? [dropped].concat(changed) : changed
  })
}
