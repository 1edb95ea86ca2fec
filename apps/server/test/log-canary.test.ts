import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { createCaller } from './caller.ts'
import { newFolder } from './folders.ts'
import { startProcess, type Env } from './service-process.ts'
import { addMember, operator } from './world.ts'

const folder = newFolder()

const canary = 'CANARY7f3a'
const places: readonly (readonly [engine: string, env: () => Promise<Env>])[] = [
  ['SQLite', () => Promise.resolve({ JOINERY_DATA: join(folder, 'data') })],
  ['PostgreSQL', async () => ({ DATABASE_URL: await newDatabase(), JOINERY_KEY: randomBytes(32).toString('base64') })],
]

test.each(places)(
  'on %s no answer, name, key or body gets into the log, whatever is asked',
  { timeout: 120_000 },
  async (_, env) => {
    const { key: operatorKey, env: operating } = operator()
    const service = await startProcess({ ...(await env()), ...operating, JOINERY_LOG_LEVEL: 'trace' })
    const member = await addMember(service.address, operatorKey, `Firm ${canary}`)
    const { call, close } = createCaller()
    const ask = (message: Parameters<typeof call>[1]) => call(service.address, message)
    const record = { rel: { partnerName: `Partner ${canary}` }, org: { redLines: [canary] } }
    const path = `/v1/firms/${member.firm}/relationships`
    const statuses = [
      await ask({ method: 'POST', path, key: member.key, body: { record }, headers: { 'idempotency-key': canary } }),
      await ask({ method: 'POST', path, key: member.key, body: { record: { [canary]: canary } } }),
      await ask({ method: 'POST', path, key: member.key, body: `{"record": "${canary}` }),
      await ask({
        method: 'POST',
        path,
        key: member.key,
        body: { record },
        headers: { 'idempotency-key': `${canary} ` + 'x'.repeat(200) },
      }),
      await ask({ path: `/${canary}` }),
      await ask({ path: `${path}?cursor=${canary}`, key: member.key }),
      await ask({ path: `${path}?${canary}=1`, key: member.key }),
      await ask({ path, key: `sk_live_${canary}` }),
      await ask({ path, headers: { authorization: `Basic ${canary}` } }),
      await ask({ path: `/v1/relationships/${canary}`, key: member.key }),
      await ask({ path: '/livez', headers: { 'x-request-id': `${canary}!`, referer: canary, 'user-agent': canary } }),
    ].map(({ status }) => status)
    close()
    await service.stop()
    const log = service.written()
    expect(statuses).toEqual([201, 422, 400, 400, 404, 400, 422, 401, 401, 404, 200])
    // it did log: one line for each request, and nothing else of it
    expect(log.match(/"msg":"request"/g)!.length).toBeGreaterThanOrEqual(statuses.length)
    expect(log).not.toContain(canary)
    for (const secret of [operatorKey, member.key, member.association]) expect(log).not.toContain(secret.slice(8))
  },
)
