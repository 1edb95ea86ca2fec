import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { craft } from './guild.ts'
import { linkTo } from './partner-examples.ts'
import { createWorld, type World } from './world.ts'

let world: World
let path: string
beforeAll(async () => {
  world = await createWorld({ ruleSets: [craft] })
  const record = {
    org: { name: 'Harbour Joinery' },
    rel: { partnerName: 'Castell & Rowe' },
    risks: [{ title: 'They leave us', severity: 'high', scope: 'own', status: 'open' }],
    commitments: [{ side: 'us', text: 'Send the new prices', due: '2026-01-15' }],
  }
  const made = await world.ask('POST', `/v1/firms/${world.own.firm}/relationships`, {
    as: world.own.key,
    body: { record },
  })
  path = `/v1/relationships/${made.body.id}`
})
afterAll(() => world.close())

const read = (ending = '') => world.ask('GET', `${path}/review${ending}?ruleSet=craft`, { as: world.own.key })

describe('the review of a relationship', () => {
  test('names what is due and when the next one should be', async () => {
    const { status, body } = await read()
    expect(status).toBe(200)
    expect(body.items).toEqual([
      { kind: 'promise', says: 'Send the new prices', side: 'us', due: '2026-01-15', isOverdue: true },
      { kind: 'risk', says: 'Read again: They leave us (high)', side: null, due: null, isOverdue: false },
    ])
    expect(body.next > body.asOf).toBe(true)
    expect(body.scores[0].on).toBe(body.asOf)
  })

  test.each([
    ['.html', '<!doctype html>'],
    ['.md', '# Harbour Joinery and Castell &amp; Rowe'],
    ['.ics', 'BEGIN:VCALENDAR'],
  ])('can be taken along as %s', async (ending, beginning) => {
    const { status, body } = await read(ending)
    expect(status).toBe(200)
    expect(String(body).trimStart().slice(0, beginning.length).toLowerCase()).toBe(beginning.toLowerCase())
  })

  test('is nothing for the partner: our own risks stand in it', async () => {
    const id = path.split('/').at(-1)!
    const as = await linkTo(world, { ...world.own, relationship: id })
    for (const ending of ['', '.html', '.md', '.ics'])
      expect((await world.ask('GET', `${path}/review${ending}?ruleSet=craft`, { as })).status).toBe(403)
  })
})
