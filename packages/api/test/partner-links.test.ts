import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKeyText, type Mailer } from '../src/index.ts'
import { linkTo } from './partner-examples.ts'
import { aCopy } from './examples.ts'
import { craft } from './guild.ts'
import { createWorld, type World } from './world.ts'

let world: World
let path: string
let good: string
let tenant: string
beforeAll(async () => {
  world = await createWorld({ ruleSets: [craft] })
  path = `/v1/relationships/${world.own.relationship}`
  good = await linkTo(world, world.own)
  tenant = (await world.ask('GET', '/v1/whoami', { as: world.own.key })).body.association
})
afterAll(() => world.close())

const pulse = { reliability: 4, openness: 3, fairness: 4, capability: 5 }
const anyVersion = { 'if-match': '*' }

/** Everything that a link can be used for, and the power that it takes. */
const doors: readonly [power: string, method: string, rest: string, body?: unknown][] = [
  ['any', 'GET', '/invitation'],
  ['confirm plan', 'GET', ''],
  ['confirm', 'POST', '/confirmations', { fields: ['rmp'] }],
  ['confirm plan', 'POST', '/remarks', { comment: 'Not quite.' }],
  ['pulse', 'GET', '/pulse'],
  ['pulse', 'POST', '/pulse', pulse],
  ['plan', 'GET', '/plan/approval'],
  ['plan', 'POST', '/plan/approval'],
  ['plan', 'GET', '/plan.html?ruleSet=craft'],
  ['plan', 'GET', '/plan.md?ruleSet=craft'],
  ['plan', 'GET', '/plan.docx?ruleSet=craft'],
]

/** What no link opens, whatever it is for. */
const walls = ['/plan/state', '/private-plan.html', '/private-plan.md', '/private-plan.docx', '/review']

async function knockAll(as: string, relationship = path): Promise<[door: string, status: number][]> {
  const found: [string, number][] = []
  for (const [, method, rest, body] of doors) {
    const more = method === 'POST' ? { headers: anyVersion } : {}
    const { status } = await world.ask(method, `${relationship}${rest}`, { as, body, ...more })
    found.push([`${method} ${rest}`, status])
  }
  return found
}

const allWith = (status: number) => doors.map(([, method, rest]) => [`${method} ${rest}`, status])

/** The same token with another letter at one place. */
function altered(token: string, place: number): string {
  const letter = token[place] === 'A' ? 'B' : 'A'
  return token.slice(0, place) + letter + token.slice(place + 1)
}

const spread = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + Math.floor((index * (to - from)) / count))

const bad: readonly [what: string, make: () => string | Promise<string>][] = [
  ...spread(0, 10, 10).map((turn): [string, () => string] => [`guessed, ${turn}`, () => newKeyText('pl_', tenant)]),
  ['guessed, for another association', () => newKeyText('pl_')],
  ...spread(1, 74, 12).map((length): [string, () => string] => [`cut to ${length}`, () => good.slice(0, length)]),
  ...spread(3, 74, 12).map((place): [string, () => string] => [`altered at ${place}`, () => altered(good, place)]),
  ['with more at its end', () => `${good}A`],
  ['twice', () => good + good],
  ['as a secret key', () => good.replace('pl_', 'sk_live_')],
  ['as a visitor', () => good.replace('pl_', 'vt_')],
  ['in capitals', () => good.toUpperCase()],
  ['over', async () => over(await linkTo(world, world.own, { expiresAt: '2026-11-24T10:00:01.000Z' }))],
  ['taken back', async () => takenBack()],
]

/** Lets the link end, and lets what was remembered of it be forgotten. */
function over(token: string): string {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  return token
}

async function takenBack(): Promise<string> {
  const token = await linkTo(world, world.own)
  expect((await world.ask('GET', `${path}/invitation`, { as: token })).status).toBe(200)
  const { items } = (await world.ask('GET', `${path}/links`, { as: world.own.key })).body
  await world.ask('DELETE', `${path}/links/${items[0].id}`, { as: world.own.key })
  return token
}

// 40 links, each tried on all eleven doors: 440 attempts
test.each(bad)('a link that is %s opens nothing', async (_what, make) => {
  expect(await knockAll(await make())).toEqual(allWith(401))
})

test('a good link opens nothing of another relationship, firm or association', async () => {
  for (const { relationship } of [world.sibling, world.foreign])
    expect(await knockAll(good, `/v1/relationships/${relationship}`)).toEqual(allWith(404))
})

test('no link leads to the private half of the plan, nor to what is still to be done about it', async () => {
  const statuses = await Promise.all(
    walls.map(async (rest) => (await world.ask('GET', `${path}${rest}?ruleSet=craft`, { as: good })).status),
  )
  expect(statuses).toEqual(walls.map(() => 403))
})

describe('a link does what it is for', () => {
  test.each([['confirm'], ['pulse'], ['plan']])('%s, and nothing else', async (power) => {
    const token = await linkTo(world, world.own, { powers: [power] })
    const found = await knockAll(token)
    const opened = found.map(([door, status]) => [door, status < 300 ? 'opens' : status])
    const wanted = doors.map(([powers, method, rest]) => {
      const isFor = powers === 'any' || powers.split(' ').includes(power)
      return [`${method} ${rest}`, isFor ? 'opens' : 403]
    })
    expect(opened).toEqual(wanted)
  })
})

