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
  const knowing: Knowing = { database, tasks: new Map() }
  return {
    claim: async (options) => {
      // a loan that a power cut took back was of no effect yet: the chunk waits again
      const taken = await database.write('platform', (session) => claim(session, options, moment), 'soon')
      const leases = taken.map((job) => leaseOf(knowing, context(job.tenant), job))
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
  const [, atWork, waiting, unheard] = await Promise.all([
    session.run(buryExhausted, { now }),
    countAtWork(session, now),
    session.run(selectWaiting, { most }),
    session.run(selectUnheard, { now, most }),
  ])
  const taken: JobRow[] = []
  const taking: Taking = {
    session,
    taken,
    atWork,
    limit,
    loan: () => ({ token: `${worker}/${randomUUID()}`, until: moment(leaseMs) }),
  }
  await takeSome(taking, [...waiting.rows, ...unheard.rows])
  let looked = waiting.rows
  let left: readonly string[] = []
  // all that were looked at may be of tenants with enough at work: then others wait behind them
  while (taken.length < limit && looked.length === most) {
    const full = [...atWork].filter(([, count]) => count >= mostOfOneTenant).map(([tenant]) => tenant)
    if (full.length === left.length) break
    left = full
    looked = (await session.query((db) => oldest(db, 'waiting').where('tenant', 'not in', full).limit(most))).rows
    await takeSome(taking, looked)
  }
  return taken
}

interface Taking {
  readonly session: Session
  readonly taken: JobRow[]
  /** Chunks by tenant. */
  readonly atWork: Map<string, number>
  readonly limit: number
  readonly loan: () => { readonly token: string; readonly until: string }
}

async function takeSome({ session, taken, atWork, limit, loan }: Taking, jobs: readonly JobRow[]): Promise<void> {
  for (const job of longestWaitFirst(jobs)) {
    if (taken.length === limit) return
    const { tenant, campaign, chunk, state, attempt, token } = job
    const busy = atWork.get(tenant) ?? 0
    if (busy >= mostOfOneTenant) continue
    const lent = loan()
    const change = { by: lent.token, until: lent.until, next: attempt + 1 }
    // two workers may want the same one; the row says which of them was first
    const { changes } = await session.run(take, { tenant, campaign, chunk, state, attempt, token, ...change })
    if (changes === 0) continue
    atWork.set(tenant, busy + 1)
    taken.push({ ...job, state: 'running', token: lent.token, lease_until: lent.until, attempt: change.next })
  }
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
  const { rows } = await session.run(selectAtWork, { now })
  return new Map(rows.map(({ tenant, count }) => [tenant, count]))
}

const selectAtWork = statement((db, { now }: { readonly now: string }) =>
  db
    .selectFrom('job')
    .select(['tenant', (count) => count.fn.countAll<number>().as('count')])
    .where('state', '=', 'running')
    .where('lease_until', '>=', now)
    .groupBy('tenant'),
)

/** A chunk whose worker dies every time would go round for ever. */
const buryExhausted = statement((db, { now }: { readonly now: string }) =>
  db
    .updateTable('job')
    .set({ state: 'dead', error: 'Its workers ended without a word.', lease_until: null })
    .where('state', '=', 'running')
    .where('lease_until', '<', now)
    .where('attempt', '>=', mostAttempts),
)

interface Take extends Pick<JobRow, 'attempt' | 'campaign' | 'chunk' | 'state' | 'tenant' | 'token'> {
  readonly by: string
  readonly until: string
  readonly next: number
}

const take = statement((db, args: Take) =>
  db
    .updateTable('job')
    .set({ state: 'running', token: args.by, lease_until: args.until, attempt: args.next })
    .where('tenant', '=', args.tenant)
    .where('campaign', '=', args.campaign)
    .where('chunk', '=', args.chunk)
    .where('state', '=', args.state)
    .where('attempt', '=', args.attempt)
    .where('token', 'is not distinct from', args.token),
)

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

interface Task {
  readonly kind: string
  readonly input: Lease['input']
}

/** What a campaign is about never changes, and each of its chunks asks for it. */
const mostKnown = 100

async function taskOf({ database, tasks }: Knowing, { tenant, campaign }: JobRow): Promise<Task> {
  const place = `${tenant}/${campaign}`
  const known = tasks.get(place)
  if (known !== undefined) return known
  const { rows } = await database.read({ tenant }, (session) => session.run(selectTask, { tenant, campaign }))
  const { kind, input } = rows[0]!
  const task = { kind, input: JSON.parse(input) as Lease['input'] }
  if (tasks.size >= mostKnown) tasks.clear()
  tasks.set(place, task)
  return task
}

interface Knowing {
  readonly database: DatabaseEngine
  readonly tasks: Map<string, Task>
}

const selectTask = statement((db, args: { readonly tenant: string; readonly campaign: string }) =>
  db.selectFrom('campaign').select(['kind', 'input']).where('tenant', '=', args.tenant).where('id', '=', args.campaign),
)

async function leaseOf(knowing: Knowing, tenant: TenantContext, job: JobRow): Promise<Lease> {
  return {
    tenant,
    campaign: job.campaign,
    chunk: job.chunk,
    ...(await taskOf(knowing, job)),
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
