import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryRelationship } from '../../test/arbitrary-relationship.ts'
import { modelFields } from '../schema/model.ts'
import type { Relationship } from '../schema/relationship.ts'
import { isShareable, privateView, sharedView } from './halves.ts'

describe('what a partner sees', () => {
  const everything = fullRecord()
  const all = modelFields.map(({ path }) => path)

  test.each(modelFields.filter(({ visibility }) => visibility === 'private').map(({ path }) => [path]))(
    '%s is never shown, whatever was chosen',
    (path) => {
      expect(valueAt(everything, path)).toBeDefined()
      expect(valueAt(sharedView(everything, all), path)).toBeUndefined()
      expect(isShareable(path)).toBe(false)
    },
  )

  test.each(modelFields.filter(({ visibility }) => visibility === 'shared').map(({ path }) => [path]))(
    '%s is shown when it was chosen, and only then',
    (path) => {
      expect(valueAt(sharedView(everything, [path]), path)).toBeDefined()
      const others = all.filter(
        (other) => other !== path && !path.startsWith(`${other}.`) && !other.startsWith(`${path}.`),
      )
      expect(valueAt(sharedView(everything, others), path)).toBeUndefined()
    },
  )

  test('nothing chosen shows nothing', () => {
    expect(sharedView(everything, [])).toEqual({})
  })

  test('answers, sector data and unknown fields are never shown', () => {
    const record = {
      answers: { 'p01.plan/2': { value: 'yes' } },
      ext: { wood: { a: 1 } },
      other: 1,
    } as unknown as Relationship
    expect(sharedView(record, ['answers', 'ext', 'other', 'complete', '$schema'])).toEqual({})
  })

  test.each<[string, Relationship, Relationship]>([
    [
      'a risk of our own, unless we shared it',
      {
        risks: [
          { title: 'Fire', scope: 'joint' },
          { title: 'They leave', scope: 'own' },
        ],
      },
      { risks: [{ title: 'Fire', scope: 'joint' }] },
    ],
    [
      'not a risk of our own that we shared',
      { risks: [{ title: 'One buyer', scope: 'own', sharedAt: '2026-05-04' }] },
      { risks: [{ title: 'One buyer', scope: 'own', sharedAt: '2026-05-04' }] },
    ],
    ['our pulse while the partner has answered none', { pulses: [{ side: 'us', at: '2026-11-02', openness: 2 }] }, {}],
    [
      'our pulse while that of the partner is from another time',
      {
        pulses: [
          { side: 'us', at: '2026-11-02', openness: 2 },
          { side: 'partner', at: '2026-09-02', openness: 4 },
        ],
      },
      { pulses: [{ side: 'partner', at: '2026-09-02', openness: 4 }] },
    ],
    [
      'not our pulse once both have answered',
      {
        pulses: [
          { side: 'us', at: '2026-11-02', openness: 2 },
          { side: 'partner', at: '2026-11-30', openness: 4 },
        ],
      },
      {
        pulses: [
          { side: 'us', at: '2026-11-02', openness: 2 },
          { side: 'partner', at: '2026-11-30', openness: 4 },
        ],
      },
    ],
    [
      'evidence for what is private',
      {
        evidence: [{ factPath: 'exit', uri: 'exit.docx' }, { factPath: 'rmp.owner', kind: 'email' }, { kind: 'note' }],
      },
      { evidence: [{ factPath: 'rmp.owner', kind: 'email' }] },
    ],
  ])('stays with us: %s', (_what, record, seen) => {
    expect(sharedView(record)).toEqual(seen)
  })
})

test('the two halves hold each value of the model once', () => {
  fc.assert(
    fc.property(arbitraryRelationship(['p01.plan/2']), (record) => {
      const halves = [...leavesOf(sharedView(record)), ...leavesOf(privateView(record))]
      const { answers: _answers, complete: _complete, ext: _ext, $schema: _schema, ...modelled } = record
      expect(halves.toSorted()).toEqual([...leavesOf(modelled)].toSorted())
    }),
  )
})

/** Every value that is neither a list nor an object, with the names on the way to it. */
function* leavesOf(value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* leavesOf(item, path)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}.${key}`)
  else yield `${path} ${JSON.stringify(value)}`
}

/** A record with every field of the model in it. */
function fullRecord(): Relationship {
  const record: Record<string, unknown> = {}
  for (const { path, type } of modelFields) {
    const steps = path.split('.')
    const last = steps.pop()!
    let at = record
    for (const step of steps) at = (Array.isArray(at[step]) ? at[step][0] : at[step]) as Record<string, unknown>
    at[last] =
      type === 'entity' ? {} : type === 'records' ? [{}] : type === 'texts' ? [`text ${path}`] : `value ${path}`
  }
  // entries that can be ours alone are not, here
  Object.assign((record['pulses'] as object[])[0]!, { side: 'partner' })
  Object.assign((record['evidence'] as object[])[0]!, { factPath: 'rmp' })
  return record as Relationship
}

function valueAt(record: unknown, path: string): unknown {
  let at = record
  for (const step of path.split('.')) {
    const inner: unknown = Array.isArray(at) ? at[0] : at
    at = (inner as Record<string, unknown> | undefined)?.[step]
  }
  return at
}
