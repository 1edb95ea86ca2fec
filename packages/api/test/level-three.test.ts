import { readFileSync } from 'node:fs'
import { shareableFields, type Relationship, type Result } from '@joinery/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baseline } from './rule-sets.ts'
import { createWorld, type World } from './world.ts'

// a binder and a printer who have bid together for five years, as the binder wrote it down
const place = new URL('../../../rules/iso-44003/cases/mature-alliance.json', import.meta.url)
const { given } = JSON.parse(readFileSync(place, 'utf8')) as { given: Relationship }
const shared = shareableFields.filter((field) => !field.includes('.'))
const ratings = { reliability: 4, openness: 4, fairness: 4, capability: 5 }

let world: World
beforeAll(async () => {
  world = await createWorld({ ruleSets: [baseline()] })
})
afterAll(() => world.close())

test('the whole reaches level 3 by what the partner does behind its link, and by nothing that the firm writes', async () => {
  const path = await relationshipWith(withoutPartner(given))
  expect(await standing(path)).toEqual({ level: 2, principles: [2], confirmation: 'none' })
  // the same with the partner's word, written down by the firm itself
  expect(await standing(await relationshipWith(given))).toEqual({ level: 2, principles: [2], confirmation: 'none' })

  const link = await linkTo(path)
  const { record } = (await world.ask('GET', path, { as: link })).body
  const fields = shared.filter((field) => Object.hasOwn(record, field))
  await done(link, `${path}/confirmations`, { fields })
  expect(await standing(path)).toMatchObject({ level: 3, confirmation: 'witnessed', principles: [2, 3, 4] })
  await done(link, `${path}/pulse`, ratings)
  await done(world.own.key, `${path}/pulse`, ratings)
  await done(link, `${path}/plan/approval`)
  expect(await standing(path)).toEqual({ level: 3, principles: [3, 4], confirmation: 'witnessed' })

  // word by word the same record elsewhere, where no partner took part
  const kept = (await world.ask('GET', path, { as: world.own.key })).body.record
  expect(await standing(await relationshipWith(kept))).toMatchObject({ level: 2, confirmation: 'none' })
})

function withoutPartner({ evidence = [], pulses = [], rmp, ...rest }: Relationship): Relationship {
  const { partnerApprovedAt: _, ...plan } = rmp ?? {}
  const own = evidence.filter(({ providedBy }) => providedBy !== 'partner')
  return { ...rest, rmp: plan, pulses: pulses.filter(({ side }) => side === 'us'), evidence: own }
}

async function relationshipWith(record: Relationship): Promise<string> {
  const { key, firm } = world.own
  const { status, body } = await world.ask('POST', `/v1/firms/${firm}/relationships`, { as: key, body: { record } })
  expect(status).toBe(201)
  return `/v1/relationships/${body.id}`
}

async function linkTo(path: string): Promise<string> {
  const body = { label: 'Edda Kruse', fields: shared, expiresAt: '2027-01-01T00:00:00.000Z' }
  return (await world.ask('POST', `${path}/links`, { as: world.own.key, body })).body.token
}

async function done(as: string, path: string, body?: object): Promise<void> {
  const { status } = await world.ask('POST', path, { as, headers: { 'if-match': '*' }, body })
  expect({ path, status }).toEqual({ path, status: 200 })
}

/** The level of the whole, and which levels the twelve principles have. */
async function standing(path: string): Promise<object> {
  const { body } = await world.ask('GET', `${path}/assessment?ruleSet=iso-44003`, { as: world.own.key })
  const { headline, principles, confirmation } = body as Result
  const levels = new Set(principles.map(({ level }) => level))
  return { level: headline.level, principles: [0, 1, 2, 3, 4].filter((level) => levels.has(level)), confirmation }
}
