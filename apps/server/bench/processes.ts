import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server that is measured. */
export interface Measurable {
  readonly address: string
  readonly pid: number
  /** From the start of the process to its first answer. */
  readonly startMs: number
  readonly stop: () => Promise<void>
}

/** The least a Hono service can do. */
export async function startBare(): Promise<Measurable> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL('hello.ts', import.meta.url))])
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return measurable(child, `http://127.0.0.1:${String(port).trim()}`, startedAt)
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The service as it runs for an association; its log goes to a file, so that nobody here has to read it. */
export async function startService(folder: string, env: Readonly<Record<string, string>>): Promise<Measurable> {
  const { PATH = '', HOME = folder, XDG_CACHE_HOME } = process.env
  const file = join(folder, `log-${Math.random().toString(36).slice(2)}.ndjson`)
  const log = openSync(file, 'a')
  const startedAt = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, ...(XDG_CACHE_HOME === undefined ? {} : { XDG_CACHE_HOME }), PORT: '0', ...env },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  for (;;) {
    const address = /"address":"([^"]+)".*"msg":"ready"/.exec(readFileSync(file, 'utf8'))?.[1]
    if (address !== undefined) return measurable(child, address, startedAt)
    if (child.exitCode !== null) throw new Error(`the service ended: ${readFileSync(file, 'utf8')}`)
    await sleep(5)
  }
}

async function measurable(child: ChildProcess, address: string, startedAt: number): Promise<Measurable> {
  await (await fetch(`${address}/livez`)).arrayBuffer() // bare knows no such address, and answers all the same
  const startMs = Math.round(performance.now() - startedAt)
  return {
    address,
    pid: child.pid!,
    startMs,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Resident memory in MB. */
export function megabytesOf({ pid }: Pick<Measurable, 'pid'>): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return Math.round((pages * 4_096) / 1_000_000)
}

/** User and system time, which the system counts in ticks of 10 ms. */
export function cpuMsOf({ pid }: Pick<Measurable, 'pid'>): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
