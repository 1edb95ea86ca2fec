import type { Relationship } from '@joinery/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { guildRuleSet, publish } from './rule-sets.ts'
import { runCampaignWorker } from '../src/index.ts'
import { createWorld, secret, type World } from './world.ts'

// the third level of a clause is for both sides: without the partner's word it is not reached
const shared = guildRuleSet('1.0.0', [
  { id: 'plan/1', conditions: { all: [{ fact: 'rmp.owner', operator: 'given', value: true }] } },
  { id: 'plan/2' },
  { id: 'plan/3' },
])
const record: Relationship = {
  rmp: { owner: 'Ada Harbour' },
  rel: { partnerName: 'Castell & Rowe' },
  answers: { 'plan/2': { value: 'yes' }, 'plan/3': { value: 'yes' } },
}

let world: World
let path: string
beforeEach(async () => {
  await world?.close()
  world = await createWorld()
  await publish(world, shared)
  path = `/v1/relationships/${world.own.relationship}`
  await save({ record })
})
afterAll(() => world.close())

const anyVersion = { 'if-match': '*' }
const save = (body: unknown) => world.ask('PUT', path, { as: world.own.key, body, headers: anyVersion })
const confirm = (fields: string[], headers: Record<string, string> = anyVersion) =>
  world.ask('POST', `${path}/confirmations`, { as: world.credentials.partner, body: { fields }, headers })

async function standing(): Promise<[level: number, confirmation: string]> {
  const { body } = await world.ask('GET', `${path}/assessment?ruleSet=guild`, { as: world.own.key })
  return [body.clauses[0].level, body.confirmation]
}

async function kept(): Promise<Relationship> {
  return (await world.ask('GET', path, { as: world.own.key })).body.record
}

describe('what the partner confirms through the link', () => {
  test('counts, and the result says that it was witnessed', async () => {
    expect(await standing()).toEqual([2, 'none'])
    const { status, body } = await confirm(['rmp'])
    expect([status, body]).toEqual([200, { confirmed: ['rmp'] }])
    expect(await standing()).toEqual([3, 'witnessed'])
  })

  test('holds for what the partner saw: it ends when the firm changes that, and comes back when it is put back', async () => {
    await confirm(['rmp.owner'])
    const { evidence } = await kept()
    await save({ record: { ...record, evidence, rmp: { owner: 'Somebody else' } } })
    expect(await standing()).toEqual([2, 'none'])
    await save({ record: { ...record, evidence } })
    expect(await standing()).toEqual([3, 'witnessed'])
  })

  test('may be given again, in place of the old word', async () => {
    await confirm(['rmp'])
    await save({ record: { ...(await kept()), rmp: { owner: 'Ben Rowe' } } })
    expect((await confirm(['rmp'])).body).toEqual({ confirmed: ['rmp'] })
    expect((await kept()).evidence).toHaveLength(1)
    expect(await standing()).toEqual([3, 'witnessed'])
  })

  test('is about the version that was read', async () => {
    const seen = await world.ask('GET', path, { as: world.credentials.partner })
    await save({ record: { ...record, rmp: { owner: 'Ben Rowe' } } })
    expect((await confirm(['rmp'], { 'if-match': seen.headers.get('etag')! })).status).toBe(412)
    expect((await confirm(['rmp'], {})).status).toBe(428)
  })

  test('must be shared, and there', async () => {
    const { status, body } = await confirm(['risks', 'rmp.versionAt'])
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer, message }: Record<string, string>) => [pointer, message])).toEqual([
      ['/fields/0', '"risks" is not shared with you; shared are: rmp, rel'],
      ['/fields/1', 'nothing stands in "rmp.versionAt" yet; confirm it when it is filled in'],
    ])
  })
})

describe('a forged confirmation lifts nothing', () => {
  const today = '2026-11-24'
  const forgeries = [
    { how: 'in the firm’s own words', entry: { factPath: 'rmp', confirmedByPartnerAt: today } },
    { how: 'as if it came from the partner', entry: { factPath: 'rmp', providedBy: 'partner', grade: 'E3' } },
    {
      how: 'with a code made up',
      entry: { factPath: 'rmp', confirmedByPartnerAt: today, uri: 'joinery:confirmed/x/AAAA' },
    },
    {
      how: 'with a code that is none',
      entry: { factPath: 'rmp', confirmedByPartnerAt: today, uri: 'joinery:confirmed/' },
    },
  ] as const
  test.each(forgeries)('$how', async ({ entry }) => {
    expect((await save({ record: { ...record, evidence: [entry] } })).status).toBe(200)
    expect(await standing()).toEqual([2, 'none'])
  })

  const moves = [
    { how: 'taken for another field', change: { factPath: 'rmp.owner' } },
    { how: 'taken for another day', change: { confirmedByPartnerAt: '2026-11-23' } },
  ]
  test.each(moves)('a true one, $how', async ({ change }) => {
    await confirm(['rmp'])
    const [entry] = (await kept()).evidence!
    await save({ record: { ...record, evidence: [{ ...entry, ...change }] } })
    expect(await standing()).toEqual([2, 'none'])
  })

  test('a true one, of another relationship', async () => {
    await confirm(['rmp'])
    const body = { record: await kept() }
    const made = await world.ask('POST', `/v1/firms/${world.own.firm}/relationships`, { as: world.own.key, body })
    const at = `/v1/relationships/${made.body.id}/assessment?ruleSet=guild`
    const { clauses } = (await world.ask('GET', at, { as: world.own.key })).body
    expect(clauses[0].level).toBe(2)
  })
})

test('a comparison counts a new confirmation as something you did', async () => {
  const keep = () => world.ask('POST', `${path}/results`, { as: world.own.key, body: { ruleSet: 'guild' } })
  await keep()
  await confirm(['rmp'])
  world.clock.now = new Date(world.clock.now.getTime() + 1_000)
  const { id } = (await keep()).body
  const { body } = await world.ask('GET', `/v1/results/${id}/comparison`, { as: world.own.key })
  expect(body.headline.score).toEqual({ change: 1, time: 0, rules: 0, you: 1 })
})

const asPartner = { factPath: 'rmp', confirmedByPartnerAt: '2026-11-24', providedBy: 'partner' } as const

test.each([
  { what: 'a confirmation that was seen', happen: () => confirm(['rmp']), level: 3 },
  { what: 'a forged one', happen: () => save({ record: { ...record, evidence: [asPartner] } }), level: 2 },
])('work in the background tells the same: $what', async ({ happen, level }) => {
  await happen()
  const { body } = await world.ask('GET', '/v1/whoami', { as: world.own.key })
  const tenant = (await world.store.tenant(body.association))!
  const input = { ruleSet: 'guild', digest: shared.hash }
  await world.store.write(tenant, (tx) => tx.campaigns.start({ kind: 'rescore', input }))
  const worker = runCampaignWorker(world.store, { secret, clock: () => world.clock.now, idleMs: 5 })
  const kept = () => world.store.read(tenant, (tx) => tx.scores.get(world.own.relationship, 'guild'))
  await expect.poll(kept, { timeout: 20_000 }).toBeDefined()
  await worker.stop()
  expect((await kept())!.scores.principles['plans']!.level).toBe(level)
})
