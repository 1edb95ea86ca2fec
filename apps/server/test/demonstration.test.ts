import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { createCaller } from './caller.ts'
import { newFolder } from './service-process.ts'

const { folder, remove } = newFolder()
afterAll(remove)

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What `pnpm start` runs, on any free port. */
async function start() {
  const child = spawn(process.execPath, ['apps/cli/src/main.ts', 'serve', '--demonstration'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: folder, JOINERY_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.includes('Stop it with Ctrl-C')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  const address = /See a result +(\S+)\/\n/.exec(said)![1]!
  const key = /Bearer (\S+)'/.exec(said)![1]!
  const stop = async (): Promise<unknown> => {
    child.kill('SIGINT')
    return (await once(child, 'exit'))[0]
  }
  return { address, key, stop }
}

test(
  'the demonstration shows results, a badge and history, and the next start shows the same',
  { timeout: 180_000 },
  async () => {
    const { call, close } = createCaller()
    const first = await start()
    const home = await call(first.address, { path: '/' })
    const [, report] = /<a href="(\/demonstration\/[^"]+)">Harbour Joinery</.exec(String(home.body))!
    const [, badge] = /<img\s+src="([^"]+)"/.exec(String(home.body))!
    expect(await call(first.address, { path: report! })).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': expect.stringMatching(/^default-src 'none'/) },
      body: expect.stringContaining('Castell &#38; Rowe Contractors'),
    })
    expect(await call(first.address, { path: badge! })).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('image/svg+xml') },
    })
    const id = report!.split('/').at(-1)
    const history = await call(first.address, { path: `/v1/relationships/${id}/results`, key: first.key })
    expect(history).toMatchObject({
      status: 200,
      body: {
        items: ['2026-11-16', '2026-08-17', '2026-05-18', '2026-02-16'].map((asOf) =>
          expect.objectContaining({ asOf }),
        ),
      },
    })
    expect(await call(first.address, { path: '/demonstration/nobody' })).toMatchObject({ status: 404 })
    expect(await first.stop()).toBe(0)

    const second = await start()
    expect(second.key).toBe(first.key)
    expect((await call(second.address, { path: report! })).status).toBe(200)
    expect(await second.stop()).toBe(0)
    close()
  },
)
