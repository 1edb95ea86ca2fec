import type { ReadTx, Store, StoredRelationship, TenantContext } from '@joinery/store'
import { merge, type Tally } from '../privacy/tally.ts'
import type { ImpactPage } from './impact-page.ts'
import type { Workshop } from './workshop.ts'

export interface PreviewOptions {
  readonly store: Store
  readonly tenant: TenantContext
  readonly workshop: Workshop
  readonly before: string
  readonly after: string
  readonly asOf: string
  readonly secret: string
  /** Most relationships that are looked at; of more, a sample is taken. */
  readonly most: number
  /** Longest time for all of it. */
  readonly seconds: number
  readonly now: Date
}

export interface Preview extends Omit<ImpactPage, 'cells'> {
  readonly tally: Tally
  readonly total: number
  readonly looked: number
}

/** Relationships in one step: short enough to stop in time, and to keep little in memory. */
const pageSize = 100

/**
 * What a version would do to the stored relationships, as counts. Nothing is changed. Reads a page, hands it to the workshop,
 * reads the next: neither this thread nor the store is busy with it for long.
 */
export async function previewImpact(options: PreviewOptions): Promise<Preview> {
  const { store, tenant, workshop, most, before, after, asOf, secret } = options
  const end = performance.now() + options.seconds * 1_000
  const total = await store.read(tenant, (tx) => tx.relationships.count())
  const tally: Tally = new Map()
  let looked = 0
  let about: Omit<ImpactPage, 'cells'> | undefined
  for await (const relationships of total <= most ? everyPage(options) : samplePages(options)) {
    const secondsLeft = Math.max(1, (end - performance.now()) / 1_000)
    const { cells, ...rest } = await workshop.run(
      'impact',
      { before, after, asOf, secret, relationships },
      secondsLeft + 5,
    )
    merge(tally, new Map(cells))
    looked += relationships.length
    about = rest
    if (performance.now() > end) break
  }
  about ??= await workshop.run('impact', { before, after, asOf, secret, relationships: [] }, options.seconds)
  return { tally, total, looked, principles: about.principles, changes: about.changes }
}

type Page = ImpactPageInput[]
type ImpactPageInput = Pick<StoredRelationship, 'id' | 'firm' | 'record'>

async function* everyPage({ store, tenant }: PreviewOptions): AsyncGenerator<Page> {
  let after: Parameters<ReadTx['relationships']['list']>[0]['after']
  do {
    const request = after === undefined ? { limit: pageSize } : { after, limit: pageSize }
    const { items, next } = await store.read(tenant, (tx) => tx.relationships.list(request))
    if (items.length > 0) yield items.map(bare)
    after = next
  } while (after !== undefined)
}

/** Pages that begin at moments spread evenly from the first relationship to the last. */
async function* samplePages({ store, tenant, most, now }: PreviewOptions): AsyncGenerator<Page> {
  const [first] = (await store.read(tenant, (tx) => tx.relationships.list({ limit: 1 }))).items
  if (first === undefined) return
  const from = Date.parse(first.createdAt)
  const pages = Math.ceil(most / pageSize)
  const step = Math.max(1, (now.getTime() - from) / pages)
  const seen = new Set<string>()
  for (let page = 0; page < pages; page++) {
    const at = new Date(from + Math.floor(page * step) - 1).toISOString()
    const request = { after: { at, id: '' }, limit: pageSize }
    const { items } = await store.read(tenant, (tx) => tx.relationships.list(request))
    const fresh = items.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    if (fresh.length > 0) yield fresh.map(bare)
  }
}

function bare({ id, firm, record }: StoredRelationship): ImpactPageInput {
  return { id, firm, record }
}
