import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { backup, restore, ServerProblem, verifyAudit } from '../src/index.ts'
import { newFolder } from './folders.ts'
import { startProcess, type Env, type ServiceProcess } from './service-process.ts'
import { addMember, operator, relationshipsOf, type Member } from './world.ts'
import { startWriters } from './writers.ts'

const folder = newFolder()
const { key: operatorKey, env: operating } = operator()
const data = join(folder, 'data')
const source = { env: { JOINERY_DATA: data }, folder }
const copy = join(folder, 'copies', 'monday.backup')
let service: ServiceProcess
let member: Member

beforeAll(async () => {
  service = await startProcess({ ...operating, JOINERY_DATA: data })
  member = await addMember(service.address, operatorKey)
})
afterAll(async () => {
  await service.stop()
})

/** Writes for a while, until so many more relationships are kept. */
async function addRelationships(count: number): Promise<void> {
  const writers = startWriters({ address: () => service.address, member, clients: 4 })
  while (writers.acknowledged() < count) await new Promise((resolve) => setTimeout(resolve, 5))
  await writers.stop()
}

/** What a service with these settings has. */
async function keptBy(env: Env): Promise<number> {
  const restored = await startProcess({ ...operating, ...env })
  const { length } = await relationshipsOf(restored.address, member)
  await restored.stop()
  return length
}

describe('the drill: back up while clients write, lose everything, restore', { timeout: 120_000 }, () => {
  test('a backup beside the running service holds every write acknowledged before it', async () => {
    await addRelationships(20)
    const before = (await relationshipsOf(service.address, member)).length
    const writers = startWriters({ address: () => service.address, member: { ...member }, clients: 2 })
    const written = await backup(source, copy)
    await writers.stop()
    expect(written).toMatchObject({ file: copy, keyFile: join(data, 'joinery.sqlite.key') })
    expect(Object.keys(written.tenants)).toHaveLength(1)

    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    copyFileSync(join(data, 'joinery.sqlite.key'), join(elsewhere, 'joinery.sqlite.key'))
    const restored = await restore({ env: { JOINERY_DATA: elsewhere }, folder }, copy)
    expect(restored.tenants).toEqual(written.tenants)
    expect(await keptBy({ JOINERY_DATA: elsewhere })).toBeGreaterThanOrEqual(before)
  })

  test('the same backup fills a PostgreSQL, and a backup of that fills a SQLite file', async () => {
    const postgres = { DATABASE_URL: await newDatabase(), JOINERY_KEY_FILE: join(data, 'joinery.sqlite.key') }
    const moved = await restore({ env: postgres, folder }, copy)
    // before a service runs on it: a service seals the audit log when it ends
    const written = await backup({ env: postgres, folder }, join(folder, 'copies'))
    expect(written.tenants).toEqual(moved.tenants)
    const count = await keptBy(postgres)
    expect(count).toBeGreaterThanOrEqual(20)
    const back = { JOINERY_DATA: join(folder, 'back'), JOINERY_KEY_FILE: postgres.JOINERY_KEY_FILE }
    expect((await restore({ env: back, folder }, written.file)).tenants).toEqual(moved.tenants)
    expect(await keptBy(back)).toBe(count)
  })
})

describe('what cannot be done is said in plain words', { timeout: 60_000 }, () => {
  const elsewhere = (name: string, env: Env = {}) => ({ env: { JOINERY_DATA: join(folder, name), ...env }, folder })
  const keyFile = { JOINERY_KEY_FILE: join(data, 'joinery.sqlite.key') }

  test.each<readonly [what: string, attempt: () => Promise<unknown>, message: string]>([
    ['a backup over another one', () => backup(source, copy), 'monday.backup is there already'],
    ['a backup of nothing', () => backup(elsewhere('nothing'), join(folder, 'n.backup')), 'there are no data yet'],
    [
      'a backup that is not there',
      () => restore(elsewhere('r1', keyFile), join(folder, 'gone')),
      'there is no such backup',
    ],
    ['without the master key', () => restore(elsewhere('r2'), copy), 'the master key is not there'],
    [
      'with another master key',
      () => restore(elsewhere('r3', { JOINERY_KEY: randomBytes(32).toString('base64') }), copy),
      'the master key is not the one that these data were sealed with',
    ],
    ['into a store that is not empty', () => restore(elsewhere('back', keyFile), copy), 'restored into an empty store'],
  ])('%s', async (_, attempt, message) => {
    const error = await attempt().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServerProblem)
    expect((error as ServerProblem).message).toContain(message)
  })

  test('a backup that was cut short is refused, and leaves the store empty', async () => {
    const cut = join(folder, 'cut.backup')
    writeFileSync(cut, readFileSync(copy).subarray(0, 20_000))
    const target = elsewhere('r4', keyFile)
    await expect(restore(target, cut)).rejects.toThrow(ServerProblem)
    await restore(target, copy)
    expect(await keptBy(target.env)).toBeGreaterThanOrEqual(20)
  })
})

describe('the audit log', { timeout: 60_000 }, () => {
  test('is as it was written, and can be verified while the service runs', async () => {
    const [verified] = await verifyAudit(source, {})
    expect(verified).toMatchObject({ name: 'Larkmoor Builders', verdict: { findings: [] } })
    expect(verified!.verdict.entries).toBeGreaterThanOrEqual(20)
  })

  test('shows what somebody with the file and without the key has changed', async () => {
    const target = {
      env: { JOINERY_DATA: join(folder, 'back'), JOINERY_KEY_FILE: join(data, 'joinery.sqlite.key') },
      folder,
    }
    const { openStore } = await import('@joinery/store')
    const file = join(folder, 'back', 'joinery.sqlite')
    const store = await openStore(`sqlite:${file}`, {
      masterKey: Buffer.from(readFileSync(target.env.JOINERY_KEY_FILE, 'utf8'), 'base64'),
    })
    const { items } = await store.platform.listTenants({ limit: 1 })
    const context = (await store.tenant(items[0]!.id))!
    await store.write(context, (tx) => tx.audit.seal())
    await store.close()
    expect((await verifyAudit(target, {}))[0]!.verdict.findings).toEqual([])
    const database = new DatabaseSync(file)
    database.exec(`update audit set action = 'nothing.happened' where id = (select min(id) from audit)`)
    database.close()
    expect((await verifyAudit(target, {}))[0]!.verdict.findings).toEqual([expect.objectContaining({ code: 'changed' })])
  })
})
