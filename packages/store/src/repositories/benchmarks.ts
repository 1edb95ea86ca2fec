import type { Benchmarks, CellFilter, Snapshot } from '../contract/benchmarks.ts'
import { binColumns } from '../schema/define-table.ts'
import type { CellRow, SnapshotRow } from '../schema/work-rows.ts'
import { StoreError } from '../store-error.ts'
import { addContributions, removeContributions } from './benchmark-shares.ts'
import { json, ownedBy, type Work } from './work.ts'

/** Scores are kept in ten-thousandths. */
const unit = 10_000

export function createBenchmarks(work: Work): Benchmarks {
  const { session, tenant } = work
  return {
    cells: async (filter) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('cell')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where((is) => is.and(columnsOf(filter)))
          .where('count', '>', 0)
          .orderBy('sector')
          .orderBy('size')
          .orderBy('principle'),
      )
      const firms = await countsByFirm(work, filter)
      return rows.map((row) => {
        const counts = firms.get(placeOf(row)) ?? []
        return Object.assign(readCell(row), { firms: counts.length, largest: Math.max(0, ...counts) / row.count })
      })
    },
    shares: async (filter) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('cell_firm')
          .select(['firm', (sum) => sum.fn.max('count').as('count')])
          .where('tenant', '=', tenant.id)
          .where((is) => is.and(columnsOf(filter)))
          .where('count', '>', 0)
          .groupBy(['firm', 'sector', 'size']),
      )
      const shares = new Map<string, number>()
      for (const { firm, count } of rows) shares.set(firm, (shares.get(firm) ?? 0) + Number(count))
      return shares
    },
    contribute: (contributions) => addContributions(work, contributions),
    withdraw: (firm) => removeContributions(work, { firm }),
    ...createSnapshots(work),
  }
}

function createSnapshots(work: Work): Pick<Benchmarks, 'freeze' | 'snapshot' | 'snapshots'> {
  const { session, tenant } = work
  return {
    snapshot: async (ruleSet, quarter) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('snapshot')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where('rule_set', '=', ruleSet)
          .where('quarter', '=', quarter),
      )
      return rows[0] === undefined ? undefined : { ...headOf(rows[0]), body: json(rows[0].body) }
    },
    snapshots: async (ruleSet) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('snapshot')
          .select(['id', 'rule_set', 'quarter', 'created_at'])
          .where('tenant', '=', tenant.id)
          .where('rule_set', '=', ruleSet)
          .orderBy('quarter', 'desc'),
      )
      return rows.map(headOf)
    },
    freeze: (snapshot) => freeze(work, snapshot),
  }
}

async function freeze(work: Work, { ruleSet, quarter, body }: Parameters<Benchmarks['freeze']>[0]): Promise<Snapshot> {
  const { session, now } = work
  const row = {
    id: work.newId(),
    rule_set: ruleSet,
    quarter,
    body: JSON.stringify(body) ?? 'null',
    created_at: now,
  }
  const { changes } = await session.query((db) =>
    db
      .insertInto('snapshot')
      .values({ ...ownedBy(work), ...row })
      .onConflict((conflict) => conflict.columns(['tenant', 'rule_set', 'quarter']).doNothing()),
  )
  if (changes === 0) throw new StoreError('duplicate', `${quarter} of ${ruleSet} is frozen already.`)
  return { ...headOf(row), body }
}

function columnsOf({ ruleSet, quarter, sector, size, principle }: CellFilter): { readonly rule_set: string } {
  const narrower = Object.entries({ quarter, sector, size, principle }).filter(([, value]) => value !== undefined)
  return Object.assign({ rule_set: ruleSet }, Object.fromEntries(narrower))
}

async function countsByFirm({ session, tenant }: Work, filter: CellFilter): Promise<Map<string, number[]>> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('cell_firm')
      .select(['sector', 'size', 'principle', 'count'])
      .where('tenant', '=', tenant.id)
      .where((is) => is.and(columnsOf(filter)))
      .where('count', '>', 0),
  )
  const counts = new Map<string, number[]>()
  for (const row of rows) {
    const place = placeOf(row)
    const known = counts.get(place)
    if (known === undefined) counts.set(place, [row.count])
    else known.push(row.count)
  }
  return counts
}

const placeOf = (row: Pick<CellRow, 'principle' | 'sector' | 'size'>) =>
  JSON.stringify([row.sector, row.size, row.principle])

function readCell(row: CellRow) {
  return {
    ruleSet: row.rule_set,
    quarter: row.quarter,
    sector: row.sector,
    size: row.size,
    principle: row.principle,
    count: row.count,
    sum: row.sum / unit,
    sumOfSquares: row.squares / unit ** 2,
    bins: binColumns.map((bin) => row[bin] ?? 0),
  }
}

function headOf(row: Pick<SnapshotRow, 'created_at' | 'id' | 'quarter' | 'rule_set'>): Omit<Snapshot, 'body'> {
  return { id: row.id, ruleSet: row.rule_set, quarter: row.quarter, createdAt: row.created_at }
}
