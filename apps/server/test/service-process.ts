import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface ServiceProcess {
  readonly address: string
  readonly pid: number
  /** Everything it has written to its standard output and its standard error. */
  readonly written: () => string
  /** Asks it to end; gives its exit code. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT') => Promise<number | null>
  /** Ends it in the middle of whatever it does. */
  readonly kill: () => Promise<void>
}

export type Env = Readonly<Record<string, string>>

/** The service as a real process, with these settings and no others; settles when it is ready. */
export async function startProcess(env: Env): Promise<ServiceProcess> {
  const { child, written } = spawnService(env)
  const address = await untilReady(child, written)
  // not "exit": what it wrote last may still be on its way then
  const ended = once(child, 'close')
  return {
    address,
    pid: child.pid!,
    written,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export interface Ended {
  readonly code: number | null
  readonly stderr: string
}

/** Starts the service where it should end by itself. */
export async function runToTheEnd(env: Env): Promise<Ended> {
  const { child } = spawnService(env)
  let stderr = ''
  child.stderr!.on('data', (part: string) => (stderr += part))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stderr }
}

/** A folder for the data of a command, or of a world that is closed, and how to be rid of it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-service-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function spawnService(env: Env): { child: ChildProcess; written: () => string } {
  const { PATH = '', HOME = tmpdir(), TMPDIR = tmpdir(), XDG_CACHE_HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, TMPDIR, XDG_CACHE_HOME, NODE_COMPILE_CACHE, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  return { child, written: () => text }
}

function untilReady(child: ChildProcess, written: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const address = /"address":"([^"]+)".*"msg":"ready"/.exec(written())?.[1]
      if (address === undefined) return
      child.stdout!.off('data', look)
      resolve(address)
    }
    child.stdout!.on('data', look)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${written()}`)))
  })
}
