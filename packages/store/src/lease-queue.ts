import { randomUUID } from 'node:crypto'
import type { ClaimOptions, Lease, Queue } from './contract/campaigns.ts'
import type { TenantContext } from './contract/tenants.ts'
import type { DatabaseEngine, Session } from './engine/engine.ts'
import { statement, type Builder } from './engine/statement.ts'
import type { JobRow } from './schema/work-rows.ts'
import { StoreError } from './store-error.ts'

const mostAttempts = 5
const mostOfOneTenant = 4

interface Setup {
  readonly database: DatabaseEngine
  readonly clock: () => Date
  readonly context: (tenant: string) => TenantContext
}

/** The chunks' own table is the queue: who may have a chunk, and until when, stands in its row. */
export function createLeaseQueue({ database, clock, context }: Setup): Queue {
  const moment = (later = 0) => new Date(clock().getTime() + later).toISOString()
  return {
    claim: async (options) => {
      // a loan that a power cut took back was of no effect yet: the chunk waits again
      const taken = await database.write('platform', (session) => claim(session, options, moment), 'soon')
      const leases = taken.map((job) => leaseOf(database, context(job.tenant), job))
      return Promise.all(leases)
    },
    heartbeat: async (lease, leaseMs) => {
      const until = moment(leaseMs)
      const changes = await database.write('platform', (session) => changeHeld(session, lease, { lease_until: until }))
      if (changes === 0) throw lost(lease)
      return { ...lease, until }
    },
    fail: async (lease, error) => {
      const fate = lease.attempt >= mostAttempts ? 'dead' : 'retry'
      const change = {
        state: fate === 'dead' ? 'dead' : 'waiting',
        lease_until: null,
        error: error.slice(0, 2000),
        queued_at: moment(),
      }
      const changes = await database.write('platform', (session) => changeHeld(session, lease, change))
      if (changes === 0) throw lost(lease)
      return fate
    },
    depth: () => depth(database),
  }
}

async function depth(database: DatabaseEngine): ReturnType<Queue['depth']> {
  const { rows } = await database.read('platform', (session) =>
    session.query((db) =>
      db
        .selectFrom('job')
        .select(['state', (count) => count.fn.countAll<number>().as('count')])
        .where('state', 'in', ['waiting', 'running', 'dead'])
        .groupBy('state'),
    ),
  )
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: count('waiting'), running: count('running'), dead: count('dead') }
}

async function claim(session: Session, { worker, limit, leaseMs }: ClaimOptions, moment: (later?: number) => string) {
  const now = moment()
  // asked for at once, answered in this order: on PostgreSQL that is one way there and back
  const most = limit * 8 + 32
  const [, atWork, ...found] = await Promise.all([
    buryExhausted(session, now),
    countAtWork(session, now),
    session.run(selectWaiting, { most }),
    session.run(selectUnheard, { now, most }),
  ])
  const taken: JobRow[] = []
  for (const job of longestWaitFirst(found.flatMap(({ rows }) => rows))) {
    if (taken.length === limit) break
    const busy = atWork.get(job.tenant) ?? 0
    if (busy >= mostOfOneTenant) continue
    const token = `${worker}/${randomUUID()}`
    const change = { state: 'running', token, lease_until: moment(leaseMs), attempt: job.attempt + 1 }
    // two workers may want the same one; the row says which of them was first
    if (!(await take(session, job, change))) continue
    atWork.set(job.tenant, busy + 1)
    taken.push({ ...job, ...change })
  }
  return taken
}

/**
 * In the order of an index, so that the database looks at no more than it gives: a rollout has thousands of chunks, and each
 * of them is asked for once.
 */
const oldest = (db: Builder, state: string) =>
  db.selectFrom('job').selectAll().where('state', '=', state).orderBy('queued_at').orderBy('tenant')

const selectWaiting = statement((db, { most }: { readonly most: number }) => oldest(db, 'waiting').limit(most))

/** Lent to somebody who was not heard of in time. */
const selectUnheard = statement((db, { now, most }: { readonly now: string; readonly most: number }) =>
  oldest(db, 'running').where('lease_until', '<', now).limit(most),
)

function longestWaitFirst(jobs: readonly JobRow[]): readonly JobRow[] {
  const order = (left: string, right: string) => (left < right ? -1 : Number(left > right))
  return jobs.toSorted(
    (left, right) =>
      order(left.queued_at, right.queued_at) ||
      order(left.tenant, right.tenant) ||
      order(left.campaign, right.campaign) ||
      left.chunk - right.chunk,
  )
}

async function countAtWork(session: Session, now: string): Promise<Map<string, number>> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('job')
      .select(['tenant', (count) => count.fn.countAll<number>().as('count')])
      .where('state', '=', 'running')
      .where('lease_until', '>=', now)
      .groupBy('tenant'),
  )
  return new Map(rows.map(({ tenant, count }) => [tenant, count]))
}

/** A chunk whose worker dies every time would go round for ever. */
async function buryExhausted(session: Session, now: string): Promise<void> {
  await session.query((db) =>
    db
      .updateTable('job')
      .set({ state: 'dead', error: 'Its workers ended without a word.', lease_until: null })
      .where('state', '=', 'running')
      .where('lease_until', '<', now)
      .where('attempt', '>=', mostAttempts),
  )
}

async function take(session: Session, job: JobRow, change: Partial<JobRow>): Promise<boolean> {
  const { changes } = await session.query((db) =>
    db
      .updateTable('job')
      .set(change)
      .where('tenant', '=', job.tenant)
      .where('campaign', '=', job.campaign)
      .where('chunk', '=', job.chunk)
      .where('state', '=', job.state)
      .where('attempt', '=', job.attempt)
      .where((is) => (job.token === null ? is('token', 'is', null) : is('token', '=', job.token))),
  )
  return changes === 1
}

async function changeHeld(session: Session, lease: Lease, change: Partial<JobRow>): Promise<number> {
  const { changes } = await session.query((db) =>
    db
      .updateTable('job')
      .set(change)
      .where('tenant', '=', lease.tenant.id)
      .where('campaign', '=', lease.campaign)
      .where('chunk', '=', lease.chunk)
      .where('state', '=', 'running')
      .where('token', '=', lease.token),
  )
  return changes
}

async function leaseOf(database: DatabaseEngine, tenant: TenantContext, job: JobRow): Promise<Lease> {
  const { rows } = await database.read({ tenant: tenant.id }, (session) =>
    session.query((db) =>
      db
        .selectFrom('campaign')
        .select(['kind', 'input'])
        .where('tenant', '=', tenant.id)
        .where('id', '=', job.campaign),
    ),
  )
  const { kind, input } = rows[0]!
  return {
    tenant,
    campaign: job.campaign,
    chunk: job.chunk,
    kind,
    input: JSON.parse(input) as Lease['input'],
    from: job.from_id,
    to: job.to_id,
    attempt: job.attempt,
    until: job.lease_until!,
    token: job.token!,
  }
}

function lost(lease: Lease): StoreError {
  return new StoreError('lease-lost', `Chunk ${lease.chunk} of campaign ${lease.campaign} is no longer this worker's.`)
}
