import { sql } from 'kysely'
import type { Progress } from '../contract/campaigns.ts'
import type { Builder } from '../engine/statement.ts'
import type { JobRow } from '../schema/work-rows.ts'
import { StoreError } from '../store-error.ts'
import { inPieces, ownedBy, type Work } from './work.ts'

/** Cuts the tenant's relationships, in the order of their ids, into chunks of this size. */
export async function cutChunks(work: Work, campaign: string, size: number): Promise<void> {
  if (!Number.isInteger(size) || size < 1 || size > 500) {
    throw new StoreError('bad-value', `A chunk has 1 to 500 relationships, not ${size}.`)
  }
  const atOnce = Math.max(1, Math.floor(looksAt[work.session.engine] / size))
  for (let cut = 0, after = ''; ;) {
    const { rows } = await work.session.query((db) => someChunks(db, { tenant: work.tenant.id, after, size, atOnce }))
    const jobs = rows.map((row, index) => Object.assign(row, { chunk: cut + index }))
    if (jobs.length > 0) await addJobs(work, campaign, jobs)
    if (jobs.length < atOnce) return
    cut += jobs.length
    after = jobs.at(-1)!.to_id
    // SQLite looks in this thread: who only reads need not wait for all of it
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * Relationships that one statement looks at. On SQLite so few that nobody waits long for it. PostgreSQL keeps nobody waiting, and
 * while it has not counted yet what was imported just now, it sorts all that are left for each statement: so there are few.
 */
const looksAt = { sqlite: 1_000, postgres: 100_000 } as const

interface Cut {
  readonly tenant: string
  readonly after: string
  readonly size: number
  readonly atOnce: number
}

const someChunks = (db: Builder, { tenant, after, size, atOnce }: Cut) =>
  db
    .selectFrom(
      db
        .selectFrom('relationship')
        .select(['id', sql<number>`(row_number() over (order by id) - 1) / ${sql.lit(size)}`.as('chunk')])
        .where('tenant', '=', tenant)
        .where('id', '>', after)
        .orderBy('id')
        .limit(size * atOnce)
        .as('numbered'),
    )
    .select((make) => [
      make.fn.min('id').as('from_id'),
      make.fn.max('id').as('to_id'),
      make.fn.countAll<number>().as('size'),
    ])
    .groupBy('chunk')
    .orderBy('chunk')

type Chunk = Pick<JobRow, 'chunk' | 'from_id' | 'size' | 'to_id'>

async function addJobs(work: Work, campaign: string, chunks: readonly Chunk[]): Promise<void> {
  const idle = {
    state: 'waiting',
    changed: 0,
    up: 0,
    down: 0,
    attempt: 0,
    token: null,
    lease_until: null,
    error: null,
    queued_at: work.now,
  }
  const jobs = chunks.map((chunk) => Object.assign({}, ownedBy(work), { campaign }, chunk, idle))
  for (const piece of inPieces(jobs, 500)) await work.session.query((db) => db.insertInto('job').values([...piece]))
}

export async function progressOf({ session, tenant }: Work, campaign: string): Promise<Progress> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('job')
      .select((make) => [
        'state',
        make.fn.countAll<number>().as('chunks'),
        total('size'),
        ...(['changed', 'up', 'down'] as const).map((column) => total(column)),
      ])
      .where('tenant', '=', tenant.id)
      .where('campaign', '=', campaign)
      .groupBy('state'),
  )
  const of = (...states: readonly string[]) => rows.filter(({ state }) => states.includes(state))
  const sum = (found: readonly (typeof rows)[number][], column: 'changed' | 'chunks' | 'down' | 'size' | 'up') =>
    found.reduce((total, row) => total + row[column], 0)
  return {
    chunks: {
      waiting: sum(of('waiting', 'paused'), 'chunks'),
      running: sum(of('running'), 'chunks'),
      done: sum(of('done'), 'chunks'),
      dead: sum(of('dead'), 'chunks'),
    },
    relationships: {
      total: sum(rows, 'size'),
      done: sum(of('done'), 'size'),
      changed: sum(of('done'), 'changed'),
      up: sum(of('done'), 'up'),
      down: sum(of('done'), 'down'),
    },
  }
}

// PostgreSQL adds up whole numbers to one of another kind
const total = <Column extends 'changed' | 'down' | 'size' | 'up'>(column: Column) =>
  sql<number>`cast(sum(${sql.ref(column)}) as bigint)`.as(column)
