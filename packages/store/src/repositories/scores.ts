import type { CurrentScore, NewScore, Scores } from '../contract/relationships.ts'
import type { ScoreRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import * as sql from './score-statements.ts'
import { checkedLimit, inPieces, json, pageOf, type Work } from './work.ts'

export function createScores(work: Work): Scores {
  const { session, tenant } = work
  return {
    get: async (relationship, ruleSet) => {
      const [row] = (await session.run(sql.selectScore, { tenant: tenant.id, relationship, ruleSet })).rows
      return row === undefined ? undefined : read(row)
    },
    getMany: (relationships, ruleSet) => scoresOf(work, relationships, ruleSet),
    between: async (ruleSet, { from, to }) => {
      const { rows } = await session.run(sql.selectBetween, { tenant: tenant.id, ruleSet, from, to })
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
      const { rows } = await session.run(sql.countByDigest, { tenant: tenant.id, ruleSet })
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
async function putTogether({ session, tenant, now }: Work, rows: readonly sql.GivenRow[]): Promise<number> {
  const columns = sql.inLines.map((column) => [column, rows.map((row) => row[column]).join('\n')])
  const lines = Object.fromEntries(columns) as sql.Lines
  return (await session.run(sql.insertGiven, { tenant: tenant.id, now, ...lines })).changes
}

/** SQLite writes in this thread: there are no ways, and who only reads need not wait for all of it. */
async function putOneByOne({ session, tenant }: Work, rows: readonly sql.GivenRow[]): Promise<number> {
  let taken = 0
  let until = 0
  for (const row of rows) {
    if (performance.now() > until) {
      await new Promise((resolve) => setImmediate(resolve))
      until = performance.now() + sliceMs
    }
    taken += (await session.run(sql.insertOne, { ...row, tenant: tenant.id })).changes
  }
  return taken
}

const sliceMs = 0.5

function rowOf(work: Work, score: NewScore): sql.GivenRow {
  return {
    relationship: oneLine(score.relationship),
    rule_set: oneLine(score.ruleSet),
    digest: oneLine(score.digest),
    as_of: oneLine(score.asOf),
    relationship_version: score.relationshipVersion,
    scores: JSON.stringify(score.scores),
    updated_at: work.now,
  }
}

function oneLine(text: string): string {
  if (text !== '' && !text.includes('\n')) return text
  throw new StoreError('bad-value', `What names a score is one line of text, not "${text}".`)
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
