import { someCondition, type Scene } from './conditions.ts'
import type { Random } from './random.ts'
import { ownFacts, type Scenery } from './vocabulary.ts'

type Json = Record<string, unknown>

export interface RuleSetOptions {
  readonly scenery: Scenery
  readonly plain: boolean
}

/** A small random rule set; now and then one that has to be refused. */
export function someRuleSet(random: Random, { scenery, plain }: RuleSetOptions): Json {
  const scene: Scene = { random, scenery, plain, names: [], made: [] }
  const conditions = namedConditions(scene)
  const open = { ...scene, names: Object.keys(conditions) }
  const clauses = random.some(1, 2, (index) => someClause(open, `p1.c${index}`))
  const indicators =
    !plain && random.chance(0.08)
      ? [{ ...someIndicator(open, 0, 'p1.c0'), conditions: wideCondition(open) }]
      : random.some(1, 4, (index) => someIndicator(open, index, `p1.c${index % clauses.length}`))
  if (!plain && random.chance(0.04)) spoil(random, indicators[0]!, conditions)
  return {
    ...frame,
    method: { name: random.pick(['gated-v1', 'weighted-mean-v1', 'weakest-link-v1']) },
    ...(random.chance(0.8) ? { profile } : {}),
    facts: ownFacts,
    conditions,
    reference: { principles: [{ id: 'p1', title: 'Principle', clauses }] },
    practice: { indicators },
    scopes: [{ id: 'first', title: 'First', description: 'The first', indicators: [indicators[0]!['id']] }],
  }
}

const frame = {
  formatVersion: 1,
  id: 'random',
  version: '1.0.0',
  title: 'Random',
  language: 'en',
  provider: { name: 'Chance' },
  licence: 'Apache-2.0',
  scale: { top: 3, levels: [0, 1, 2, 3].map((level) => ({ level, name: `Level ${level}` })) },
  answers: {
    scale: [
      { value: 'yes', share: 1, label: 'Yes' },
      { value: 'partly', share: 0.5, label: 'Partly' },
      { value: 'no', share: 0, label: 'No' },
    ],
    notApplicable: { limit: 0.5, reasons: [{ code: 'not-in-scope', label: 'Not in scope' }] },
  },
}

const profile = {
  segments: ['key', 'important', 'simple'].map((id) => ({ id, title: id })),
  sizeBands: [
    { id: 'micro', title: 'Micro', below: 10, cadence: { key: 180, important: 365 }, target: { key: 3, important: 2 } },
    { id: 'small', title: 'Small', cadence: { key: 90, important: 180, simple: 180 }, target: { key: 3, simple: 1 } },
  ],
}

/** The first one can be used inside a list too; later ones may refer to earlier ones. */
function namedConditions(scene: Scene): Record<string, Json> {
  const { random, scenery } = scene
  const dotted = { ...scenery, facts: scenery.facts.filter(({ id }) => id.includes('.')) }
  const named: Record<string, Json> = {}
  if (random.chance(0.4)) named['recent'] = someCondition({ ...scene, scenery: dotted, plain: true, made: [] }, 1)
  for (const name of random.some(0, 2, () => random.pick(['a b', 'priority', 'ünï', 'second', 'toString'])))
    named[name] ??= someCondition({ ...scene, names: Object.keys(named), made: [] }, 2)
  return named
}

function someClause(scene: Scene, id: string): Json {
  const { random } = scene
  const appliesWhen = () => someCondition({ ...scene, mayAskRecorded: true, made: [] }, 2)
  return {
    id,
    title: 'Clause',
    weight: random.pick([1, 0.5, 2]),
    ...(random.chance(0.5) ? { citation: `5.${id.slice(-1)}` } : {}),
    ...(random.chance(0.35) ? { appliesWhen: appliesWhen() } : {}),
  }
}

function someIndicator(scene: Scene, index: number, clause: string): Json {
  const { random } = scene
  return {
    id: `${clause}/i${index}`,
    clause,
    level: random.pick([1, 2, 3]),
    weight: random.pick([1, 0.7, 2]),
    critical: random.chance(0.15),
    statement: 'It is so',
    effort: random.pick([30, 240, 960]),
    ...(random.chance(0.5) ? { unmet: 'It is not so.', next: 'Make it so.' } : {}),
    ...(random.chance(0.05) ? {} : { conditions: rootOf(scene) }),
  }
}

/** Scores are kept by how three parts at a time came out: these have more. */
function wideCondition(scene: Scene): Json {
  return { all: scene.random.some(4, 6, () => someCondition(scene, 0)) }
}

function rootOf(scene: Scene): Json {
  const { random } = scene
  const depth = random.pick([0, 1, 2, 2, 3, 4])
  return random.chance(0.5)
    ? { all: random.some(1, 3, () => someCondition(scene, depth)) }
    : someCondition(scene, depth)
}

const test = { fact: 'ext.fuzz.number', operator: 'equal', value: 1 }

/** What a rule set must not say. */
const bad: readonly Json[] = [
  { all: [] },
  { any: [] },
  { ...test, operator: 'equals' },
  { ...test, operator: 'no:equal' },
  { ...test, operator: 'in' },
  { ...test, operator: 'withinDays', value: -1 },
  { ...test, path: '$..number' },
  { ...test, path: '$[?(@.n)]' },
  { ...test, path: '$.constructor' },
  { ...test, fact: 'ext.fuzz.none' },
  { ...test, value: {} },
  { ...test, any: [test] },
  { not: [test] },
  { condition: 'nobody' },
  { fact: 'recorded', params: { of: 'rmp' }, operator: 'equal', value: true },
  { fact: 'every', params: { of: 'risks' }, operator: 'equal', value: true },
]

function spoil(random: Random, indicator: Json, conditions: Record<string, Json>): void {
  indicator['conditions'] = random.pick(bad)
  if (!random.chance(0.2)) return
  if (random.chance(0.3)) conditions[''] = test
  indicator['conditions'] = { condition: 'round' }
  conditions['round'] = { any: [test, { not: { condition: 'round' } }] }
}
