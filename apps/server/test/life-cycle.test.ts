import { randomBytes } from 'node:crypto'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { createCaller } from './caller.ts'
import { newFolder } from './folders.ts'
import { runToTheEnd, startProcess } from './service-process.ts'
import { addMember, operator } from './world.ts'

const folder = newFolder()

const { call, close } = createCaller()
afterAll(close)

const slow = { timeout: 120_000 }

describe('a service that starts', () => {
  test('is ready on SQLite, shows a page without scripts, and ends with 0', slow, async () => {
    const service = await startProcess({ JOINERY_DATA: join(folder, 'first') })
    expect(await call(service.address, { path: '/readyz' })).toMatchObject({ status: 200, body: { status: 'ok' } })
    const home = await call(service.address, { path: '/' })
    expect(home.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'/,
    )
    expect(String(home.body)).toContain('<a class="card" href="/docs">')
    expect(String(home.body)).not.toContain('<script')
    expect(await service.stop('SIGINT')).toBe(0)
    expect(service.written()).toMatch(/"msg":"stopped"/)
  })

  test('leaves one whole file behind, with nothing in a write-ahead log', slow, async () => {
    const data = join(folder, 'whole')
    const service = await startProcess({ JOINERY_DATA: data })
    expect(await service.stop()).toBe(0)
    expect(statSync(join(data, 'joinery.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    const database = new DatabaseSync(join(data, 'joinery.sqlite'), { readOnly: true })
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    database.close()
  })

  test('has sealed every entry of the audit log when it ends', slow, async () => {
    const data = join(folder, 'sealed')
    const { key, env } = operator()
    const service = await startProcess({ ...env, JOINERY_DATA: data })
    await addMember(service.address, key)
    expect(await service.stop()).toBe(0)
    const database = new DatabaseSync(join(data, 'joinery.sqlite'), { readOnly: true })
    expect(database.prepare('select count(*) > 0 as some, count(seal) = count(*) as whole from audit').get()).toEqual({
      some: 1,
      whole: 1,
    })
    database.close()
  })

  test('is ready on PostgreSQL', slow, async () => {
    const env = { DATABASE_URL: await newDatabase(), JOINERY_KEY: randomBytes(32).toString('base64') }
    const service = await startProcess(env)
    expect(await call(service.address, { path: '/readyz' })).toMatchObject({ status: 200 })
    expect(await service.stop()).toBe(0)
  })
})

/** Each ends with one message and no trace of the program. */
describe('a service that cannot start says in one message what to do', () => {
  const oneMessage = (stderr: string, code: number | null) => ({
    code,
    message: stderr.replaceAll(folder, '…').trim(),
  })

  test('a port in use', slow, async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await runToTheEnd({ JOINERY_DATA: join(folder, 'port'), PORT: String(port) })
    other.close()
    expect(oneMessage(stderr, code)).toEqual({
      code: 75,
      message: `joinery: port ${port} of 127.0.0.1 is in use; stop what uses it, or choose another one: PORT=4401`,
    })
  })

  test('data that another process is using, which goes on undisturbed', slow, async () => {
    const env = { JOINERY_DATA: join(folder, 'shared') }
    const first = await startProcess(env)
    const { code, stderr } = await runToTheEnd(env)
    expect(oneMessage(stderr, code)).toEqual({
      code: 75,
      message:
        'joinery: …/shared/joinery.sqlite: another process is using these data; stop it first, or give this one a DATABASE_URL of its own',
    })
    expect(await call(first.address, { path: '/readyz' })).toMatchObject({ status: 200 })
    await first.stop()
  })

  test('a folder that cannot be written', slow, async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, stderr } = await runToTheEnd({ JOINERY_DATA: join(folder, 'file', 'data') })
    expect(oneMessage(stderr, code)).toEqual({
      code: 2,
      message:
        'joinery: …/file/data: cannot be written (ENOTDIR); check the folder and its rights, or choose another one in JOINERY_DATA',
    })
  })

  test('a folder for backups that cannot be written, before the first backup is due', slow, async () => {
    writeFileSync(join(folder, 'no-folder'), '')
    const { code, stderr } = await runToTheEnd({
      JOINERY_DATA: join(folder, 'backed-up'),
      JOINERY_BACKUPS: join(folder, 'no-folder'),
    })
    expect(oneMessage(stderr, code)).toEqual({
      code: 2,
      message:
        'joinery: …/no-folder: cannot be written (EEXIST); check the folder and its rights, or choose another one in JOINERY_BACKUPS',
    })
  })

  test.each(['SQLite', 'PostgreSQL'])(
    'another master key than the data were sealed with, on %s',
    slow,
    async (engine) => {
      const place = engine === 'SQLite' ? { JOINERY_DATA: join(folder, 'key') } : { DATABASE_URL: await newDatabase() }
      const first = await startProcess({ ...place, JOINERY_KEY: Buffer.alloc(32, 1).toString('base64') })
      await first.stop()
      const { code, stderr } = await runToTheEnd({ ...place, JOINERY_KEY: Buffer.alloc(32, 2).toString('base64') })
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 })
      expect(stderr).toContain(
        'the master key is not the one that these data were sealed with; bring the right one back',
      )
    },
  )

  test('data of a newer Joinery', slow, async () => {
    const data = join(folder, 'newer')
    const service = await startProcess({ JOINERY_DATA: data })
    await service.stop()
    const database = new DatabaseSync(join(data, 'joinery.sqlite'))
    database.exec(`insert into migration (name, at) values ('9999-of-tomorrow', '2030-01-01')`)
    database.close()
    const { code, stderr } = await runToTheEnd({ JOINERY_DATA: data })
    expect(oneMessage(stderr, code)).toEqual({
      code: 2,
      message:
        'joinery: …/newer/joinery.sqlite: these data were written by a newer Joinery; install that version, or restore a backup from before',
    })
  })

  test('data without their master key', slow, async () => {
    mkdirSync(join(folder, 'keyless'))
    writeFileSync(join(folder, 'keyless', 'joinery.sqlite'), '')
    const { code, stderr } = await runToTheEnd({ JOINERY_DATA: join(folder, 'keyless') })
    expect(oneMessage(stderr, code)).toEqual({
      code: 2,
      message:
        'joinery: …/keyless/joinery.sqlite.key: the master key is not there; without it nothing that was sealed can be read. Bring the file back, or say where it is in JOINERY_KEY_FILE',
    })
  })

  test('a database that does not answer may answer later, and its password is not said', slow, async () => {
    const { code, stderr } = await runToTheEnd({
      DATABASE_URL: 'postgres://joinery:canary-password@127.0.0.1:1/joinery',
      JOINERY_KEY: Buffer.alloc(32, 1).toString('base64'),
    })
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 75, lines: 1 })
    expect(stderr).toContain('the database in DATABASE_URL: PostgreSQL does not answer')
    expect(stderr).not.toContain('canary')
  })

  test('settings that do not fit, all of them', slow, async () => {
    const { code, stderr } = await runToTheEnd({ PORT: 'http', JOINERY_WORKERS: 'many', JOINERY_KEY: 'canary' })
    expect(code).toBe(2)
    expect(stderr).toBe(
      [
        'joinery: the configuration is not right:',
        '  PORT: "http" does not fit; give a whole number from 0 to 65535',
        '  JOINERY_KEY: the value does not fit; give 32 random bytes as base64: openssl rand -base64 32',
        '  JOINERY_WORKERS: "many" does not fit; give a whole number from 0 to 16',
        '',
      ].join('\n'),
    )
  })

  test('rule sets with faults, each with its file', slow, async () => {
    const file = join(folder, 'rules.json')
    writeFileSync(file, '{ "id": "odd" }')
    const { code, stderr } = await runToTheEnd({ JOINERY_DATA: join(folder, 'rules'), JOINERY_RULE_SETS: file })
    expect(code).toBe(2)
    expect(stderr).toContain('joinery: JOINERY_RULE_SETS: these rule sets have faults; joinery check says more')
    expect(stderr).toContain(`  ${file}`)
  })
})
