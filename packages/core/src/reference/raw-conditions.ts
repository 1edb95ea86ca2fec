/** A condition as json-rules-engine takes it and hands it back: the document's own format plus what a run fills in. */
export interface RawCondition {
  all?: RawCondition[]
  any?: RawCondition[]
  not?: RawCondition
  condition?: string
  fact?: string
  params?: RawParams
  path?: string
  operator?: string
  value?: unknown
  priority?: number
  result?: unknown
  factResult?: unknown
  valueResult?: unknown
}

export interface RawParams {
  of: string
  where?: RawCondition
  that?: RawCondition
  field?: string
}

/**
 * A copy for the engine to own: it mutates what it is given. Priorities are left out, because they only order evaluation and
 * would keep conditions behind a decisive one from being evaluated and explained.
 */
export function ownCopy(condition: unknown): RawCondition {
  return JSON.parse(
    JSON.stringify(condition, (key, value: unknown) => (key === 'priority' ? undefined : value)),
  ) as RawCondition
}

/** The engine wants a boolean node or a reference at the root of a rule. */
export function asRoot(condition: RawCondition): RawCondition {
  return condition.fact === undefined ? condition : { all: [condition] }
}

/** Every comparison in a condition, in the order in which it is written; references are followed. */
export function leavesOf(condition: RawCondition, named: Readonly<Record<string, RawCondition>> = {}): RawCondition[] {
  if (condition.not !== undefined) return leavesOf(condition.not, named)
  const branches = condition.all ?? condition.any
  if (branches !== undefined) return branches.flatMap((branch) => leavesOf(branch, named))
  if (condition.condition !== undefined && condition.fact === undefined)
    return leavesOf(named[condition.condition]!, named)
  return [condition]
}

/** The fact on the value side of a comparison, if there is one. */
export function valueFact(leaf: RawCondition): RawCondition | undefined {
  const { value } = leaf
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact')
    ? (value as RawCondition)
    : undefined
}
