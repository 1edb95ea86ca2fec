import fc from 'fast-check'
import { isoOf } from '../src/day.ts'
import { modelField, modelFields, type ModelField } from '../src/schema/model.ts'
import type { Relationship } from '../src/schema/relationship.ts'

/** The day that every generated record is assessed on. */
export const asOf = '2026-11-23'
const today = 20_780

type Json = Record<string, unknown>

const children = (path: string) =>
  modelFields.filter((field) => field.path.startsWith(`${path}.`) && !field.path.slice(path.length + 1).includes('.'))

const top = modelFields.filter(({ path }) => !path.includes('.') && path !== 'evidence')

/** Ratings and ratios have limits; any other number may be small and of either sign. */
function numberFor(path: string): fc.Arbitrary<number> {
  if (/\.(self|peer|partner|score)$/.test(path) && !path.startsWith('meetings')) return fc.integer({ min: 1, max: 3 })
  if (/\.(reliability|openness|fairness|capability)$/.test(path)) return fc.integer({ min: 1, max: 5 })
  if (/(Share|Ratio|OnTime|onTimeBy\w+|Completion|actualVsExpected|PreWarned|InTime)$/.test(path))
    return fc.constantFrom(0, 0.5, 0.8, 1)
  return fc.integer({ min: 0, max: 200 })
}

function fieldOf(field: ModelField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return fc.constantFrom('', 'Ann', 'something')
    case 'choice':
      return fc.constantFrom(...field.choices!)
    case 'date':
      return fc.integer({ min: -400, max: 100 }).map((offset) => isoOf(today + offset))
    case 'yesNo':
      return fc.boolean()
    case 'number':
      return numberFor(field.path)
    case 'texts':
      return fc.array(
        field.choices === undefined ? fc.constantFrom('one', 'two', 'three') : fc.constantFrom(...field.choices),
        { maxLength: 5 },
      )
    case 'records':
      return fc.array(entityOf(field.path), { maxLength: 4 })
    case 'entity':
      return entityOf(field.path)
  }
}

/** Derived facts are stated now and then only, so that most of them follow from the record. */
function entityOf(path: string): fc.Arbitrary<Json> {
  const fields = children(path).filter(({ derived }) => !derived)
  return fc.record(Object.fromEntries(fields.map((field) => [field.path.slice(path.length + 1), fieldOf(field)])), {
    requiredKeys: [],
  })
}

const lists = modelFields
  .filter(({ path, type }) => (type === 'records' || type === 'texts') && isReadableList(path))
  .map(({ path }) => path)

function isReadableList(path: string): boolean {
  const parent = path.split('.')[0]!
  return !path.startsWith('evidence') && (parent === path || modelField(parent)?.type === 'entity')
}

const evidence = fc.array(
  fc.record(
    {
      factPath: fc.constantFrom(...modelFields.map(({ path }) => path)),
      grade: fc.constantFrom('E0', 'E1', 'E2', 'E3', 'E4'),
      observedAt: fc.integer({ min: -900, max: 0 }).map((offset) => isoOf(today + offset)),
      validForDays: fc.constantFrom(90, 365),
      confirmedByPartnerAt: fc.integer({ min: -100, max: 0 }).map((offset) => isoOf(today + offset)),
      providedBy: fc.constantFrom('us', 'partner', 'system'),
    },
    { requiredKeys: ['factPath'] },
  ),
  { maxLength: 6 },
)

/** The partner's word for everything. */
export const fullConfirmation = top.map(({ path }) => ({
  factPath: path,
  confirmedByPartnerAt: '2026-11-01',
  grade: 'E3' as const,
}))

const answer = fc.oneof(
  fc.record({ value: fc.constantFrom('yes', 'partly', 'no', 'notSure') }),
  fc.constant({ value: 'notApplicable', reason: 'not-in-scope' }),
)

export function arbitraryAnswers(keys: readonly string[]): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.constantFrom(...keys), { maxLength: 40 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(() => answer))
        .map((values) => Object.fromEntries(chosen.map((key, index) => [key, values[index]]))),
    )
}

const record = fc.record(Object.fromEntries(top.map((field) => [field.path, fieldOf(field)])), { requiredKeys: [] })
const complete = fc
  .uniqueArray(fc.constantFrom(...lists), { maxLength: 12 })
  .map((paths) => Object.fromEntries(paths.map((path) => [path, asOf])))

/** A random relationship that fits the schema: records, answers, both, confirmed or not. */
export function arbitraryRelationship(indicators: readonly string[]): fc.Arbitrary<Relationship> {
  return fc
    .record({
      record,
      complete,
      evidence,
      answers: arbitraryAnswers(indicators),
      confirmed: fc.boolean(),
      declares: fc.boolean(),
    })
    .map((parts) => {
      const base: Json = {
        ...parts.record,
        complete: parts.complete,
        evidence: parts.confirmed ? fullConfirmation : parts.evidence,
      }
      return (parts.declares ? { ...base, answers: parts.answers } : base) as Relationship
    })
}
