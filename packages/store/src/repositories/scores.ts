import type { CurrentScore, NewScore, Scores } from '../contract/relationships.ts'
import { statement } from '../engine/statement.ts'
import type { ScoreRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import { checkedLimit, inPieces, json, ownedBy, pageOf, type Work } from './work.ts'

export function createScores(work: Work): Scores {
  const { session, tenant } = work
  return {
    get: async (relationship, ruleSet) => {
      const [row] = (await session.run(selectScore, { tenant: tenant.id, relationship, ruleSet })).rows
      return row === undefined ? undefined : read(row)
    },
    getMany: (relationships, ruleSet) => scoresOf(work, relationships, ruleSet),
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
  if (scores.length === 0) return 0
  const { rows: heads } = await work.session.query((db) =>
    db
      .selectFrom('relationship')
      .select(['id', 'firm', 'version'])
      .where('tenant', '=', work.tenant.id)
      .where('id', 'in', [...new Set(scores.map(({ relationship }) => relationship))]),
  )
  const current = new Map(heads.map((head) => [head.id, head]))
  // the last word on a relationship and a rule set counts: one statement may not change a row twice
  const taken = new Map<string, NewScore>()
  for (const score of scores) {
    if (current.get(score.relationship)?.version !== score.relationshipVersion) continue
    taken.set(`${score.relationship}\n${score.ruleSet}`, score)
  }
  for (const piece of inPieces([...taken.values()], rowsAtOnce)) {
    // SQLite writes in this thread: who only reads need not wait for all of it
    await new Promise((resolve) => setImmediate(resolve))
    await upsert(
      work,
      piece.map((score) => rowOf(work, score, current.get(score.relationship)!.firm)),
    )
  }
  return taken.size
}

const rowsAtOnce = 50

async function upsert({ session }: Work, rows: readonly ScoreRow[]): Promise<void> {
  await session.query((db) =>
    db
      .insertInto('score')
      .values([...rows])
      .onConflict((conflict) =>
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
          .whereRef('excluded.relationship_version', '>=', 'score.relationship_version'),
      ),
  )
}

function rowOf(work: Work, score: NewScore, firm: string): ScoreRow {
  return {
    ...ownedBy(work),
    relationship: score.relationship,
    firm,
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