test('what was sent once and is sent again says nothing new, and nothing at all once the link is taken back', async () => {
  const as = await linkTo(world, world.own)
  const seen = (await world.ask('GET', path, { as })).headers.get('etag')!
  const confirm = { as, body: { fields: ['rmp'] }, headers: { 'if-match': seen, 'idempotency-key': 'once' } }
  const first = await world.ask('POST', `${path}/confirmations`, confirm)
  const again = await world.ask('POST', `${path}/confirmations`, confirm)
  expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true'])
  const late = { ...confirm, headers: { 'if-match': seen } }
  expect((await world.ask('POST', `${path}/confirmations`, late)).status).toBe(412)
  const { items } = (await world.ask('GET', `${path}/links`, { as: world.own.key })).body
  await world.ask('DELETE', `${path}/links/${items[0].id}`, { as: world.own.key })
  expect((await world.ask('POST', `${path}/confirmations`, confirm)).status).toBe(401)
})

test('each link has a rate of its own', async () => {
  const slow = await createWorld({ rates: { key: 20, address: 1e9, tenant: 1e9 } })
  const at = `/v1/relationships/${slow.own.relationship}/invitation`
  const other = await linkTo(slow, slow.own)
  const ask = async (as: string) => (await slow.ask('GET', at, { as })).status
  const statuses: number[] = []
  for (let turn = 0; turn < 25; turn++) statuses.push(await ask(slow.credentials.partner))
  expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  expect(await ask(other)).toBe(200)
  await slow.close()
})

test('a link is sent by mail where there is a mail server, and is not where there is none', async () => {
  let woken = 0
  const mailer: Mailer = { wake: () => void woken++ }
  const mailing = await createWorld({ mailer })
  const body = {
    label: 'Ben Rowe',
    fields: ['rmp'],
    expiresAt: '2027-01-01T00:00:00.000Z',
    mail: { to: 'ben@castell.example' },
  }
  const give = (to: World) => to.ask('POST', `/v1/relationships/${to.own.relationship}/links`, { as: to.own.key, body })
  const made = await give(mailing)
  expect([made.status, made.body.link.mail]).toEqual([201, 'waiting'])
  expect(woken).toBe(1)
  const [lease] = await mailing.store.outbox.claim({ limit: 5, leaseMs: 60_000 })
  expect(lease).toMatchObject({
    link: made.body.link.id,
    content: {
      token: made.body.token,
      to: 'ben@castell.example',
      label: 'Ben Rowe',
      firm: 'Harbour Joinery',
      language: 'en',
    },
  })
  const path = `/v1/relationships/${mailing.own.relationship}/links`
  const states = async () =>
    (await mailing.ask('GET', path, { as: mailing.own.key })).body.items.map(({ mail }: { mail: string }) => mail)
  expect((await states())[0]).toBe('waiting')
  await mailing.store.outbox.settle(lease!, { state: 'sent' })
  expect((await states())[0]).toBe('sent')
  await leaveWaiting(mailing, 1_000)
  const full = await give(mailing)
  expect([full.status, full.body.errors[0].message]).toEqual([422, expect.stringContaining('too many mails wait')])
  await mailing.close()
  const without = await createWorld()
  const refused = await give(without)
  expect([refused.status, refused.body.errors[0]]).toMatchObject([
    422,
    { pointer: '/mail', message: expect.stringContaining('this service has no mail server') },
  ])
  await without.close()
})

/** So many mails that nobody takes. */
async function leaveWaiting({ store, own }: World, count: number): Promise<void> {
  const found = await store.platform.tenantBySlug('woodworkers')
  const door = { purpose: 'partner', relationship: own.relationship, label: 'Ben Rowe', sharedFields: [] } as const
  await store.write(found!, async (tx) => {
    for (let index = 0; index < count; index++) {
      const { id } = await tx.links.create({ ...door, hash: `waits-${index}`, expiresAt: '2027-01-01T00:00:00.000Z' })
      await tx.mails.add(id, {})
    }
  })
}

test('a partner that became a member begins with what it took along: its own, and what it accepts of the rest', async () => {
  const { firm, key } = world.sibling
  const begin = (body: object) => world.ask('POST', `/v1/firms/${firm}/copies`, { as: key, body })
  const { status, body } = await begin({ copy: aCopy, accept: ['people'] })
  expect([status, body.offered]).toEqual([201, ['rmp']])
  expect(body.relationship.record).toEqual({
    org: { name: 'Castell & Rowe' },
    rel: { partnerName: 'Harbour Joinery', kind: 'supplier' },
    people: [{ side: 'partner', name: 'Ada Harbour' }],
    pulses: [
      { side: 'us', at: '2026-11-24', openness: 2 },
      { side: 'partner', at: '2026-11-24', openness: 4 },
    ],
  })
  const read = await world.ask('GET', `/v1/relationships/${body.relationship.id}`, { as: key })
  expect(read.body.record).toEqual(body.relationship.record)
  // what it says of both sides is the new member's word, and no confirmation
  const assessed = await world.ask('GET', `/v1/relationships/${body.relationship.id}/assessment?ruleSet=craft`, {
    as: key,
  })
  expect(assessed.body.confirmation).toBe('none')
  const wrong = await begin({ copy: aCopy, accept: ['segment'] })
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/accept/0'])
  const broken = await begin({ copy: { ...aCopy, record: { rel: { stag: 'x' } } } })
  expect([broken.status, broken.body.errors[0].pointer]).toEqual([422, '/copy/record/rel/stag'])
})
