import { isoOf } from '../../src/day.ts'
import { modelFields } from '../../src/schema/model.ts'
import type { OwnFact } from '../../src/schema/rule-set.ts'
import type { Random } from './random.ts'

/** Something that a rule can read: a fact, a list, or a field of its items. */
export interface Readable {
  readonly id: string
  readonly type: (typeof modelFields)[number]['type'] | OwnFact['type']
  readonly choices?: readonly string[]
  /** What an item of a list, or an entity, holds. */
  readonly fields: readonly Readable[]
}

/** The facts that every generated rule set declares. */
export const ownFacts: readonly OwnFact[] = [
  { id: 'ext.fuzz.text', type: 'text', title: 'A text' },
  { id: 'ext.fuzz.number', type: 'number', title: 'A number' },
  { id: 'ext.fuzz.share', type: 'share', title: 'A share' },
  { id: 'ext.fuzz.yes', type: 'yesNo', title: 'A yes' },
  { id: 'ext.fuzz.day', type: 'date', title: 'A day' },
  { id: 'ext.fuzz.words', type: 'texts', title: 'Words' },
  { id: 'ext.fuzz.deep.down.number', type: 'number', title: 'A number far down' },
  {
    id: 'ext.fuzz.rows',
    type: 'records',
    title: 'Rows',
    fields: { n: 'number', s: 'text', at: 'date', yes: 'yesNo', part: 'share', item: 'text', recorded: 'number' },
  },
]

const own: readonly Readable[] = ownFacts.map(({ id, type, fields }) => ({
  id,
  type,
  fields:
    type === 'texts'
      ? [{ id: 'item', type: 'text', fields: [] }]
      : Object.entries(fields ?? {}).map(([field, of]) => ({ id: field, type: of, fields: [] })),
}))

const profile: readonly Readable[] = [
  { id: 'profile.cadence', type: 'number', fields: [] },
  { id: 'profile.target', type: 'number', fields: [] },
  { id: 'profile.segment', type: 'text', fields: [] },
  { id: 'profile.sizeBand', type: 'text', fields: [] },
]

function readableAt(path: string): Readable[] {
  return modelFields
    .filter((field) => field.path.startsWith(`${path}.`) && !field.path.slice(path.length + 1).includes('.'))
    .map(({ path: inner, type, choices }) => ({
      id: inner.slice(path.length + 1),
      type,
      ...(choices === undefined ? {} : { choices }),
      fields: type === 'texts' ? [{ id: 'item', type: 'text', fields: [] }] : readableAt(inner),
    }))
}

/** The parts of the relationship model. */
const parts: readonly Readable[] = modelFields
  .filter(({ path }) => !path.includes('.') && path !== 'evidence')
  .map(({ path, type }) => ({ id: path, type, fields: readableAt(path) }))

const partNames = parts.map(({ id }) => id)

/** Facts and fields that follow from the rest of the record where they are not stated. */
export const derived: ReadonlySet<string> = new Set(
  modelFields.filter((field) => field.derived).map(({ path }) => path.split('.').at(-1)!),
)

/** The parts that such facts belong to, and `org`, which the profile is read from. */
const lively = parts
  .filter(({ id, fields }) => id === 'org' || fields.some((field) => derived.has(field.id)))
  .map((part) => part.id)

/** What else the derived facts of a part follow from. */
const follows: Readonly<Record<string, readonly string[]>> = {
  rel: ['meetings', 'values'],
  segment: ['meetings', 'org'],
  jointTeam: ['meetings', 'actions'],
  governance: ['decisions', 'actions'],
  trust: ['pulses'],
  behaviour: ['pulses'],
  riskStats: ['risks', 'issues'],
  issues: ['issueProcess'],
}

/** What the rules of one case read. A record may hold all of it, some of it or nothing. */
export interface Scenery {
  readonly parts: readonly string[]
  readonly facts: readonly Readable[]
  readonly lists: readonly Readable[]
  /** A fact that no record of the case holds. */
  readonly absent: Readable
  readonly pool: readonly unknown[]
}

export function createScenery(random: Random): Scenery {
  const chosen = random.some(1, 2, () => random.pick(random.chance(0.6) ? lively : partNames))
  if (random.chance(0.4)) chosen.push('segment', 'org')
  const names = new Set(chosen.flatMap((name) => [name, ...(follows[name] ?? [])]))
  const facts = [...own, ...own, ...profile, ...parts.filter(({ id }) => names.has(id)).flatMap(factsOf)]
  return {
    parts: [...names],
    facts,
    lists: [...new Set(facts)].filter(({ type }) => type === 'records' || type === 'texts'),
    absent: names.has('comms') ? profile[0]! : { id: 'comms.contactUs', type: 'text', fields: [] },
    pool: random.some(4, 6, () => random.pick(oddScalars)),
  }
}

/** A part itself and, unless it is a list, everything in it. */
function factsOf(part: Readable): Readable[] {
  if (part.type !== 'entity') return [part]
  return [part, ...part.fields.map((field) => ({ ...field, id: `${part.id}.${field.id}` }))]
}

export const oddScalars: readonly unknown[] = [
  0,
  -0,
  1,
  2,
  5,
  -1,
  2.5,
  1e21,
  0.1 + 0.2,
  0.3,
  '',
  ' ',
  '5',
  '10',
  '9',
  '3abc',
  'abc',
  'Ann',
  '2026-11-23',
  '2026-11-24',
  '2026-02-30',
  '2026-1-5',
  '2026-11-23T00:00:00Z',
  null,
  true,
  false,
  'Zoë ☂ 漢字',
  'long '.repeat(60),
]

export const today = 20_780
const edges = [0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 2, 5, 30, 90, 91, 180, 365, -5, -30, -90]

/** A day that lies on the edge of a window more often than not. */
export function someDay(random: Random): string {
  return isoOf(today - (random.chance(0.6) ? random.pick(edges) : random.below(500) - 100))
}

export function someNumber(random: Random): number {
  return random.chance(0.85)
    ? random.pick([0, 1, 1, 2, 3, 5, 10, 30, 90, 0.5, -1, 0.3])
    : random.pick([-0, 1e21, 0.1 + 0.2, 365, 1 / 3])
}

export const texts = ['Ann', 'Ann', '', '', '', '5', '2026-02-30', '3abc', 'abc', '2026-11-23', 'Zoë ☂ 漢字']

/** A value that fits the type of what is read. */
export function fitting(random: Random, { type, choices }: Pick<Readable, 'type' | 'choices'>): unknown {
  if (choices !== undefined) return random.pick(choices)
  switch (type) {
    case 'date':
      return someDay(random)
    case 'number':
      return someNumber(random)
    case 'share':
      return random.pick([0, 0.3, 0.5, 0.8, 1, 1 / 3, 0.1 + 0.2])
    case 'yesNo':
      return random.chance(0.5)
    case 'text':
    case 'choice':
    case 'texts':
    case 'records':
    case 'entity':
      return random.pick(texts)
  }
}
