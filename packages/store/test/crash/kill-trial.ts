import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Store } from '../../src/index.ts'
import { whatIsThere, type Found } from './what-is-there.ts'

export interface Trial extends Found {
  readonly acknowledged: number
}

interface Setup {
  readonly url: string
  readonly firm: string
  readonly tenant: string
  /** The program is killed as soon as so many writes were acknowledged: in the middle of those that follow. */
  readonly killAfter: number
  readonly open: () => Promise<Store>
}

/** Lets a program write, kills it without a warning, opens what it left and counts. */
export async function killTrial({ url, firm, tenant, killAfter, open }: Setup): Promise<Trial> {
  const acknowledged = await writeUntilKilled([url, tenant, firm], killAfter)
  const store = await open()
  const found = await whatIsThere(store, (await store.tenant(tenant))!, acknowledged)
  await store.close()
  return { acknowledged: acknowledged.length, ...found }
}

function writeUntilKilled(args: readonly string[], killAfter: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), ...args])
    let out = ''
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.split('\n').length > killAfter) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1))
      else reject(new Error(`The writer ended by itself:\n${said}`))
    })
  })
}
