import type {
  Campaign,
  CampaignReads,
  CampaignStatus,
  Campaigns,
  ChunkCounts,
  DeadChunk,
  Lease,
  Progress,
} from '../contract/campaigns.ts'
import type { PageRequest, Position } from '../contract/page.ts'
import { statement } from '../engine/statement.ts'
import type { CampaignRow } from '../schema/work-rows.ts'
import { StoreError } from '../store-error.ts'
import { cutChunks, progressOf } from './chunks.ts'
import { json, newestFirst, notChanged, ownedBy, pageOf, type Work } from './work.ts'

export function createCampaigns(work: Work): Campaigns {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): CampaignReads {
  const { session, tenant } = work
  const get = async (id: string): Promise<Campaign | undefined> => {
    const { rows } = await session.query((db) =>
      db.selectFrom('campaign').selectAll().where('tenant', '=', tenant.id).where('id', '=', id),
    )
    return rows[0] === undefined ? undefined : read(work, rows[0])
  }
  const pageOfRows = async <Item>(page: PageRequest, item: (row: CampaignRow) => Item | Promise<Item>) => {
    const { rows } = await session.run(listCampaigns, { tenant: tenant.id, ...newestFirst(page) })
    return pageOf(rows, { limit: page.limit, place: placeOf, item })
  }
  return {
    get,
    list: (page) => pageOfRows(page, (row) => read(work, row)),
    newest: async (kind, fits) => {
      let page: PageRequest = { limit: mostAtOnce }
      for (;;) {
        const { items, next } = await pageOfRows(page, (row) => row)
        const found = items.find((row) => row.kind === kind && fits(json(row.input)))
        if (found !== undefined) return read(work, found)
        if (next === undefined) return undefined
        page = { limit: mostAtOnce, after: next }
      }
    },
    dead: (id) => deadChunks(work, id),
  }
}

const mostAtOnce = 100

const placeOf = ({ created_at: at, id }: CampaignRow): Position => ({ at, id })

const listCampaigns = statement((db, args: Position & { readonly tenant: string; readonly limit: number }) =>
  db
    .selectFrom('campaign')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(args.at, args.id)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(args.limit),
)

function changes(work: Work): Omit<Campaigns, keyof CampaignReads> {
  const { session, now } = work
  const get = (id: string) => reads(work).get(id)
  return {
    start: async ({ kind, input, chunkSize = 500 }) => {
      const id = work.newId()
      const row = {
        id,
        kind,
        input: JSON.stringify(input),
        status: 'running',
        version: 1,
        created_at: now,
        updated_at: now,
      }
      await session.query((db) => db.insertInto('campaign').values({ ...ownedBy(work), ...row }))
      await cutChunks(work, id, chunkSize)
      return (await get(id))!
    },
    setStatus: async (id, version, status) => {
      const stored = await get(id)
      if (stored?.version !== version) throw notChanged(`campaign ${id}`, stored)
      await moveTo(work, stored, status)
      return (await get(id))!
    },
    retryDead: (id) => moveChunks(work, { campaign: id, from: ['dead'], to: 'waiting', attempt: 0 }),
    complete: (lease, counts) => complete(work, lease, counts),
  }
}

async function deadChunks({ session, tenant }: Work, id: string): Promise<readonly DeadChunk[]> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('job')
      .select(['campaign', 'chunk', 'attempt', 'error'])
      .where('tenant', '=', tenant.id)
      .where('campaign', '=', id)
      .where('state', '=', 'dead')
      .orderBy('chunk'),
  )
  return rows.map(({ campaign, chunk, attempt, error }) => ({
    campaign,
    chunk,
    attempts: attempt,
    error: error ?? '',
  }))
}

async function read(work: Work, row: CampaignRow): Promise<Campaign> {
  const progress = await progressOf(work, row.id)
  return {
    id: row.id,
    kind: row.kind,
    input: json(row.input),
    status: statusOf(row.status as CampaignStatus, progress),
    progress,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** Read off the chunks: the last two may end at the same time, and neither would see that it was the last. */
function statusOf(status: CampaignStatus, { chunks }: Progress): CampaignStatus {
  return status === 'running' && chunks.waiting + chunks.running === 0 ? 'done' : status
}

const allowed = { running: ['paused'], paused: ['running'], cancelled: ['running', 'paused'] } as const
const chunkMoves = {
  running: { from: ['paused'], to: 'waiting' },
  paused: { from: ['waiting'], to: 'paused' },
  cancelled: { from: ['waiting', 'paused'], to: 'cancelled' },
} as const

async function moveTo(work: Work, stored: Campaign, status: keyof typeof allowed): Promise<void> {
  const { session, tenant, now } = work
  const from: readonly CampaignStatus[] = allowed[status]
  if (!from.includes(stored.status)) {
    throw new StoreError('refused', `A campaign that is ${stored.status} cannot become ${status}.`)
  }
  const { changes } = await session.query((db) =>
    db
      .updateTable('campaign')
      .set({ status, version: stored.version + 1, updated_at: now })
      .where('tenant', '=', tenant.id)
      .where('id', '=', stored.id)
      .where('version', '=', stored.version),
  )
  if (changes === 0) throw notChanged(`campaign ${stored.id}`, { version: stored.version + 1 })
  await moveChunks(work, { campaign: stored.id, ...chunkMoves[status] })
}

interface ChunkMove {
  readonly campaign: string
  readonly from: readonly string[]
  readonly to: string
  readonly attempt?: number
}

async function moveChunks({ session, tenant }: Work, { campaign, from, to, attempt }: ChunkMove): Promise<number> {
  const { changes } = await session.query((db) =>
    db
      .updateTable('job')
      .set({ state: to, ...(attempt === undefined ? {} : { attempt }) })
      .where('tenant', '=', tenant.id)
      .where('campaign', '=', campaign)
      .where('state', 'in', [...from]),
  )
  return changes
}

async function complete({ session, tenant }: Work, lease: Lease, { changed, up, down }: ChunkCounts): Promise<void> {
  const { campaign, chunk, token } = lease
  const { changes } = await session.run(endChunk, { tenant: tenant.id, campaign, chunk, token, changed, up, down })
  if (lease.tenant.id !== tenant.id || changes === 0) {
    throw new StoreError(
      'lease-lost',
      `Chunk ${lease.chunk} of campaign ${lease.campaign} is with somebody else by now, or done.`,
    )
  }
}

interface ChunkEnd extends ChunkCounts, Pick<Lease, 'campaign' | 'chunk' | 'token'> {
  readonly tenant: string
}

const endChunk = statement((db, args: ChunkEnd) =>
  db
    .updateTable('job')
    .set({ state: 'done', changed: args.changed, up: args.up, down: args.down, lease_until: null, error: null })
    .where('tenant', '=', args.tenant)
    .where('campaign', '=', args.campaign)
    .where('chunk', '=', args.chunk)
    .where('state', '=', 'running')
    .where('token', '=', args.token),
)
