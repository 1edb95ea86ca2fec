import { createAssessor, type Relationship } from '@joinery/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change, harbour, relationshipOf } from './records.ts'
import { baseline, guildIndicators, guildRuleSet, publish } from './rule-sets.ts'
import { createWorld, type Asked, type World } from './world.ts'

const iso = baseline()

let world: World
beforeAll(async () => {
  world = await createWorld({ ruleSets: [iso] })
  await publish(world, guildRuleSet('1.0.0'))
})
afterAll(() => world.close())

const asOf = '2026-11-20'
const get = (path: string, as = world.own.key, headers = {}) => world.ask('GET', path, { as, headers })
const post = (path: string, body: unknown, as = world.own.key) => world.ask('POST', path, { as, body })

function faultsOf({ status, body }: Asked) {
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-request' })
  return body.errors.map(({ pointer, code, message }: { pointer: string; code: string; message: string }) => [
    pointer,
    code,
    message,
  ])
}

describe('a record that is sent along', () => {
  test('is assessed as the command does it, byte for byte, and nothing is kept', async () => {
    const before = await get(`/v1/relationships/${world.own.relationship}/results`)
    const { status, body } = await post('/v1/assessments', { record: harbour, ruleSet: 'iso-44003', asOf })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toBe(JSON.stringify(createAssessor(iso).assess(harbour, { asOf })))
    expect((await get(`/v1/relationships/${world.own.relationship}/results`)).body).toEqual(before.body)
  })

  test('is assessed today and whole, unless told otherwise', async () => {
    const { body } = await post('/v1/assessments', { record: {}, ruleSet: 'guild' })
    expect(body.provenance).toMatchObject({ ruleSet: 'guild', version: '1.0.0', asOf: '2026-11-24', scope: 'full' })
    const quick = await post('/v1/assessments', { record: {}, ruleSet: 'guild', scope: 'quick' })
    expect(quick.body.provenance.scope).toBe('quick')
  })

  const wrong = [
    {
      what: 'a rule set that is not there',
      body: { record: {}, ruleSet: 'iso-44030' },
      faults: [['/ruleSet', 'conflict', 'there is no rule set "iso-44030"; did you mean "iso-44003"?']],
    },
    {
      what: 'a scope that is not there',
      body: { record: {}, ruleSet: 'guild', scope: 'quack' },
      faults: [['/scope', 'conflict', 'the rule set has no scope "quack"; did you mean "quick"?']],
    },
    {
      what: 'an answer that the rule set does not know',
      body: { record: { answers: { 'trust/1': { value: 'yess' } } }, ruleSet: 'guild' },
      faults: [['/record/answers/trust~11/value', 'conflict', 'unknown answer "yess"; did you mean "yes"?']],
    },
    {
      what: 'a record that is none, and a day that is none',
      body: { record: { rmp: { ownr: 'Ada' } }, ruleSet: 'guild', asOf: '2026-02-30' },
      faults: [
        ['/record/rmp/ownr', 'unknown-key', expect.stringContaining('did you mean "owner"?')],
        ['/asOf', 'bad-format', expect.stringContaining('calendar day')],
      ],
    },
  ]
  test.each(wrong)('$what is told, with what would be right', async ({ body, faults }) => {
    expect(faultsOf(await post('/v1/assessments', body))).toEqual(faults)
  })
})

