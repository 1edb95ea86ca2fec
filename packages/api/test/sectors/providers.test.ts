import type { Relationship, Result } from '@joinery/core'
import { afterAll, describe, expect, test } from 'vitest'
import { openSectors, PluginProblem, type SectorRooms } from '../../src/index.ts'
import { baseline } from '../rule-sets.ts'
import { createWorld, type World } from '../world.ts'
import { bake } from './bakery.ts'

const iso = baseline()
const asOf = '2026-11-20'
const record: Relationship = { rmp: { owner: 'Ines' }, ext: { bakery: { loaves: 60, flour: 'Rye' } } }
const budget = { milliseconds: 9_000, loadMilliseconds: 10_000, megabytes: 64 }
const office = 'bakery/recalls-office'
const purpose = 'To see what was recalled'

const open: { rooms: SectorRooms; world: World }[] = []
afterAll(async () => {
  for (const { rooms, world } of open) {
    await rooms.end()
    await world.close()
  }
})

async function serviceWith(provide: string, providers: readonly string[] = [office]): Promise<World> {
  const rooms = await openSectors([bake({ provide })], { budget, providers })
  const world = await createWorld({ ruleSets: [iso], sectors: rooms })
  open.push({ rooms, world })
  return world
}

/** A relationship of the firm, assessed as it is now, and then kept. */
async function keptBy({ ask, own }: World): Promise<{ now: Result; kept: Result }> {
  const as = own.key
  const { id } = (await ask('POST', `/v1/firms/${own.firm}/relationships`, { as, body: { record } })).body
  const now = await ask('GET', `/v1/relationships/${id}/assessment?ruleSet=iso-44003&asOf=${asOf}`, { as })
  const body = { ruleSet: 'iso-44003', asOf }
  const made = await ask('POST', `/v1/relationships/${id}/results`, { as, body })
  expect(made.status).toBe(201)
  return { now: now.body, kept: (await ask('GET', `/v1/results/${made.body.id}`, { as })).body.result }
}

const brings = `return { facts: { recalls: request.record.ext.bakery.flour === 'Rye' ? 2 : 0 }, observedAt: at.asOf }`

describe('a fact provider that the operator switched on', () => {
  test('is asked when a firm keeps a result, and what it brought is stored with its day and purpose', async () => {
    const { now, kept } = await keptBy(await serviceWith(brings))
    expect(now.sectors![0]!.fetched).toEqual([])
    expect(kept.sectors![0]!.fetched).toEqual([
      { provider: office, purpose, observedAt: asOf, facts: { recalls: 2 }, problems: [] },
    ])
    expect(kept.sectors![0]!.faults).toEqual([])
  })

  test.each([
    ['never comes back', 'await new Promise(() => {})', 'took longer than 300 milliseconds'],
    ['goes round for ever', 'for (;;) {}', 'was ended: it took longer than 0.8 s'],
    ['throws', "throw new Error('no line')", 'failed: no line'],
    ['lies about its age', "return { facts: { recalls: 2 }, observedAt: 'yesterday' }", 'did not say how old'],
    ['leaves', 'process.exit(1)', 'was ended'],
  ])('which %s is named in the result, and spoils nothing else', async (_what, provide, words) => {
    const { now, kept } = await keptBy(await serviceWith(provide))
    const [sector] = kept.sectors!
    expect(sector!.fetched).toEqual([
      {
        provider: office,
        purpose,
        observedAt: null,
        facts: {},
        problems: [{ place: '', message: expect.stringContaining(words) }],
      },
    ])
    expect(sector!.faults).toContainEqual({ contribution: office, message: expect.stringContaining(words) })
    expect(sector!.rules).toEqual(now.sectors![0]!.rules)
    expect(kept.headline).toEqual(now.headline)
  })

  test('brings nothing that it did not promise', async () => {
    const { kept } = await keptBy(await serviceWith("return { facts: { flour: 'Wheat' }, observedAt: at.asOf }"))
    const [sector] = kept.sectors!
    expect(JSON.stringify(sector!.faults)).toContain('it brought \\"flour\\", which it did not promise')
    expect(sector!.rules.map(({ outcome }) => outcome)).toEqual(['met', 'met'])
  })
})

test('one that is not switched on is never asked', async () => {
  const { kept } = await keptBy(await serviceWith(brings, []))
  expect(kept.sectors![0]!.fetched).toEqual([])
})

test.each([
  ['bakery/recalls-ofice', 'no plugin has it; did you mean "bakery/recalls-office"?'],
  ['bakery/till', 'it reads a file, and the service has none to give it'],
])('"%s" is refused at the start: %s', async (name, words) => {
  const opening = openSectors([bake({ provide: brings })], { budget, providers: [name] })
  await expect(opening).rejects.toThrow(PluginProblem)
  await expect(opening).rejects.toThrow(`fact provider "${name}": ${words}`)
})

test('sector data that the plugin does not know is refused, with what would be right', async () => {
  const { ask, own } = await serviceWith(brings)
  const bakery = { loafs: 60, flour: 'Ry', recalls: 'two' }
  const body = { record: { ext: { bakery, other: { loafs: 1 } } }, ruleSet: 'iso-44003', asOf }
  const { status, body: problem } = await ask('POST', '/v1/assessments', { as: own.key, body })
  expect(status).toBe(422)
  const faults = problem.errors.map(({ pointer, message }: { pointer: string; message: string }) => [pointer, message])
  expect(Object.fromEntries(faults)).toEqual({
    '/record/ext/bakery/flour': expect.stringContaining('did you mean "Rye"?'),
    '/record/ext/bakery/recalls': expect.any(String),
    '/record/ext/bakery/loafs': 'unknown key "loafs" in ext.bakery; did you mean "loaves"?',
  })
})
