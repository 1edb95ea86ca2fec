import { isPlainObject, canonicalJson } from '@joinery/core'
import type { ChangeKind } from './change.ts'
import { conditionWords, type Labels } from './condition-words.ts'
import { isSame, listOf, member, type Data } from './data.ts'

/** One side of a comparison. */
export interface Side {
  readonly condition: unknown
  /** The conditions that it may refer to by name. */
  readonly named: Data
  readonly labels: Labels
}

/** One difference between two conditions. */
export interface ConditionChange {
  readonly kind: Extract<ChangeKind, 'threshold' | 'condition' | 'rewritten'>
  readonly from: unknown
  readonly to: unknown
  readonly words: string
  /** JSON pointer to the part, below the condition; the empty text for all of it. */
  readonly within: string
}

/**
 * What has changed in a condition: parts that differ in their values alone are thresholds; of the rest, what is asked no
 * longer and what is asked now. Named conditions are compared where they stand, not where they are used.
 */
export function diffConditions(before: Side, after: Side): ConditionChange[] {
  if (isSame(before.condition, after.condition)) return []
  const said = (side: Side, condition: unknown) => conditionWords(condition, side.labels)
  const whole = { kind: 'condition', from: before.condition, to: after.condition, within: '' } as const
  if (before.condition === undefined)
    return [{ ...whole, words: `now read from the record: ${said(after, after.condition)}` }]
  if (after.condition === undefined)
    return [{ ...whole, words: `only answered now; it was read from the record: ${said(before, before.condition)}` }]
  const [old, fresh] = withoutCommon(partsOf(bare(before)), partsOf(bare(after)))
  if (old.length === 0 && fresh.length === 0)
    return [{ ...whole, kind: 'rewritten', words: 'written differently; it asks the same' }]
  const { pairs, gone, come } = pairUp(old, fresh)
  const thresholds = pairs.map(([from, to]): ConditionChange => {
    const values = valuesOf(from).map((value, index) => [value, valuesOf(to)[index]] as const)
    const changed = values.filter(([left, right]) => !isSame(left, right))
    const [value, other] = changed.length === 1 ? changed[0]! : [from, to]
    const words = `${said(before, from)} → ${said(after, to)}`
    return { kind: 'threshold', from: value, to: other, words, within: placeIn(after, to) }
  })
  if (gone.length === 0 && come.length === 0) return thresholds
  const words = [
    ...(gone.length > 0 ? [`no longer asks: ${gone.map((part) => said(before, part)).join('; ')}`] : []),
    ...(come.length > 0 ? [`now asks: ${come.map((part) => said(after, part)).join('; ')}`] : []),
  ]
  return [...thresholds, { ...whole, words: words.join('. ') }]
}

/** A condition with its named ones put in, and without what only labels it. Two that are the same here ask the same. */
function bare({ condition, named }: Omit<Side, 'labels'>, depth = 0): unknown {
  if (Array.isArray(condition)) return condition.map((inner: unknown) => bare({ condition: inner, named }, depth + 1))
  if (!isPlainObject(condition) || depth > 64) return condition
  const name = member(condition, 'condition')
  if (typeof name === 'string') return bare({ condition: member(named, name), named }, depth + 1)
  const entries = Object.entries(condition).filter(([key]) => key !== 'name' && key !== 'priority')
  return Object.fromEntries(entries.map(([key, inner]) => [key, bare({ condition: inner, named }, depth + 1)]))
}

function partsOf(condition: unknown): readonly unknown[] {
  const all = member(condition, 'all')
  return Array.isArray(all) ? all : [condition]
}

/** Where a part stands in the condition as it is written. */
function placeIn({ condition, named }: Side, part: unknown): string {
  const all = member(condition, 'all')
  if (!Array.isArray(all)) return ''
  const index = all.findIndex((written: unknown) => isSame(bare({ condition: written, named }), part))
  return index < 0 ? '' : `/all/${index}`
}

/** What only one of two lists holds; what is there twice counts twice. */
function withoutCommon(before: readonly unknown[], after: readonly unknown[]): [unknown[], unknown[]] {
  const left = after.map((part) => canonicalJson(part))
  const gone = before.filter((part) => {
    const at = left.indexOf(canonicalJson(part))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const come = after.filter((part) => {
    const at = left.indexOf(canonicalJson(part))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return [gone, come]
}

/** Finds the parts that differ in their values alone. */
function pairUp(before: readonly unknown[], after: readonly unknown[]) {
  const come = after.map((part) => ({ part, key: canonicalJson(skeleton(part)) }))
  const pairs: [unknown, unknown][] = []
  const gone = before.filter((part) => {
    const key = canonicalJson(skeleton(part))
    const at = come.findIndex((other) => other.key === key)
    if (at >= 0) pairs.push([part, come.splice(at, 1)[0]!.part])
    return at < 0
  })
  return { pairs, gone, come: come.map(({ part }) => part) }
}

/** A condition without the values that it compares with. */
function skeleton(condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map(skeleton)
  if (!isPlainObject(condition)) return condition
  return Object.fromEntries(
    Object.entries(condition).map(([key, inner]) => [
      key,
      key === 'value' && !isPlainObject(inner) ? kindOf(inner) : skeleton(inner),
    ]),
  )
}

/** The values that a condition compares with, in its order. */
function valuesOf(condition: unknown): unknown[] {
  if (Array.isArray(condition)) return condition.flatMap(valuesOf)
  if (!isPlainObject(condition)) return []
  return Object.entries(condition).flatMap(([key, inner]) =>
    key === 'value' && !isPlainObject(inner) ? [inner] : valuesOf(inner),
  )
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

/** The names that a condition refers to, through others too. */
export function namesIn(condition: unknown, named: Data, seen = new Set<string>()): ReadonlySet<string> {
  const name = member(condition, 'condition')
  if (typeof name === 'string' && !seen.has(name)) {
    seen.add(name)
    namesIn(member(named, name), named, seen)
  }
  const inner = Array.isArray(condition) ? listOf(condition) : isPlainObject(condition) ? Object.values(condition) : []
  for (const value of inner) namesIn(value, named, seen)
  return seen
}
