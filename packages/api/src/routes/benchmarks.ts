import type { ReadTx, Snapshot } from '@joinery/store'
import * as z from 'zod'
import { notFound } from '../access/ownership.ts'
import { sectorOf } from '../benchmarks/contributions.ts'
import { collect } from '../benchmarks/collect.ts'
import { lastQuarter, quarterPattern } from '../benchmarks/quarter.ts'
import { narrowest, type SnapshotBody } from '../benchmarks/snapshot.ts'
import { defineOperation } from '../kernel/operation.ts'
import { Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'
import { etagHeader, Instant, text } from '../schemas/common.ts'
import { RuleSetId } from '../schemas/rule-set.ts'

const tag = 'Benchmarks'
const params = z.strictObject({ ruleSet: RuleSetId })
const Quarter = z
  .string()
  .regex(quarterPattern, 'must be a quarter such as "2026-Q3"')
  .meta({ description: 'A quarter' })
const access = {
  scope: 'benchmarks:read',
  allow: { association: ['own', 'sibling'], firm: ['own'], embed: ['own'] },
} as const

const group = {
  sector: z.string().nullable().meta({ description: 'null: all sectors' }),
  size: z.string().nullable().meta({ description: 'null: all sizes' }),
}

const Benchmark = z
  .strictObject({
    ruleSet: RuleSetId,
    quarter: Quarter,
    asOf: z.string().meta({ description: 'The day the scores are for' }),
    frozenAt: Instant,
    leastFirms: z.int().meta({ description: 'Fewest firms behind any figure' }),
    group: z.strictObject(group).nullable().meta({
      description: 'Whom the figures are about: the narrowest group that may be shown; null: there are too few',
    }),
    principles: z.record(
      z.string(),
      z.strictObject({
        firms: z.int(),
        relationships: z.int(),
        lower: z.number(),
        median: z.number(),
        upper: z.number(),
      }),
    ),
  })
  .meta({
    id: 'Benchmark',
    description: 'How scores spread in a group: a quarter of them is at or below "lower", half at "median", …',
  })

const getBenchmark = defineOperation({
  id: 'getBenchmark',
  method: 'get',
  path: '/v1/benchmarks/{ruleSet}',
  tag,
  summary: 'See how others do',
  description:
    'For a sector and size, or the nearest wider group that may be shown. Frozen once a quarter, from firms that have consented; never about few.',
  access,
  params,
  query: z.strictObject({
    sector: text('Sector', { most: limits.label }).optional(),
    size: z.enum(['micro', 'small', 'medium', 'large', 'unknown']).optional(),
    quarter: Quarter.optional().meta({ description: 'A quarter; the latest one unless told' }),
  }),
  answer: { status: 200, description: 'The figures', schema: Benchmark, headers: etagHeader },
  read: async ({ params: { ruleSet }, query, now }, tx) => {
    const frozen = await frozenFor(tx, { ruleSet, quarter: query.quarter, now })
    const sector = query.sector === undefined ? null : sectorOf(query.sector)
    const size = query.size ?? null
    const etag = `"${frozen.id}"`
    return { body: () => shownBenchmark(frozen, { sector, size }), etag }
  },
})

const QuarterEntry = z.strictObject({ quarter: Quarter, frozenAt: Instant })

const listQuarters = defineOperation({
  id: 'listBenchmarkQuarters',
  method: 'get',
  path: '/v1/benchmarks/{ruleSet}/quarters',
  tag,
  summary: 'List the quarters there are benchmarks for',
  access,
  params,
  answer: { status: 200, description: 'The quarters', schema: z.strictObject({ items: z.array(QuarterEntry) }) },
  read: async ({ params: { ruleSet } }, tx) => {
    const frozen = await tx.benchmarks.snapshots(ruleSet)
    return { body: { items: frozen.map(({ quarter, createdAt }) => ({ quarter, frozenAt: createdAt })) } }
  },
})

const collectQuarter = defineOperation({
  id: 'collectBenchmark',
  method: 'post',
  path: '/v1/benchmarks/{ruleSet}/quarters',
  tag,
  summary: 'Collect the benchmarks of the quarter that is over',
  description:
    'This happens by itself when a quarter is over. Do it for a quarter in which your association was not here yet. A frozen quarter never changes.',
  access: { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } },
  params,
  problems: ['conflict'],
  answer: { status: 202, description: 'It has begun', schema: z.strictObject({ quarter: Quarter }) },
  write: async ({ params: { ruleSet }, now, service: { catalogue } }, tx) => {
    const current = await catalogue.current(tx, ruleSet)
    if (current === undefined) throw notFound()
    const quarter = lastQuarter(now)
    if ((await tx.benchmarks.snapshot(ruleSet, quarter)) !== undefined)
      throw new Problem('conflict', `The benchmarks of ${quarter} are frozen; they never change.`)
    await collect(tx, { ruleSet, digest: current.digest, quarter })
    return { body: { quarter }, audit: { action: 'benchmark.collect', target: `rule-set/${ruleSet}`, after: quarter } }
  },
})

export const benchmarks = [getBenchmark, listQuarters, collectQuarter]

interface Wanted {
  readonly ruleSet: string
  readonly quarter: string | undefined
  readonly now: Date
}

/** One row: the quarter asked for, or the last one; only where that is not frozen yet, an earlier one is looked for. */
async function frozenFor(tx: ReadTx, { ruleSet, quarter, now }: Wanted): Promise<Snapshot> {
  const frozen = await tx.benchmarks.snapshot(ruleSet, quarter ?? lastQuarter(now))
  if (frozen !== undefined) return frozen
  const known = quarter === undefined ? (await tx.benchmarks.snapshots(ruleSet)).map((one) => one.quarter) : []
  const latest = known.toSorted().at(-1)
  const earlier = latest === undefined ? undefined : await tx.benchmarks.snapshot(ruleSet, latest)
  if (earlier === undefined) throw notFound()
  return earlier
}

function shownBenchmark(
  { ruleSet, quarter, createdAt: frozenAt, body }: Snapshot,
  wanted: { readonly sector: string | null; readonly size: string | null },
): z.input<typeof Benchmark> {
  const table = body as SnapshotBody
  const shown = narrowest(table, wanted)
  const about = shown === undefined ? null : { sector: shown.sector, size: shown.size }
  const { asOf, leastFirms } = table
  return { ruleSet, quarter, asOf, frozenAt, leastFirms, group: about, principles: { ...shown?.principles } }
}
