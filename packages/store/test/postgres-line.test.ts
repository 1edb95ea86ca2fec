import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { newDatabase } from '../../../tools/test-database.ts'
import type { DatabaseEngine, Session } from '../src/engine/engine.ts'
import { openPostgres } from '../src/engine/postgres.ts'
import type { TenantContext } from '../src/index.ts'

const wall = { tenant: 'joiners' }
/** So long nothing here may take, however busy the machine: what takes longer hangs. */
const patienceMs = 25_000
const shortMs = 2_000

/** A number from 0 up to, not including, `below`; the same row of them for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What a transaction may come to; all but the first two fail. */
type Trouble = (session: Session, pick: (below: number) => number) => Promise<unknown>

const troubles: readonly Trouble[] = [
  async (session, pick) => sleep(pick(5)).then(() => echo(session, pick(1_000))),
  (session, pick) => Promise.all(Array.from({ length: 5 }, () => echo(session, pick(1_000)))),
  (session) => session.sql('select 1 / 0'),
  (session, pick) => Promise.all([session.sql('select nothing'), echo(session, pick(9)), session.sql('select 1 / 0')]),
  // what is asked after the first failure is on its way already
  (session) => Promise.all([session.sql('select 1 / 0'), Promise.reject(new Error('given up'))]),
  async (session, pick) => {
    await echo(session, pick(1_000))
    throw new Error('given up')
  },
  (session) => session.sql(`set local statement_timeout = 1`).then(() => session.sql('select pg_sleep(1)')),
]

/** An answer belongs to its question, whatever else was on its way. */
async function echo(session: Session, value: number): Promise<void> {
  const { rows } = await session.sql('select $1::int as value', [value])
  expect(rows).toEqual([{ value }])
}

/** Everything settles; undefined for whatever does not. */
async function settled(work: Promise<unknown>): Promise<'done' | 'failed' | undefined> {
  const patience = new AbortController()
  const late = sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)
  const outcome = await Promise.race([work.then(() => 'done' as const).catch(ofAnswer), late])
  patience.abort()
  return outcome
}

/** A wrong answer is no failure among others. */
function ofAnswer(error: unknown): 'failed' {
  if (error instanceof Error && error.name === 'AssertionError') throw error
  return 'failed'
}

async function openFor(poolSize: number): Promise<{ database: DatabaseEngine; url: string }> {
  const url = await newDatabase()
  const database = await openPostgres(url, { poolSize, statementTimeoutMs: shortMs })
  onTestFinished(() => database.close())
  return { database, url }
}

function asksWhetherItHolds(database: DatabaseEngine): Promise<boolean> {
  const tenant = { id: 'joiners' } as TenantContext
  return new Promise((resolve) => database.holds({ tenant, relationship: 'one', stamp: 'none' }, resolve))
}

async function work(database: DatabaseEngine, seed: number, times: number): Promise<(string | undefined)[]> {
  const pick = chance(seed)
  const outcomes: (string | undefined)[] = []
  for (let turn = 0; turn < times; turn++) {
    const trouble = troubles[pick(troubles.length)]!
    const run = (session: Session) => trouble(session, pick)
    outcomes.push(await settled(pick(2) === 0 ? database.read(wall, run) : database.write(wall, run)))
    if (pick(3) === 0) outcomes.push(await settled(asksWhetherItHolds(database)))
  }
  return outcomes
}

test('whatever goes wrong in some transactions, all settle, and every answer belongs to its question', async () => {
  const { database } = await openFor(3)
  const outcomes = (await Promise.all(Array.from({ length: 12 }, (_, seed) => work(database, seed, 25)))).flat()
  expect(outcomes).not.toContain(undefined)
  expect(new Set(outcomes)).toEqual(new Set(['done', 'failed']))
  expect(await settled(database.write(wall, (session) => echo(session, 1)))).toBe('done')
}, 120_000)

test('connections that are cut at any moment leave nothing waiting', async () => {
  const { database, url } = await openFor(3)
  const knife = new pg.Client(url)
  await knife.connect()
  const working = Promise.all(Array.from({ length: 12 }, (_, seed) => work(database, seed + 100, 25)))
  let isOver = false
  const over = working.finally(() => (isOver = true))
  while (!isOver) {
    await knife.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await sleep(40)
  }
  const outcomes = (await over).flat()
  await knife.end()
  expect(outcomes).not.toContain(undefined)
  await expect.poll(() => settled(database.write(wall, (session) => echo(session, 2)))).toBe('done')
}, 120_000)
