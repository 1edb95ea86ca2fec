import type { NewResult, ResultReads, Results, ResultSummary, StoredResult } from '../contract/relationships.ts'
import { statement } from '../engine/statement.ts'
import type { ResultRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import { selectHead } from './relationship-statements.ts'
import { json, newestFirst, ownedBy, pageOf, type Work } from './work.ts'

/** What is sealed of a result. */
type Payload = Pick<StoredResult, 'record' | 'result'>

export function createResults(work: Work): Results {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): ResultReads {
  const { session, tenant, vault } = work
  const whole = async (row: ResultRow | undefined): Promise<StoredResult | undefined> =>
    row === undefined
      ? undefined
      : { ...summary(row), ...(await vault.open<Payload>(row.firm, `result/${row.id}`, row.payload)) }
  return {
    get: async (id) => whole((await session.run(selectResult, { tenant: tenant.id, id })).rows[0]),
    latest: async (relationship, ruleSet) =>
      whole((await session.run(latestResult, { tenant: tenant.id, relationship, ruleSet })).rows[0]),
    history: async ({ relationship, ruleSet, ...page }) => {
      const { at, id, limit } = newestFirst(page)
      const { rows } = await session.query((db) => {
        const query = db
          .selectFrom('result')
          .select(summaryColumns)
          .where('tenant', '=', tenant.id)
          .where('relationship', '=', relationship)
          .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(at, id)))
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
        return ruleSet === undefined ? query : query.where('rule_set', '=', ruleSet)
      })
      return pageOf(rows, { limit: page.limit, place: (row) => ({ at: row.created_at, id: row.id }), item: summary })
    },
  }
}

function changes(work: Work): Omit<Results, keyof ResultReads> {
  const { session, tenant, vault, now } = work
  return {
    add: async (result: NewResult) => {
      const [head] = (await session.run(selectHead, { tenant: tenant.id, id: result.relationship })).rows
      if (head === undefined) throw new StoreError('absent', `There is no relationship ${result.relationship}.`)
      const id = work.newId()
      const payload: Payload = { result: result.result, record: result.record }
      const row: ResultRow = {
        ...ownedBy(work),
        id,
        relationship: result.relationship,
        firm: head.firm,
        rule_set: result.ruleSet,
        rule_set_version: result.ruleSetVersion,
        digest: result.digest,
        as_of: result.asOf,
        scope: result.scope,
        input_hash: result.inputHash,
        engine: result.engine,
        relationship_version: result.relationshipVersion,
        scores: JSON.stringify(result.scores),
        payload: await vault.seal(head.firm, `result/${id}`, payload),
        created_at: now,
      }
      await session.query((db) => db.insertInto('result').values(row))
      return summary(row)
    },
  }
}

function summary(row: Omit<ResultRow, 'payload' | 'bucket'>): ResultSummary {
  return {
    id: row.id,
    relationship: row.relationship,
    firm: row.firm,
    ruleSet: row.rule_set,
    ruleSetVersion: row.rule_set_version,
    digest: row.digest,
    asOf: row.as_of,
    scope: row.scope,
    inputHash: row.input_hash,
    engine: row.engine,
    relationshipVersion: row.relationship_version,
    scores: json(row.scores),
    createdAt: row.created_at,
  }
}

const summaryColumns = [
  'tenant',
  'id',
  'relationship',
  'firm',
  'rule_set',
  'rule_set_version',
  'digest',
  'as_of',
  'scope',
  'input_hash',
  'engine',
  'relationship_version',
  'scores',
  'created_at',
] as const

const selectResult = statement((db, args: { tenant: string; id: string }) =>
  db.selectFrom('result').selectAll().where('tenant', '=', args.tenant).where('id', '=', args.id),
)

const latestResult = statement((db, args: { tenant: string; relationship: string; ruleSet: string }) =>
  db
    .selectFrom('result')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('relationship', '=', args.relationship)
    .where('rule_set', '=', args.ruleSet)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
