import { isPlainObject, pointerOf } from '@joinery/core'
import type { RuleChange } from './change.ts'
import { valueWords } from './condition-words.ts'
import { isSame, listOf, member, type Data } from './data.ts'
import { diffConditions, type Side } from './diff-conditions.ts'
import { unknownField, type Fields, type Spec } from './specs.ts'

/** Two sides of one thing, and what belongs to it in words. */
export interface Pair {
  readonly of: RuleChange['of']
  readonly id: string
  readonly before: Data
  readonly after: Data
  /** Where it stands after the change. */
  readonly path: string
  /** What conditions refer to and are called, on both sides. */
  readonly sides: readonly [Omit<Side, 'condition'>, Omit<Side, 'condition'>]
}

/** The differences between two versions of one part, field by field. */
export function diffFields(pair: Pair, fields: Fields): RuleChange[] {
  const names = new Set([...Object.keys(pair.before), ...Object.keys(pair.after)])
  return [...names].flatMap((name) => {
    const [from, to] = [member(pair.before, name), member(pair.after, name)]
    if (isSame(from, to) && (from === undefined) === (to === undefined)) return []
    const spec = Object.hasOwn(fields, name) ? fields[name]! : unknownField
    return diffField(pair, { spec, field: name, path: `${pair.path}${pointerOf(name)}`, from, to })
  })
}

interface Field {
  readonly spec: Spec
  /** Steps with dots, for people. */
  readonly field: string
  readonly path: string
  readonly from: unknown
  readonly to: unknown
}

function diffField(pair: Pair, at: Field): RuleChange[] {
  const { spec, field, from, to } = at
  const change = (rest: Pick<RuleChange, 'kind' | 'bump' | 'words'>): RuleChange => changeOf(pair, at, rest)
  switch (spec.is) {
    case 'skipped':
      return []
    case 'text':
      return [change({ kind: 'reworded', bump: 'patch', words: `${field}: “${textOf(from)}” → “${textOf(to)}”` })]
    case 'value':
      if (isSame(from ?? spec.usual, to ?? spec.usual))
        return [change({ kind: 'rewritten', bump: 'patch', words: `${field}: says what was meant before` })]
      return [change({ kind: spec.kind, bump: spec.bump, words: fromTo(field, from ?? spec.usual, to ?? spec.usual) })]
    case 'set':
      return [setChange(at, change)]
    case 'condition':
      return conditionChanges(pair, at)
    case 'map':
      return inside(at).map(([name, inner]) => {
        const words = fromTo(inner.field, inner.from, inner.to)
        return changeOf(pair, inner, { kind: 'changed', bump: 'minor', words: words || name })
      })
    case 'items':
      return itemChanges(pair, at, spec)
  }
}

function changeOf(
  { of, id }: Pair,
  { field, from, to, path }: Omit<Field, 'spec'>,
  rest: Pick<RuleChange, 'kind' | 'bump' | 'words'>,
): RuleChange {
  return { of, id, field, from, to, path, ...rest }
}

function setChange(
  { field, from, to }: Field,
  change: (rest: Pick<RuleChange, 'kind' | 'bump' | 'words'>) => RuleChange,
) {
  const [old, fresh] = [listOf(from).map(String), listOf(to).map(String)]
  const gone = old.filter((item) => !fresh.includes(item))
  const come = fresh.filter((item) => !old.includes(item))
  const isWhole = from === undefined || to === undefined
  if (gone.length === 0 && come.length === 0 && !isWhole)
    return change({ kind: 'rewritten', bump: 'patch', words: `${field}: the same in another order` })
  const words = [
    ...(come.length > 0 ? [`now with ${valueWords(come)}`] : []),
    ...(gone.length > 0 ? [`without ${valueWords(gone)}`] : []),
    ...(isWhole ? [from === undefined ? 'it was not limited before' : 'it is not limited now'] : []),
  ]
  return change({ kind: 'changed', bump: 'minor', words: `${field}: ${words.join(', ')}` })
}

function conditionChanges(pair: Pair, { field, path, from, to }: Field): RuleChange[] {
  const [before, after] = pair.sides
  return diffConditions({ ...before, condition: from }, { ...after, condition: to }).map((found) =>
    changeOf(
      pair,
      { field, path: `${path}${found.within}`, from: found.from, to: found.to },
      { kind: found.kind, bump: found.kind === 'rewritten' ? 'patch' : 'minor', words: found.words },
    ),
  )
}

/** The members of a map that differ. */
function inside({ field, path, from, to, spec }: Field): [string, Field][] {
  const names = new Set([from, to].flatMap((side) => (isPlainObject(side) ? Object.keys(side) : [])))
  return [...names].flatMap((name): [string, Field][] => {
    const [old, fresh] = [member(from, name), member(to, name)]
    if (isSame(old, fresh)) return []
    return [[name, { spec, field: `${field}.${name}`, path: `${path}${pointerOf(name)}`, from: old, to: fresh }]]
  })
}

function itemChanges(pair: Pair, at: Field, spec: Extract<Spec, { is: 'items' }>): RuleChange[] {
  const byKey = (side: unknown) =>
    new Map(
      listOf(side).flatMap((value, index) =>
        isPlainObject(value) ? [[String(member(value, spec.key)), { value, index }]] : [],
      ),
    )
  const [old, fresh] = [byKey(at.from), byKey(at.to)]
  const changes = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): RuleChange[] => {
    const [before, after] = [old.get(key), fresh.get(key)]
    const inner = { spec, field: `${at.field}.${key}`, path: `${at.path}/${(after ?? before)!.index}` }
    const side = { ...inner, from: before?.value, to: after?.value }
    if (before === undefined)
      return [changeOf(pair, side, { kind: 'added', bump: 'minor', words: `${inner.field}: new` })]
    if (after === undefined)
      return [changeOf(pair, side, { kind: 'removed', bump: spec.removed, words: `${inner.field}: gone` })]
    const found = diffFields({ ...pair, before: before.value, after: after.value, path: inner.path }, spec.fields)
    return found.map((change) => insideItem(inner.field, change))
  })
  if (changes.length > 0) return changes
  return [changeOf(pair, at, { kind: 'reordered', bump: 'minor', words: `${at.field}: in another order` })]
}

function insideItem(item: string, change: RuleChange): RuleChange {
  return { ...change, field: `${item}.${change.field ?? ''}`, words: `${item}: ${change.words}` }
}

function fromTo(field: string, from: unknown, to: unknown): string {
  return `${field}: ${valueWords(from)} → ${valueWords(to)}`
}

function textOf(value: unknown): string {
  return valueWords(value)
}