describe('a relationship that is kept', () => {
  test('is assessed as it is now, and not sent twice to who has it', async () => {
    const relationship = await relationshipOf(world, harbour)
    const path = `/v1/relationships/${relationship}/assessment?ruleSet=iso-44003&asOf=${asOf}`
    const first = await get(path)
    expect(first.body.headline.score).toBe(
      createAssessor(iso).assess(harbour, { asOf, isWitnessed: () => false }).headline.score,
    )
    const etag = first.headers.get('etag')!
    expect((await get(path, world.own.key, { 'if-none-match': etag })).status).toBe(304)
    await change(world, relationship, { rmp: { owner: 'Ben Rowe' } })
    expect((await get(path, world.own.key, { 'if-none-match': etag })).status).toBe(200)
    expect((await get(`${path}&scope=ten-minute`)).status).toBe(422)
  })

  test('shows where it stands today; scored again when the record, the rules or the day change', async () => {
    const relationship = await relationshipOf(world, { rmp: { versionAt: '2026-08-20' }, answers: answers('trust/1') })
    const look = async () => {
      const { body } = await get(`/v1/relationships/${relationship}/score?ruleSet=guild`)
      return [body.version, body.asOf, body.scores.headline.score]
    }
    await post(`/v1/relationships/${relationship}/results`, { ruleSet: 'guild' })
    expect(await look()).toEqual(['1.0.0', '2026-11-24', 1])
    await change(world, relationship, { answers: answers('trust/2') })
    expect(await look()).toEqual(['1.0.0', '2026-11-24', 1.5])
    await publish(world, guildRuleSet('1.1.0', [...guildIndicators, { id: 'trust/2b' }]))
    expect(await look()).toEqual(['1.1.0', '2026-11-24', 1.25])
    world.clock.now = new Date('2026-12-24T10:00:00.000Z')
    expect(await look()).toEqual(['1.1.0', '2026-12-24', 0.75])
    world.clock.now = new Date('2026-11-24T10:00:00.000Z')
    await publish(world, guildRuleSet('1.0.0'))
  })

  test('stands in the list of its firm, page by page', async () => {
    const all = (await get(`/v1/firms/${world.own.firm}/relationships?limit=200`)).body.items as { id: string }[]
    const first = await get(`/v1/firms/${world.own.firm}/scores?ruleSet=guild&limit=2`)
    const rest = await get(`/v1/firms/${world.own.firm}/scores?ruleSet=guild&limit=200&cursor=${first.body.next}`)
    const seen = [...first.body.items, ...rest.body.items].map((item) => item.relationship)
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(rest.body.next).toBeNull()
  })

  test.each(['p10.own/2', '5.10.3.2/2'])('explains the indicator %s', async (indicator) => {
    const relationship = await relationshipOf(world, harbour)
    const query = `ruleSet=iso-44003&asOf=${asOf}&indicator=${encodeURIComponent(indicator)}`
    const { body } = await get(`/v1/relationships/${relationship}/explanation?${query}`)
    expect(body).toMatchObject({
      indicator: 'p10.own/2',
      citation: '5.10.3.2/2',
      level: 2,
      outcome: 'unmet',
      effort: 30,
    })
    expect(body.statement).toContain('risk to our own firm')
    expect(body.observed[0].words).toContain('What could go wrong')
    expect(body.next).toContain('Put a name')
    expect(body.clause).toMatchObject({ id: 'p10.own', level: 1, heldBackBy: [{ by: 'indicator' }] })
  })

  test('cannot explain what is not asked', async () => {
    const at = `/v1/relationships/${world.own.relationship}/explanation?ruleSet=guild`
    expect(faultsOf(await get(`${at}&indicator=trust/9`))[0]![2]).toContain(
      'there is no indicator "trust/9"; did you mean',
    )
    expect(faultsOf(await get(`${at}&scope=quick&indicator=trust/2`))[0]![2]).toContain(
      'the scope "quick" does not ask',
    )
  })

  test('finds the cheapest ways to the next level', async () => {
    const { body } = await get(`/v1/relationships/${world.own.relationship}/paths?ruleSet=guild`)
    expect(body.items).toContainEqual({ to: 'plan', level: 1, effort: 30, steps: ['plan/1'] })
    expect(body.items[0]).toMatchObject({ to: 'headline', level: 1 })
  })
})

function answers(...met: string[]): NonNullable<Relationship['answers']> {
  return Object.fromEntries(met.map((id) => [id, { value: 'yes' }]))
}
