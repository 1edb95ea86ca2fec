import { sql, type OnConflictBuilder } from 'kysely'
import type { CurrentScore, NewScore, Scores } from '../contract/relationships.ts'
import { statement } from '../engine/statement.ts'
import type { ScoreRow } from '../schema/member-rows.ts'
import type { Schema } from '../schema/tables.ts'
import { StoreError } from '../store-error.ts'
import { checkedLimit, inPieces, json, pageOf, type Work } from './work.ts'

export function createScores(work: Work): Scores {
  const { session, tenant } = work
  return {
    get: async (relationship, ruleSet) => {
      const [row] = (await session.run(selectScore, { tenant: tenant.id, relationship, ruleSet })).rows
      return row === undefined ? undefined : read(row)
    },
    getMany: (relationships, ruleSet) => scoresOf(work, relationships, ruleSet),
    between: async (ruleSet, { from, to }) => {
      const { rows } = await session.run(selectBetween, { tenant: tenant.id, ruleSet, from, to })
      return new Map(rows.map((row) => [row.relationship, read(row)]))
    },
    list: async ({ ruleSet, firm, after, limit }) => {
      const { rows } = await session.query((db) => {
        const query = db
          .selectFrom('score')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where('rule_set', '=', ruleSet)
          .where('relationship', '>', after?.id ?? '')
          .orderBy('relationship')
          .limit(checkedLimit(limit) + 1)
        return firm === undefined ? query : query.where('firm', '=', firm)
      })
      return pageOf(rows, { limit, place: (row) => ({ at: '', id: row.relationship }), item: read })
    },
    freshness: async (ruleSet, digest) => {
      const { rows } = await session.run(countByDigest, { tenant: tenant.id, ruleSet })
      const sum = (fresh: boolean) =>
        rows.filter((row) => (row.digest === digest) === fresh).reduce((total, row) => total + row.count, 0)
      return { fresh: sum(true), stale: sum(false) }
    },
    put: (scores) => putScores(work, scores),
  }
}

async function scoresOf({ session, tenant }: Work, relationships: readonly string[], ruleSet: string) {
  const found = new Map<string, CurrentScore>()
  for (const piece of inPieces(relationships, 500)) {
    const { rows } = await session.query((db) =>
      db
        .selectFrom('score')
        .selectAll()
        .where('tenant', '=', tenant.id)
        .where('rule_set', '=', ruleSet)
        .where('relationship', 'in', [...piece]),
    )
    for (const row of rows) found.set(row.relationship, read(row))
  }
  return found
}

async function putScores(work: Work, scores: readonly NewScore[]): Promise<number> {
  if (scores.length > 500) throw new StoreError('too-large', `At most 500 scores at once, not ${scores.length}.`)
  // the last word on a relationship and a rule set counts: one statement may not change a row twice
  const given = new Map(
    scores.map((score) => [`${score.relationship} ${score.relationshipVersion}\n${score.ruleSet}`, score]),
  )
  const rows = [...given.values()].map((score) => rowOf(work, score))
  if (rows.length === 0) return 0
  return work.session.engine === 'postgres' ? putTogether(work, rows) : putOneByOne(work, rows)
}

/** What a way there and back costs, is paid once. */
async function putTogether({ session, tenant }: Work, rows: readonly GivenRow[]): Promise<number> {
  return (await session.run(insertGiven, { tenant: tenant.id, given: JSON.stringify(rows) })).changes
}

/** SQLite writes in this thread: there are no ways, and who only reads need not wait for all of it. */
async function putOneByOne({ session, tenant }: Work, rows: readonly GivenRow[]): Promise<number> {
  let taken = 0
  let until = 0
  for (const row of rows) {
    if (performance.now() > until) {
      await new Promise((resolve) => setImmediate(resolve))
      until = performance.now() + sliceMs
    }
    taken += (await session.run(insertOne, { ...row, tenant: tenant.id })).changes
  }
  return taken
}

const sliceMs = 0.5

/** Of a score, what the caller knows; the rest is in the row of its relationship. */
type GivenRow = Omit<ScoreRow, 'bucket' | 'firm' | 'tenant'>

