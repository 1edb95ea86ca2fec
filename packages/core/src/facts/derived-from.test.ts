import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRelationship, asOf } from '../../test/arbitrary-relationship.ts'
import { dayOf } from '../day.ts'
import { derivedFacts } from './derived-facts.ts'
import { derivedFields } from './derived-fields.ts'
import { derivedFrom } from './derived-from.ts'
import { createProfileReader } from './profile.ts'
import { createRun, listAt } from './run.ts'

/** The record, noting which of its parts are looked at. */
function watched(record: object, looked: Set<string>): Record<string, unknown> {
  return new Proxy(record as Record<string, unknown>, {
    get: (target, key) => {
      looked.add(String(key))
      return Reflect.get(target, key) as unknown
    },
  })
}

const own = (id: string) => id.split('.')[0]!

test('a derived fact looks at its own part and at those it is said to follow from, and at no other', () => {
  fc.assert(
    fc.property(arbitraryRelationship(['care/1']), (record) => {
      const profile = createProfileReader(undefined)(record)
      for (const [id, derive] of Object.entries(derivedFacts)) {
        const looked = new Set<string>()
        const run = createRun(watched(record, looked), dayOf(asOf)!, profile)
        looked.clear()
        derive(run)
        for (const part of looked) expect([own(id), ...(derivedFrom[id] ?? [])], id).toContain(part)
      }
    }),
  )
})

test('so does a derived field of a list', () => {
  fc.assert(
    fc.property(arbitraryRelationship(['care/1']), (record) => {
      const profile = createProfileReader(undefined)(record)
      for (const [id, derive] of Object.entries(derivedFields)) {
        const looked = new Set<string>()
        const run = createRun(watched(record, looked), dayOf(asOf)!, profile)
        const items = listAt(run, own(id)) ?? []
        looked.clear()
        for (const item of items) derive(item, run)
        for (const part of looked) expect([own(id), ...(derivedFrom[id] ?? [])], id).toContain(part)
      }
    }),
  )
})
