import { rateCompetences } from '@joinery/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { createWitness } from '../src/assess/witness.ts'
import { partnership } from './partnership.ts'
import { craft } from './guild.ts'
import { linkTo } from './partner-examples.ts'
import { secret } from './world.ts'

const at = partnership({ powers: ['ratings'], fields: [] })
beforeEach(async () => {
  await at.change({
    people: [
      { side: 'us', name: 'Ada Harbour' },
      { side: 'partner', name: 'Ben Rowe' },
    ],
  })
})

const [listening, agreement] = ['competence.listening', 'competence.agreement']
const askFor = (items: readonly string[], more: object = {}) =>
  at.ask('POST', '/ratings', { body: { ruleSet: 'craft', person: 'Ada Harbour', items, ...more } })
const give = (given: object, as = at.partner) => at.ask('POST', '/ratings/given', { as, body: { ratings: given } })
const standing = async () => (await at.ask('GET', '/ratings')).body
const invitation = async (as: string) => (await at.ask('GET', '/invitation', { as })).body
const today = '2026-11-24'

describe('the firm asks the partner how one of its people acts', () => {
  test('the partner sees the items in plain words and the name, and nothing else', async () => {
    await at.change({ competences: [{ personRef: 'Ada Harbour', item: listening, at: today, self: 3 }] })
    expect((await askFor([listening])).status).toBe(201)
    expect((await invitation(at.partner)).asked).toEqual({
      person: 'Ada Harbour',
      at: expect.any(String),
      language: 'en',
      items: [
        {
          item: listening,
          title: 'Skill: listening',
          low: 'Seldom seen.',
          mid: 'Seen at times.',
          high: 'Seen always.',
        },
      ],
    })
    expect((await at.ask('GET', '/ratings', { as: at.partner })).status).toBe(403)
    expect((await invitation(await linkTo(at.world, at.world.own, { powers: ['pulse'], fields: [] }))).asked).toBeNull()
  })

  test('of four items at most, that there are, each once, and of somebody on its own side', async () => {
    const five = craft.document.competences!.items.map(({ id }) => id)
    const many = await askFor(five)
    expect([many.status, many.body.errors[0].pointer]).toEqual([422, '/items'])
    const wrong = await askFor([listening, 'competence.nothing', listening], { person: 'Ben Rowe' })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/person',
      '/items/1',
      '/items/2',
    ])
    expect((await standing()).asked).toBeNull()
    expect((await askFor(five.slice(0, 4))).status).toBe(201)
  })

  test('a new question takes the place of one that waits', async () => {
    await askFor([listening])
    await askFor([agreement])
    expect((await standing()).asked.items.map(({ item }: { item: string }) => item)).toEqual([agreement])
    const old = await give({ [listening]: 1 })
    expect([old.status, old.body.errors[0].pointer]).toEqual([422, `/ratings/${listening}`])
  })
})

describe('the partner answers once', () => {
  test('it counts as the group of the partner, beside what the person said', async () => {
    await at.change({ competences: [{ personRef: 'Ada Harbour', item: listening, at: today, self: 3 }] })
    await askFor([listening, agreement])
    const given = await give({ [listening]: 1, [agreement]: 'notSeen' })
    expect([given.status, given.body]).toEqual([200, { asked: null, given: [] }])
    const { ratings, tooMany } = rateCompetences(craft, await at.record(), { asOf: today })
    expect(ratings).toMatchObject([{ item: 'listening', ratings: { self: 3, partner: 1 }, score: 1, spread: 2 }])
    expect(tooMany).toEqual([])
    expect(await invitation(at.partner)).toMatchObject({ asked: null, ratedAt: today })
    expect((await invitation(await linkTo(at.world, at.world.own))).ratedAt).toBeNull()
    expect((await give({ [listening]: 3 })).body.code).toBe('conflict')
  })

  test.each([
    [{}, '/ratings'],
    [{ [agreement]: 2 }, `/ratings/${agreement}`],
    [{ [listening]: 4 }, `/ratings/${listening}`],
    [{ [listening]: 1.5 }, `/ratings/${listening}`],
    [{ [listening]: 'often' }, `/ratings/${listening}`],
    [{ ['a/b~c']: 2 }, '/ratings/a~1b~0c'],
  ])('what is no answer is refused where it stands: %j', async (wrong, pointer) => {
    await askFor([listening])
    const { status, body } = await give(wrong)
    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    expect((await at.record()).competences).toBeUndefined()
  })

  test('by a link that is for it, and holds', async () => {
    await askFor([listening])
    const answer = { [listening]: 2 }
    expect((await give(answer, await linkTo(at.world, at.world.own, { powers: ['pulse'], fields: [] }))).status).toBe(
      403,
    )
    expect(
      (await give(answer, await linkTo(at.world, at.world.sibling, { powers: ['ratings'], fields: [] }))).status,
    ).toBe(404)
    expect((await give(answer, at.firm)).status).toBe(403)
    const { items } = (await at.ask('GET', '/links')).body
    const { id } = items.find(({ powers }: { powers: string[] }) => powers.join() === 'ratings')
    await at.ask('DELETE', `/links/${id}`)
    expect((await give(answer)).status).toBe(401)
    const late = await linkTo(at.world, at.world.own, {
      powers: ['ratings'],
      fields: [],
      expiresAt: '2026-11-25T00:00:00Z',
    })
    at.world.clock.now = new Date('2026-11-26T00:00:00Z')
    expect((await give(answer, late)).status).toBe(401)
    expect((await standing()).asked).not.toBeNull()
  })
})

describe('the word is the partner’s', () => {
  const word = [{ person: 'Ada Harbour', item: listening, at: today, rating: 1 }]

  test('what the firm writes or changes in its record does not change what the service saw', async () => {
    await askFor([listening])
    await give({ [listening]: 1 })
    const { competences = [], evidence = [] } = await at.record()
    expect(evidence).toMatchObject([{ factPath: 'competences', providedBy: 'partner', confirmedByPartnerAt: today }])
    const isVouched = async () =>
      createWitness(secret).seen({ relationship: at.world.own.relationship, record: await at.record() })(evidence[0]!)
    // what others say may change; the word of the partner holds for what it said
    await at.change({
      competences: [...competences, { personRef: 'Ada Harbour', item: listening, at: today, self: 3 }],
    })
    expect(await isVouched()).toBe(true)
    await at.change({ competences: competences.map((entry) => ({ ...entry, partner: 3 })) })
    expect(await isVouched()).toBe(false)
    expect((await standing()).given).toEqual(word)
    await at.change({ competences: [] })
    expect((await standing()).given).toEqual(word)
  })

  test('what the firm wrote in its name before does not become its word', async () => {
    await at.change({ competences: [{ personRef: 'Ada Harbour', item: agreement, at: today, partner: 3 }] })
    await askFor([listening])
    await give({ [listening]: 1 })
    expect((await at.record()).evidence).toBeUndefined()
    expect((await standing()).given).toEqual(word)
  })

  test('the audit log tells that it was given, never what', async () => {
    await askFor([listening])
    await give({ [listening]: 1 })
    const { items } = (await at.world.ask('GET', '/v1/audit', { as: at.firm })).body
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['ratings.ask', 'ratings.give']),
    )
    expect(JSON.stringify(items)).not.toContain(listening)
  })
})
