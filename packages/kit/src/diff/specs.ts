import type { Bump, ChangeKind } from './change.ts'

/** How a field is compared, and what a difference in it means. */
export type Spec =
  | { readonly is: 'text' }
  | {
      readonly is: 'value'
      readonly bump: Exclude<Bump, 'none'>
      readonly kind: ChangeKind
      /** What its absence means. */
      readonly usual?: unknown
    }
  /** A list whose order means nothing. */
  | { readonly is: 'set' }
  | { readonly is: 'condition' }
  /** Values by name. */
  | { readonly is: 'map' }
  /** Items by one of their fields. */
  | { readonly is: 'items'; readonly key: string; readonly removed: 'minor' | 'major'; readonly fields: Fields }
  /** Compared elsewhere, or saying nothing. */
  | { readonly is: 'skipped' }

export type Fields = Readonly<Record<string, Spec>>

const text: Spec = { is: 'text' }
const set: Spec = { is: 'set' }
const skipped: Spec = { is: 'skipped' }
const condition: Spec = { is: 'condition' }
const value = (bump: 'patch' | 'minor' | 'major', kind: ChangeKind = 'changed', usual?: unknown): Spec => ({
  is: 'value',
  bump,
  kind,
  ...(usual === undefined ? {} : { usual }),
})
const weight = value('minor', 'reweighted', 1)
const guidance = { title: text, what: text, why: text, how: text }
const choices: Spec = { is: 'items', key: 'value', removed: 'minor', fields: { label: text } }

/** A field that no list below names still counts: a difference that nobody thought of is never passed over. */
export const unknownField: Spec = value('minor')

/** What each kind of part holds. */
export const fieldsOf = {
  'rule-set': {
    id: value('major', 'reused'),
    title: text,
    description: text,
    notice: text,
    language: value('patch', 'reworded'),
    provider: value('patch', 'reworded'),
    licence: value('patch', 'reworded'),
    source: value('patch', 'reworded'),
  },
  layer: { version: value('patch'), hash: skipped },
  scale: { top: value('major'), levels: skipped },
  level: { level: skipped, name: text, meaning: text },
  answers: { limit: value('minor') },
  answer: { share: value('major', 'reused'), label: text },
  profile: {},
  segment: { title: text },
  'size-band': { title: text, evidence: text, below: value('minor'), cadence: { is: 'map' }, target: { is: 'map' } },
  // answers may be kept under the number of a clause, so a new number leads them astray
  principle: { ...guidance, citation: value('minor'), weight, clauses: skipped },
  clause: { ...guidance, citation: value('major'), weight, appliesWhen: condition, principle: value('major', 'moved') },
  indicator: {
    clause: value('major', 'moved'),
    level: value('major', 'moved'),
    weight,
    critical: value('minor', 'changed', false),
    notApplicable: value('minor', 'changed', true),
    requires: set,
    formerly: set,
    statement: text,
    unmet: text,
    next: text,
    effort: value('minor'),
    evidence: text,
    conditions: condition,
    source: value('patch', 'reworded'),
  },
  question: {
    type: value('minor'),
    as: value('patch'),
    title: text,
    help: text,
    fact: value('major', 'reused'),
    clause: value('minor', 'moved'),
    choices,
    fields: {
      is: 'items',
      key: 'field',
      removed: 'minor',
      fields: { title: text, help: text, choices },
    },
    preset: { is: 'map' },
  },
  fact: {
    type: value('major', 'reused'),
    unit: value('major', 'reused'),
    title: text,
    description: text,
    visibility: value('minor', 'changed', 'private'),
    fields: value('major', 'reused'),
    value: value('minor'),
    source: value('patch', 'reworded'),
  },
  scope: { title: text, description: text, minutes: value('minor'), indicators: set, questions: set },
  lens: { title: text, description: text, elements: skipped },
  'lens-element': { lens: value('major', 'moved'), title: text, indicators: set },
  'plan-section': { title: text, prompt: text, number: value('minor'), micro: value('minor'), parts: value('minor') },
  competence: { title: text, low: text, mid: text, high: text, number: value('minor'), group: value('minor') },
} as const satisfies Readonly<Record<string, Fields>>

/** Parts that records or stored results name: without one of them they name nothing. */
export const namedElsewhere: ReadonlySet<string> = new Set([
  'level',
  'answer',
  'segment',
  'size-band',
  'principle',
  'clause',
  'indicator',
  'question',
  'fact',
  'scope',
  'lens',
  'lens-element',
  'competence',
])
