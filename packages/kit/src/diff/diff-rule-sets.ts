import type { RuleSet } from '@joinery/core'
import { indicatorMap } from '../migrate/indicator-map.ts'
import { rank, bumpOf, isBigEnough, versionStep } from './version-step.ts'
import type { RuleChange, RuleSetDiff } from './change.ts'
import { labelsOf } from './condition-words.ts'
import { isSame, member, type Data } from './data.ts'
import { diffFields, type Pair } from './diff-fields.ts'
import { diffNamedConditions } from './diff-named.ts'
import { diffWhole } from './diff-whole.ts'
import { partListsOf, type Part, type PartList } from './parts.ts'
import { markReused } from './reused.ts'
import { fieldsOf, namedElsewhere, type Fields } from './specs.ts'

/**
 * Everything that differs between two versions of a rule set, and how big a step of the version that asks for: major where
 * stored results or answers can no longer be compared or found, minor where scores may move or something is new, patch where
 * only words differ. Pure; two rule sets with the same hash give no changes, others at least one.
 */
export function diffRuleSets(before: RuleSet, after: RuleSet): RuleSetDiff {
  const found = before.hash === after.hash ? [] : changesBetween(before, after)
  const changes = found.toSorted((left, right) => rank(right.bump) - rank(left.bump))
  const [bump, step] = [bumpOf(changes), versionStep(before.version, after.version)]
  return {
    before: versionOf(before),
    after: versionOf(after),
    changes,
    bump,
    step,
    isBigEnough: isBigEnough(bump, step),
  }
}

function versionOf({ id, version, hash }: RuleSet) {
  return { id, version, hash }
}

function changesBetween(before: RuleSet, after: RuleSet): RuleChange[] {
  const sides: Pair['sides'] = [sideOf(before), sideOf(after)]
  const old = partListsOf(before.document)
  const lists = partListsOf(after.document).map((fresh, index) => diffList(old[index]!, fresh, sides))
  const changes = [
    ...diffWhole(before, after, sides),
    ...markReused(before, after, lists.flat()),
    ...renamedChanges(before, after, sides),
    ...diffNamedConditions(before, after, sides),
  ]
  const replaced = describeMoves(before, after, changes)
  if (replaced.length > 0 || isSame({ ...before.document, version: '' }, { ...after.document, version: '' }))
    return replaced
  const words = 'written differently; it means the same'
  return [{ kind: 'rewritten', of: 'rule-set', id: after.id, bump: 'patch', path: '', words }]
}

function sideOf(ruleSet: RuleSet) {
  return { named: (ruleSet.document.conditions ?? {}) as Data, labels: labelsOf(ruleSet) }
}

function diffList(before: PartList, after: PartList, sides: Pair['sides']): RuleChange[] {
  const [old, fresh] = [byId(before.parts), byId(after.parts)]
  const changes = [
    ...before.parts.filter(({ id }) => !fresh.has(id)).map(removal),
    ...after.parts.flatMap((part) => {
      const earlier = old.get(part.id)
      return earlier === undefined ? [addition(part)] : partChanges(earlier, part, sides)
    }),
  ]
  const kept = (parts: readonly Part[], others: ReadonlyMap<string, Part>) =>
    parts.filter(({ id }) => others.has(id)).map(({ id }) => id)
  if (!after.ordered || isSame(kept(before.parts, fresh), kept(after.parts, old))) return changes
  const words = `the ${after.of}s stand in another order`
  return [...changes, { kind: 'reordered', of: after.of, id: '', bump: 'minor', path: listPath(after), words }]
}

function listPath({ parts }: PartList): string {
  return parts[0]?.path.slice(0, parts[0].path.lastIndexOf('/')) ?? ''
}

function partChanges(before: Part, after: Part, sides: Pair['sides']): RuleChange[] {
  const fields: Fields = fieldsOf[after.of as keyof typeof fieldsOf] ?? {}
  const { of, id, path } = after
  return diffFields({ of, id, path, sides, before: before.value, after: after.value }, fields)
}

function addition({ of, id, value, path }: Part): RuleChange {
  return {
    kind: 'added',
    of,
    id,
    to: value,
    bump: of === 'layer' ? 'patch' : 'minor',
    path,
    words: `new${saying(value)}`,
  }
}

function removal({ of, id, value, path }: Part): RuleChange {
  const bump = of === 'layer' ? 'patch' : namedElsewhere.has(of) ? 'major' : 'minor'
  return { kind: 'removed', of, id, from: value, bump, path, words: `gone${saying(value)}` }
}

function saying(value: Data): string {
  const words = member(value, 'statement') ?? member(value, 'title') ?? member(value, 'label') ?? member(value, 'name')
  return typeof words === 'string' ? `: ${words}` : ''
}

/** What else has changed in an indicator that has a new name. */
function renamedChanges(before: RuleSet, after: RuleSet, sides: Pair['sides']): RuleChange[] {
  const partsOf = ({ document }: RuleSet) =>
    byId(partListsOf(document).flatMap(({ of, parts }) => (of === 'indicator' ? parts : [])))
  const [old, fresh] = [partsOf(before), partsOf(after)]
  const renamed = indicatorMap(before, after).filter(({ kind }) => kind === 'renamed')
  return renamed.flatMap(({ from, to }) => {
    const [left, right] = [old.get(from[0]!)!, fresh.get(to[0]!)!]
    const value = { ...left.value, id: to[0], formerly: right.value['formerly'] }
    return partChanges({ ...left, value }, right, sides)
  })
}

/** What became of indicators that are gone, and what the new ones take the place of. */
function describeMoves(before: RuleSet, after: RuleSet, changes: readonly RuleChange[]): RuleChange[] {
  const moves = indicatorMap(before, after).filter(({ from, to }) => from.length > 0 && to.length > 0)
  const moveOf = {
    removed: new Map(moves.flatMap((move) => move.from.map((id) => [id, move]))),
    added: new Map(moves.flatMap((move) => move.to.map((id) => [id, move]))),
  }
  return changes.map((change) => {
    if (change.of !== 'indicator' || (change.kind !== 'removed' && change.kind !== 'added')) return change
    const move = moveOf[change.kind].get(change.id)
    if (move === undefined) return change
    const others = change.kind === 'removed' ? `now ${move.to.join(', ')}` : `formerly ${move.from.join(', ')}`
    return { ...change, words: `${change.words} (${move.kind}: ${others})` }
  })
}

function byId(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]))
}
