import { afterAll, expect, test } from 'vitest'
import { openSectors } from '../../src/index.ts'
import { baseline } from '../rule-sets.ts'
import { createWorld } from '../world.ts'
import { bake } from './bakery.ts'

const rooms = await openSectors([bake()])
const world = await createWorld({ ruleSets: [baseline()], sectors: rooms })
afterAll(async () => {
  await rooms.end()
  await world.close()
})

const as = world.own.key
const sound = { ext: { bakery: { loaves: 60, flour: 'Rye' } } }
const wrong = { ext: { bakery: { loaves: 'sixty', flour: 'Ryee', loavs: 3 } } }
const add = (record: unknown) =>
  world.ask('POST', `/v1/firms/${world.own.firm}/relationships`, { as, body: { record } })

async function kept(record: unknown): Promise<{ path: string; version: () => Promise<{ 'if-match': string }> }> {
  const made = await add(record)
  expect(made.status).toBe(201)
  const path = `/v1/relationships/${made.body.id}`
  const version = async () => ({ 'if-match': (await world.ask('GET', path, { as })).headers.get('etag')! })
  return { path, version }
}

const found = (prefix: string) => [
  { pointer: `${prefix}/ext/bakery/loaves`, message: '"sixty" should be a number' },
  { pointer: `${prefix}/ext/bakery/flour`, message: expect.stringContaining('did you mean "Rye"') },
  { pointer: `${prefix}/ext/bakery/loavs`, message: expect.stringContaining('did you mean "loaves"') },
]

test('a new relationship whose sector data its plugin would not read is refused, with each place', async () => {
  const { status, body } = await add(wrong)
  expect(status).toBe(422)
  expect(body.errors).toMatchObject(found('/record'))
})

test('so is one that is replaced, and one whose sector data is changed', async () => {
  const { path, version } = await kept(sound)
  const replaced = await world.ask('PUT', path, { as, body: { record: wrong }, headers: await version() })
  expect({ status: replaced.status, errors: replaced.body.errors }).toMatchObject({
    status: 422,
    errors: found('/record'),
  })
  const patched = await world.ask('PATCH', path, { as, body: wrong, headers: await version() })
  expect({ status: patched.status, errors: patched.body.errors }).toMatchObject({ status: 422, errors: found('') })
  expect((await world.ask('GET', path, { as })).body.record).toEqual(sound)
})

test('data of sectors that no plugin is at hand for is kept as it comes', async () => {
  const { path } = await kept({ ext: { brewery: { hops: 'many' } } })
  expect((await world.ask('GET', path, { as })).body.record.ext).toEqual({ brewery: { hops: 'many' } })
})