function rowOf(work: Work, score: NewScore): GivenRow {
  return {
    relationship: score.relationship,
    rule_set: score.ruleSet,
    digest: score.digest,
    as_of: score.asOf,
    relationship_version: score.relationshipVersion,
    scores: JSON.stringify(score.scores),
    updated_at: work.now,
  }
}

function read(row: ScoreRow): CurrentScore {
  return {
    relationship: row.relationship,
    firm: row.firm,
    ruleSet: row.rule_set,
    digest: row.digest,
    relationshipVersion: row.relationship_version,
    asOf: row.as_of,
    scores: json(row.scores),
    updatedAt: row.updated_at,
  }
}

const selectScore = statement((db, args: { tenant: string; relationship: string; ruleSet: string }) =>
  db
    .selectFrom('score')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('relationship', '=', args.relationship)
    .where('rule_set', '=', args.ruleSet),
)

const countByDigest = statement((db, args: { tenant: string; ruleSet: string }) =>
  db
    .selectFrom('score')
    .select(['digest', (count) => count.fn.countAll<number>().as('count')])
    .where('tenant', '=', args.tenant)
    .where('rule_set', '=', args.ruleSet)
    .groupBy('digest'),
)

const selectBetween = statement((db, args: { tenant: string; ruleSet: string; from: string; to: string }) =>
  db
    .selectFrom('score')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('rule_set', '=', args.ruleSet)
    .where('relationship', '>=', args.from)
    .where('relationship', '<=', args.to),
)

const columns = [
  'tenant',
  'bucket',
  'relationship',
  'firm',
  'rule_set',
  'digest',
  'as_of',
  'relationship_version',
  'scores',
  'updated_at',
] as const

type Replacing = OnConflictBuilder<Schema, 'score'>

const replacing = (conflict: Replacing) =>
  conflict
    .columns(['tenant', 'relationship', 'rule_set'])
    .doUpdateSet((set) => ({
      digest: set.ref('excluded.digest'),
      as_of: set.ref('excluded.as_of'),
      relationship_version: set.ref('excluded.relationship_version'),
      scores: set.ref('excluded.scores'),
      updated_at: set.ref('excluded.updated_at'),
    }))
    // a rival that scored a newer record was faster
    .whereRef('excluded.relationship_version', '>=', 'score.relationship_version')

/** Nothing where the relationship has gone, or is newer than the score. */
const insertOne = statement((db, args: GivenRow & { tenant: string }) =>
  db
    .insertInto('score')
    .columns(columns)
    .expression(
      db
        .selectFrom('relationship')
        .select((row) => [
          'tenant',
          'bucket',
          'id',
          'firm',
          row.val(args.rule_set).as('rule_set'),
          row.val(args.digest).as('digest'),
          row.val(args.as_of).as('as_of'),
          'version',
          row.val(args.scores).as('scores'),
          row.val(args.updated_at).as('updated_at'),
        ])
        .where('tenant', '=', args.tenant)
        .where('id', '=', args.relationship)
        .where('version', '=', args.relationship_version),
    )
    .onConflict(replacing),
)

/** The same for many, on PostgreSQL. */
const insertGiven = statement((db, args: { tenant: string; given: string }) =>
  db
    .insertInto('score')
    .columns(columns)
    .expression(
      db
        .selectFrom('relationship')
        .innerJoin(givenRows(args.given).as('given'), (join) =>
          join
            .onRef('given.relationship', '=', 'relationship.id')
            .onRef('given.relationship_version', '=', 'relationship.version'),
        )
        .select([
          'relationship.tenant',
          'relationship.bucket',
          'relationship.id',
          'relationship.firm',
          'given.rule_set',
          'given.digest',
          'given.as_of',
          'relationship.version',
          'given.scores',
          'given.updated_at',
        ])
        .where('relationship.tenant', '=', args.tenant),
    )
    .onConflict(replacing),
)

const givenRows = (given: string) =>
  sql<GivenRow>`(select * from json_to_recordset(${given}::json) as listed
    (relationship text, rule_set text, digest text, as_of text, relationship_version integer, scores text, updated_at text))`
