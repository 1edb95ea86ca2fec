import { sql } from 'kysely'
import type { Progress } from '../contract/campaigns.ts'
import { StoreError } from '../store-error.ts'
import { inPieces, ownedBy, type Work } from './work.ts'

/** Cuts the tenant's relationships, in the order of their ids, into chunks of this size. */
export async function cutChunks(work: Work, campaign: string, size: number): Promise<void> {
  if (!Number.isInteger(size) || size < 1 || size > 500) {
    throw new StoreError('bad-value', `A chunk has 1 to 500 relationships, not ${size}.`)
  }
  const { session, tenant, now } = work
  const { rows } = await session.query((db) =>
    db
      .selectFrom(
        db
          .selectFrom('relationship')
          .select(['id', sql<number>`(row_number() over (order by id) - 1) / ${sql.lit(size)}`.as('chunk')])
          .where('tenant', '=', tenant.id)
          .as('numbered'),
      )
      .select((make) => [
        'chunk',
        make.fn.min('id').as('from_id'),
        make.fn.max('id').as('to_id'),
        make.fn.countAll<number>().as('size'),
      ])
      .groupBy('chunk')
      .orderBy('chunk'),
  )
  for (const piece of inPieces(rows, 500)) {
    const idle = {
      state: 'waiting',
      changed: 0,
      up: 0,
      down: 0,
      attempt: 0,
      token: null,
      lease_until: null,
      error: null,
      queued_at: now,
    }
    const jobs = piece.map((chunk) => Object.assign({}, ownedBy(work), { campaign }, chunk, idle))
    await session.query((db) => db.insertInto('job').values(jobs))
  }
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
