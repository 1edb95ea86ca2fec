import { sql } from 'kysely'
import type { Contribution } from '../contract/benchmarks.ts'
import { Rival, type Outcome } from '../engine/engine.ts'
import { binColumns } from '../schema/define-table.ts'
import type { CellFirmRow, CellRow, ShareRow } from '../schema/work-rows.ts'
import { StoreError } from '../store-error.ts'
import { inPieces, json, ownedBy, type Work } from './work.ts'

/** Adds these to their cells, and takes away what the same relationships had added before. */
export async function addContributions(work: Work, contributions: readonly Contribution[]): Promise<void> {
  if (contributions.length > 500) {
    throw new StoreError('too-large', `At most 500 contributions at once, not ${contributions.length}.`)
  }
  const rows = new Map(
    contributions.map((given) => [`${given.ruleSet}\n${given.quarter}\n${given.relationship}`, rowOf(work, given)]),
  )
  const fresh = [...rows.values()]
  if (fresh.length === 0) return
  const groups = Map.groupBy(fresh, (row) => `${row.rule_set}\n${row.quarter}`).values()
  const old = (await Promise.all([...groups].map((group) => takeOld(work, group)))).flat()
  const shares = [...old.map((share) => ({ share, sign: -1 })), ...fresh.map((share) => ({ share, sign: 1 }))]
  // sent together and done in this order: on PostgreSQL that is one way there and back
  const [, { changes }] = await Promise.all([addToCells(work, shares), insertShares(work, fresh)])
  // somebody added the same relationship in between, and it was not taken away above
  if (changes !== fresh.length) throw new Rival('The same relationship was added twice at once.')
}

function insertShares({ session }: Work, rows: readonly ShareRow[]): Promise<Outcome<unknown>> {
  return session.query((db) =>
    db
      .insertInto('share')
      .values([...rows])
      .onConflict((conflict) => conflict.columns(['tenant', 'rule_set', 'quarter', 'relationship']).doNothing()),
  )
}

/** Takes everything of one firm or one relationship out of its cells. */
export async function removeContributions(
  work: Work,
  of: { readonly firm: string } | { readonly relationship: string },
): Promise<void> {
  const { rows } = await work.session.query((db) =>
    db
      .deleteFrom('share')
      .where('tenant', '=', work.tenant.id)
      .where((is) => is.and({ ...of }))
      .returningAll(),
  )
  for (const piece of inPieces(rows, 500)) {
    await addToCells(
      work,
      piece.map((share) => ({ share, sign: -1 })),
    )
  }
}

/** A rival waits for the row and then finds it gone: nothing is taken away twice. */
async function takeOld({ session, tenant }: Work, rows: readonly ShareRow[]): Promise<readonly ShareRow[]> {
  const { rows: old } = await session.query((db) =>
    db
      .deleteFrom('share')
      .where('tenant', '=', tenant.id)
      .where('rule_set', '=', rows[0]!.rule_set)
      .where('quarter', '=', rows[0]!.quarter)
      .where(
        'relationship',
        'in',
        rows.map(({ relationship }) => relationship),
      )
      .returningAll(),
  )
  return old
}

interface Signed {
  readonly share: ShareRow
  readonly sign: number
}

/** Every number is added in the database, so that two at once add up. */
async function addToCells(work: Work, shares: readonly Signed[]): Promise<void> {
  const cells = new Map<string, CellRow>()
  const firms = new Map<string, CellFirmRow>()
  for (const { share, sign } of shares) {
    for (const [principle, score] of Object.entries(json<Record<string, number>>(share.scores))) {
      const key = {
        rule_set: share.rule_set,
        quarter: share.quarter,
        sector: share.sector,
        size: share.size,
        principle,
      }
      const place = JSON.stringify(Object.values(key))
      const cell = cells.get(place) ?? emptyCell(work, key)
      cells.set(place, addScore(cell, score, sign))
      const owner = `${place}\n${share.firm}`
      const count = (firms.get(owner)?.count ?? 0) + sign
      firms.set(owner, { ...ownedBy(work), ...key, firm: share.firm, count })
    }
  }
  // always in the same order, so that two transactions wait for each other instead of locking up
  const ordered = <Row>(rows: Map<string, Row>) => [...rows.keys()].toSorted().map((key) => rows.get(key)!)
  await Promise.all([
    ...inPieces(ordered(cells), 200).map((piece) => addCells(work, piece)),
    ...inPieces(ordered(firms), 500).map((piece) => addFirms(work, piece)),
  ])
}

type CellKey = Pick<CellRow, 'principle' | 'quarter' | 'rule_set' | 'sector' | 'size'>

function emptyCell(work: Work, key: CellKey): CellRow {
  return {
    ...ownedBy(work),
    ...key,
    count: 0,
    sum: 0,
    squares: 0,
    ...Object.fromEntries(binColumns.map((bin) => [bin, 0])),
  }
}

function addScore(cell: CellRow, score: number, sign: number): CellRow {
  const bin = binColumns[Math.round(score / 1000)]!
  return {
    ...cell,
    count: cell.count + sign,
    sum: cell.sum + sign * score,
    squares: cell.squares + sign * score * score,
    [bin]: (cell[bin] ?? 0) + sign,
  }
}

const cellKey = ['tenant', 'rule_set', 'quarter', 'sector', 'size', 'principle'] as const
const addedUp = ['count', 'sum', 'squares', ...binColumns] as const
const plus = (table: string, column: string) =>
  sql<number>`${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`

async function addCells({ session }: Work, rows: readonly CellRow[]): Promise<void> {
  const sums = Object.fromEntries(addedUp.map((column) => [column, plus('cell', column)]))
  await session.query((db) =>
    db
      .insertInto('cell')
      .values([...rows])
      .onConflict((conflict) => conflict.columns([...cellKey]).doUpdateSet(sums)),
  )
}

async function addFirms({ session }: Work, rows: readonly CellFirmRow[]): Promise<void> {
  await session.query((db) =>
    db
      .insertInto('cell_firm')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns([...cellKey, 'firm']).doUpdateSet({ count: plus('cell_firm', 'count') }),
      ),
  )
}

function rowOf(work: Work, given: Contribution): ShareRow {
  const scores = Object.entries(given.scores).map(([principle, score]) => {
    if (score >= 0 && score <= 4) return [principle, Math.round(score * 10_000)]
    throw new StoreError('bad-value', `The score of ${principle} is ${score}; scores go from 0 to 4.`)
  })
  return {
    ...ownedBy(work),
    rule_set: given.ruleSet,
    quarter: given.quarter,
    relationship: given.relationship,
    firm: given.firm,
    sector: given.sector,
    size: given.size,
    scores: JSON.stringify(Object.fromEntries(scores)),
  }
}
