import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore, type Store } from '../../src/index.ts'
import { whatIsThere } from '../crash/what-is-there.ts'
import { createDisk, survivals, type Files, type Random, type Survival } from './disk.ts'
import { recordWriter, type DiskEvent } from './record.ts'

export interface CutOptions {
  readonly states: number
  readonly seed: number
  /** A disk that says that it has synced, and has not. */
  readonly lying?: boolean
  readonly onState?: (state: number) => void
}

export interface Cuts {
  readonly states: number
  /** States that miss acknowledged writes, and the most that one of them misses. */
  readonly losing: number
  readonly mostLost: number
  /** States that cannot be opened, are damaged, or hold a write in half. */
  readonly broken: readonly string[]
}

/**
 * Plays back what a writer asked of its disk to random moments at which the power goes: what was synced is there, of the rest
 * none, a beginning, any sectors, or all. The store opens each such disk, and must have everything that was acknowledged
 * before the cut.
 */
export async function cutTrials(recording: Recording, options: CutOptions): Promise<Cuts> {
  const { states, seed, lying = false, onState } = options
  const { events, before, tenant } = recording
  const random = createRandom(seed)
  const cuts = Array.from({ length: states }, () => random(events.length + 1)).toSorted((one, other) => one - other)
  const place = mkdtempSync(join(tmpdir(), 'joinery-power-'))
  const disk = createDisk(before, { lying })
  const tally: Tally = { losing: 0, mostLost: 0, broken: [] }
  const acknowledged: string[] = []
  let done = 0
  for (const [state, cut] of cuts.entries()) {
    for (; done < cut; done++) {
      const event = events[done]!
      disk.take(event)
      if (event.is === 'acknowledge') acknowledged.push(event.id)
    }
    const survival = survivals[random(survivals.length)]!
    const files = disk.afterCut(survival, random)
    await judge({ place, tenant, files, acknowledged, cut, survival }, tally)
    onState?.(state + 1)
  }
  rmSync(place, { recursive: true, force: true })
  return { states, ...tally }
}

export interface Recording {
  readonly events: readonly DiskEvent[]
  /** The folder before the first call. */
  readonly before: Files
  readonly tenant: string
}

/** Lets a real writer write so many relationships, and remembers what it asked of the disk. */
export async function record(synchronous: 'full' | 'normal', writes: number): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-recorded-'))
  try {
    const store = await open(folder)
    await store.migrate()
    const tenant = await store.platform.createTenant({ name: 'Joiners of the coast', slug: 'coast' })
    const { id: firm } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery' }))
    await store.close()
    const before = new Map([['joinery.sqlite', readFileSync(join(folder, 'joinery.sqlite'))]])
    const events = await recordWriter({ folder, tenant: tenant.id, firm, writes, synchronous })
    if (!sameFiles(played(before, events), folder))
      throw new Error('The recording does not lead to the files that are there.')
    return { events, before, tenant: tenant.id }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whoever plays back everything must get what the program left; otherwise a call was missed. */
function played(before: Files, events: readonly DiskEvent[]): Files {
  const disk = createDisk(before)
  for (const event of events) disk.take(event)
  disk.take({ is: 'sync-folder' })
  return disk.afterCut('all', () => 0)
}

function sameFiles(files: Files, folder: string): boolean {
  const kept = readdirSync(folder).filter((name) => /\.sqlite(?:-wal|-journal)?$/u.test(name))
  return kept.length === files.size && kept.every((name) => files.get(name)?.equals(readFileSync(join(folder, name))))
}

interface Tally {
  losing: number
  mostLost: number
  readonly broken: string[]
}

interface State {
  readonly place: string
  readonly files: Files
  readonly tenant: string
  readonly acknowledged: readonly string[]
  readonly cut: number
  readonly survival: Survival
}

async function judge(state: State, tally: Tally): Promise<void> {
  const { place, files, cut, survival } = state
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  for (const [name, bytes] of files) writeFileSync(join(place, name), bytes)
  const fault = (what: string) => tally.broken.push(`cut after call ${cut}, ${survival} of the rest: ${what}`)
  try {
    const { lost, broken } = await opened(state)
    if (lost > 0) tally.losing++
    tally.mostLost = Math.max(tally.mostLost, lost)
    if (broken > 0) fault(`${broken} in half`)
  } catch (error) {
    fault(String(error))
  }
}

async function opened({ place, tenant, acknowledged }: State): ReturnType<typeof whatIsThere> {
  const store = await open(place)
  try {
    const context = await store.tenant(tenant)
    if (context === undefined) throw new Error('the association is not there')
    const { findings } = await store.read(context, (tx) => tx.audit.verify())
    if (findings.length > 0) throw new Error(`the audit log: ${JSON.stringify(findings[0])}`)
    const found = await whatIsThere(store, context, acknowledged)
    const integrity = integrityOf(join(place, 'joinery.sqlite'))
    if (integrity !== 'ok') throw new Error(String(integrity))
    return found
  } finally {
    await store.close()
  }
}

function open(folder: string): Promise<Store> {
  return openStore(`sqlite:${join(folder, 'joinery.sqlite')}`, { masterKey: new Uint8Array(32).fill(7), poolSize: 1 })
}

function integrityOf(file: string): unknown {
  const db = new DatabaseSync(file, { readOnly: true })
  const [row] = db.prepare('pragma integrity_check').all()
  db.close()
  return row?.['integrity_check']
}

/** mulberry32: the same cuts from the same seed. */
function createRandom(seed: number): Random {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
