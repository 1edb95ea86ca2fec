import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoreError, Tx } from '../src/index.ts'
import { engines, newMember } from './stores.ts'

interface Kept {
  readonly version: number
  readonly note: string
}

interface Step {
  readonly do: 'create' | 'delete' | 'update'
  readonly id: string
  readonly version: number
  readonly note: string
}

const id = fc.constantFrom('r1', 'r2', 'r3', 'r4')
const version = fc.integer({ min: 1, max: 3 })
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('create', 'update', 'update', 'delete'),
  id,
  version,
  note: fc.string({ unit: 'binary', maxLength: 20 }),
})

/** Several steps in one transaction, which may be taken back at its end. */
const piece = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), fails: fc.boolean() })

/** What the store must answer, and what it must hold then. */
function expected(model: ReadonlyMap<string, Kept>, one: Step): string | Kept {
  const kept = model.get(one.id)
  if (one.do === 'create') return kept === undefined ? { version: 1, note: '' } : 'duplicate'
  if (kept === undefined) return 'absent'
  if (kept.version !== one.version) return 'conflict'
  return one.do === 'delete' ? 'gone' : { version: kept.version + 1, note: one.note }
}

function apply(model: Map<string, Kept>, one: Step): string {
  const outcome = expected(model, one)
  if (outcome === 'gone') model.delete(one.id)
  if (typeof outcome !== 'string') model.set(one.id, outcome)
  return typeof outcome === 'string' ? outcome : 'done'
}

const recordOf = (note: string) => ({ answers: { 'p01.plan/2': { value: 'yes', note } } })

async function perform(tx: Tx, firm: string, one: Step): Promise<string> {
  const { relationships } = tx
  const answers = {
    create: () => relationships.create({ id: one.id, firm, record: recordOf('') }).then(() => 'done'),
    update: () => relationships.update(one.id, one.version, { record: recordOf(one.note) }).then(() => 'done'),
    delete: () => relationships.delete(one.id, one.version).then(() => 'gone'),
  }
  return answers[one.do]().catch((error: StoreError) => error.code)
}

describe.each(engines)('on %s', (engine) => {
  test('any history of transactions, kept or taken back, leaves what a plain map would hold', async () => {
    const { store, tenant, firm } = await newMember(engine)
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        let model = new Map<string, Kept>()
        for (const { steps, fails } of pieces) {
          const next = new Map(model)
          const wanted = steps.map((one) => apply(next, one))
          const answers: string[] = []
          const written = store.write(tenant, async (tx) => {
            for (const one of steps) answers.push(await perform(tx, firm, one))
            if (fails) throw new Error('taken back')
          })
          const end = await written.then(
            () => 'kept',
            ({ message }: Error) => message,
          )
          expect(end).toBe(fails ? 'taken back' : 'kept')
          expect(answers).toEqual(wanted)
          if (!fails) model = next
        }
        const { items } = await store.read(tenant, (tx) => tx.relationships.list({ limit: 500 }))
        const found = items.map((item) => [item.id, { version: item.version, record: item.record }] as const)
        const held = [...model].map(
          ([key, kept]) => [key, { version: kept.version, record: recordOf(kept.note) }] as const,
        )
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(held))
        await store.write(tenant, async (tx) => {
          for (const item of items) await tx.relationships.delete(item.id, item.version)
        })
      }),
      { numRuns: 25 },
    )
  })
})
