import { isPlainObject, pointerOf, type RuleSet } from '@joinery/core'
import type { PartKind } from './change.ts'
import { listOf, member, type Data } from './data.ts'

/** One part of a rule set that has an id, and where it stands. */
export interface Part {
  readonly of: PartKind
  readonly id: string
  readonly value: Data
  /** JSON pointer into the document. */
  readonly path: string
}

/** Parts of one kind, in their order. */
export interface PartList {
  readonly of: PartKind
  readonly parts: readonly Part[]
  /** Whether their order means something. */
  readonly ordered: boolean
}

type Document = RuleSet['document'] | Data

/** All parts of a document that have an id, list by list; clauses and elements of lenses stand in lists of their own. */
export function partListsOf(document: Document): PartList[] {
  const at = (...steps: string[]): unknown => steps.reduce<unknown>(member, document)
  const list = (of: PartKind, key: string, ...steps: string[]) =>
    partsIn(at(...steps), { of, key, path: pointerOf(...steps) })
  const principles = list('principle', 'id', 'reference', 'principles')
  const lenses = list('lens', 'id', 'lenses')
  return [
    { of: 'layer', parts: list('layer', 'id', 'resolved', 'layers'), ordered: true },
    { of: 'level', parts: list('level', 'level', 'scale', 'levels'), ordered: false },
    { of: 'answer', parts: list('answer', 'value', 'answers', 'scale'), ordered: false },
    { of: 'segment', parts: list('segment', 'id', 'profile', 'segments'), ordered: false },
    { of: 'size-band', parts: list('size-band', 'id', 'profile', 'sizeBands'), ordered: true },
    { of: 'principle', parts: principles, ordered: true },
    { of: 'clause', parts: principles.flatMap((outer) => inner(outer, 'clause', 'clauses')), ordered: true },
    { of: 'indicator', parts: list('indicator', 'id', 'practice', 'indicators'), ordered: true },
    { of: 'question', parts: list('question', 'id', 'instrument', 'questions'), ordered: true },
    { of: 'fact', parts: list('fact', 'id', 'facts'), ordered: false },
    { of: 'scope', parts: list('scope', 'id', 'scopes'), ordered: false },
    { of: 'lens', parts: lenses, ordered: false },
    { of: 'lens-element', parts: lenses.flatMap((outer) => inner(outer, 'lens-element', 'elements')), ordered: false },
    { of: 'plan-section', parts: list('plan-section', 'id', 'plan', 'sections'), ordered: true },
    { of: 'competence', parts: list('competence', 'id', 'competences', 'items'), ordered: true },
  ]
}

function partsIn(items: unknown, { of, key, path }: { of: PartKind; key: string; path: string }): Part[] {
  return listOf(items).flatMap((value, index) =>
    isPlainObject(value) ? [{ of, id: String(member(value, key)), value, path: `${path}/${index}` }] : [],
  )
}

/** Parts inside another one; which one it is becomes a field of theirs. */
function inner(outer: Part, of: 'clause' | 'lens-element', key: string): Part[] {
  const parts = partsIn(member(outer.value, key), { of, key: 'id', path: `${outer.path}/${key}` })
  return parts.map(({ id, path, value }) => ({ of, id, path, value: { ...value, [outer.of]: outer.id } }))
}
