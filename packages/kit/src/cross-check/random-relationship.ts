import { relationshipShape, type Relationship, type RuleSet, type Shape } from '@joinery/core'
import { createRandom } from './random.ts'
import { isoOf, randomDay, randomObject, randomValue, type Making } from './random-value.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A relationship, and how to assess it. */
export interface RandomCase {
  readonly relationship: Relationship
  readonly asOf: string
  readonly scope: string
}

/** A random relationship about what a rule set reads, with holes; the same seed gives the same one. */
export function randomCase(ruleSet: RuleSet, vocabulary: Vocabulary, seed: number): RandomCase {
  const random = createRandom(seed)
  const asOf = 20_000 + random.below(3_000)
  const making: Making = { random, vocabulary, asOf, present: random.pick([0.3, 0.6, 0.9, 1]) }
  const relationship: Record<string, unknown> = {}
  for (const [part, shape] of Object.entries(relationshipShape.fields))
    if (!setApart.has(part) && random.chance(making.present)) relationship[part] = randomValue(shape, part, making)
  const ext = extension(ruleSet, making)
  if (Object.keys(ext).length > 0) relationship['ext'] = ext
  if (random.chance(0.7)) relationship['complete'] = completeness(making)
  if (random.chance(0.5)) relationship['answers'] = answers(ruleSet, making)
  if (random.chance(0.5)) relationship['evidence'] = evidence(making)
  const scopes = ['full', 'full', ...(ruleSet.document.scopes ?? []).map(({ id }) => id)]
  return { relationship: relationship as Relationship, asOf: isoOf(asOf), scope: random.pick(scopes) }
}

/** Parts of a record that say something about the others. */
const setApart = new Set(['$schema', 'answers', 'complete', 'evidence', 'ext'])

const text: Shape = { is: 'text' }
const shapes = {
  text,
  number: { is: 'number' },
  share: { is: 'number', least: 0 },
  yesNo: { is: 'yesNo' },
  date: { is: 'date' },
  texts: { is: 'list', of: text },
} as const satisfies Readonly<Record<string, Shape>>

/** Sector data that the rule set declares, at `ext.sector.field`. */
function extension({ document }: RuleSet, making: Making): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  // limits are the rule set's own: no record sets them
  for (const { id, type, fields } of (document.facts ?? []).filter(({ value }) => value === undefined)) {
    if (!making.random.chance(making.present)) continue
    const steps = id.split('.').slice(1)
    let place = root
    for (const step of steps.slice(0, -1)) place = (place[step] ??= {}) as Record<string, unknown>
    place[steps.at(-1)!] = type === 'records' ? rows(id, fields ?? {}, making) : randomValue(shapes[type], id, making)
  }
  return root
}

function rows(path: string, fields: Readonly<Record<string, keyof typeof shapes>>, making: Making): object[] {
  const own = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, shapes[type]]))
  return Array.from({ length: making.random.below(4) }, () => randomObject(own, path, making))
}

function completeness({ random, vocabulary, asOf }: Making): Record<string, string> {
  const lists = vocabulary.paths.filter((path) => isList(path) && random.chance(0.6))
  return Object.fromEntries(lists.map((path) => [path, isoOf(asOf)]))
}

function isList(path: string): boolean {
  let shape: Shape | undefined = relationshipShape
  for (const step of path.split('.'))
    shape = shape?.is === 'object' && Object.hasOwn(shape.fields, step) ? shape.fields[step] : undefined
  return shape?.is === 'list' || path.startsWith('ext.')
}

function answers({ indicators, document }: RuleSet, { random }: Making): Record<string, object> {
  const values = [...document.answers.scale.map(({ value }) => value), 'notSure', 'notApplicable']
  const reasons = ['something', ...(document.answers.notApplicable?.reasons ?? []).map(({ code }) => code)]
  const answered = indicators.filter(() => random.chance(0.5))
  return Object.fromEntries(
    answered.map(({ id, citation }) => {
      const value = random.pick(values)
      return [
        random.chance(0.8) ? id : citation,
        value === 'notApplicable' ? { value, reason: random.pick(reasons) } : { value },
      ]
    }),
  )
}

function evidence(making: Making): object[] {
  const { random, vocabulary } = making
  const paths =
    vocabulary.paths.length === 0 ? ['rmp'] : vocabulary.paths.flatMap((path) => [path, path.split('.')[0]!])
  return Array.from({ length: 1 + random.below(5) }, () => ({
    factPath: random.pick(paths),
    grade: random.pick(['E0', 'E1', 'E2', 'E3', 'E4']),
    providedBy: random.pick(['us', 'partner', 'assessor', 'system']),
    observedAt: randomDay(making),
    ...(random.chance(0.4) ? { confirmedByPartnerAt: randomDay(making) } : {}),
    ...(random.chance(0.3) ? { validForDays: random.pick([1, 30, 365]) } : {}),
  }))
}
