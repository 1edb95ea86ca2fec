import { sql, type OnConflictBuilder } from 'kysely'
import { statement } from '../engine/statement.ts'
import type { ScoreRow } from '../schema/member-rows.ts'
import type { Schema } from '../schema/tables.ts'

/** Of a score, what the caller knows; the rest is in the row of its relationship. */
export type GivenRow = Omit<ScoreRow, 'bucket' | 'firm' | 'tenant'>

/**
 * The columns of many scores, each as a text with a line for every row: PostgreSQL splits that in a third of the time in
 * which it reads JSON, and nobody has to put a mark before every quote of the figures. JSON itself is always on one line.
 */
export const inLines = ['relationship', 'rule_set', 'digest', 'as_of', 'relationship_version', 'scores'] as const

export type Lines = Readonly<Record<(typeof inLines)[number], string>>

export const selectScore = statement((db, args: { tenant: string; relationship: string; ruleSet: string }) =>
  db
    .selectFrom('score')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('relationship', '=', args.relationship)
    .where('rule_set', '=', args.ruleSet),
)

export const countByDigest = statement((db, args: { tenant: string; ruleSet: string }) =>
  db
    .selectFrom('score')
    .select(['digest', (count) => count.fn.countAll<number>().as('count')])
    .where('tenant', '=', args.tenant)
    .where('rule_set', '=', args.ruleSet)
    .groupBy('digest'),
)

export const selectBetween = statement((db, args: { tenant: string; ruleSet: string; from: string; to: string }) =>
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
export const insertOne = statement((db, args: GivenRow & { tenant: string }) =>
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
export const insertGiven = statement((db, args: Lines & { tenant: string; now: string }) =>
  db
    .insertInto('score')
    .columns(columns)
    .expression(
      db
        .selectFrom('relationship')
        .innerJoin(givenRows(args).as('given'), (join) =>
          join
            .onRef('given.relationship', '=', 'relationship.id')
            .onRef('given.relationship_version', '=', 'relationship.version'),
        )
        .select((row) => [
          'relationship.tenant',
          'relationship.bucket',
          'relationship.id',
          'relationship.firm',
          'given.rule_set',
          'given.digest',
          'given.as_of',
          'relationship.version',
          'given.scores',
          row.val(args.now).as('updated_at'),
        ])
        .where('relationship.tenant', '=', args.tenant),
    )
    .onConflict(replacing),
)

const givenRows = (lines: Lines) => {
  const split = (column: keyof Lines) => sql`string_to_array(${lines[column]}::text, chr(10))`
  return sql<Omit<GivenRow, 'updated_at'>>`(select * from unnest(${split('relationship')}, ${split('rule_set')},
    ${split('digest')}, ${split('as_of')}, ${split('relationship_version')}::bigint[], ${split('scores')})
    as listed (relationship, rule_set, digest, as_of, relationship_version, scores))`
}
