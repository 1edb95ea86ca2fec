import { exchangeKinds } from '../contract/exchanges.ts'
import type { Page, Position } from '../contract/page.ts'
import type { ExportRow, Rights } from '../contract/rights.ts'
import type { Tx } from '../contract/store.ts'
import { StoreError } from '../store-error.ts'
import { removeContributions } from './benchmark-shares.ts'
import { json, type Work } from './work.ts'

/** Below a firm first, so that nothing ever names a row that has gone. */
const firmTables = [
  'idempotency',
  'mail',
  'link',
  'exchange',
  'score',
  'result',
  'api_key',
  'consent',
  'relationship',
] as const

export function createRights(work: Work, tx: Tx): Rights {
  return {
    exportFirm: (firm) => exportFirm(work, tx, firm),
    eraseFirm: async (firm) => {
      const { session, tenant, vault } = work
      if ((await tx.firms.get(firm)) === undefined) throw new StoreError('absent', `There is no firm ${firm}.`)
      const own = { tenant: tenant.id, firm }
      const gone: Record<string, number> = {}
      // the key first: from here on nothing of the firm can be read, not even in old copies
      gone['data_key'] = (await session.query((db) => db.deleteFrom('data_key').where((is) => is.and(own)))).changes
      vault.forget(firm)
      await removeContributions(work, { firm })
      for (const table of firmTables) {
        gone[table] = (await session.query((db) => db.deleteFrom(table).where((is) => is.and(own)))).changes
      }
      gone['cell_firm'] = (await session.query((db) => db.deleteFrom('cell_firm').where((is) => is.and(own)))).changes
      const itself = await session.query((db) =>
        db.deleteFrom('firm').where('tenant', '=', tenant.id).where('id', '=', firm),
      )
      gone['firm'] = itself.changes
      await session.query((db) =>
        db
          .updateTable('tenant')
          .set((set) => ({ key_generation: set('key_generation', '+', 1) }))
          .where('tenant', '=', tenant.id),
      )
      session.scrubAfterwards()
      return gone
    },
  }
}

async function* exportFirm(work: Work, tx: Tx, firm: string): AsyncGenerator<ExportRow> {
  const found = await tx.firms.get(firm)
  if (found === undefined) throw new StoreError('absent', `There is no firm ${firm}.`)
  yield { kind: 'firm', data: found }
  for (const data of await tx.consents.history(firm)) yield { kind: 'consent', data }
  for await (const relationship of all((page) => tx.relationships.list({ ...page, firm }))) {
    yield { kind: 'relationship', data: relationship }
    const of = { relationship: relationship.id }
    for await (const { id } of all((page) => tx.results.history({ ...page, ...of }))) {
      yield { kind: 'result', data: await tx.results.get(id) }
    }
    for await (const data of all((page) => tx.links.list({ ...page, ...of }))) yield { kind: 'link', data }
    for (const kind of exchangeKinds) {
      for await (const data of all((page) => tx.exchanges.list({ ...page, ...of, kind }))) {
        // sealed is sealed, also from the firm that keeps it
        yield { kind: 'exchange', data: data.state === 'sealed' ? { ...data, content: null } : data }
      }
    }
  }
  for await (const data of scoresOf(work, firm)) yield { kind: 'score', data }
  for await (const data of sharesOf(work, firm)) yield { kind: 'benchmark-share', data }
  for await (const data of all((page) => tx.keys.list({ ...page, firm }))) yield { kind: 'key', data }
  for await (const data of all((page) => tx.audit.list({ ...page, firm }))) yield { kind: 'audit-entry', data }
}

async function* all<Item>(
  list: (page: { readonly limit: number; readonly after?: Position }) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  for (let next: Position | undefined, first = true; first || next !== undefined; first = false) {
    const page = await list(next === undefined ? { limit: 200 } : { limit: 200, after: next })
    yield* page.items
    next = page.next
  }
}

async function* scoresOf({ session, tenant }: Work, firm: string): AsyncGenerator {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('score')
      .selectAll()
      .where('tenant', '=', tenant.id)
      .where('firm', '=', firm)
      .orderBy('relationship')
      .orderBy('rule_set'),
  )
  for (const { tenant: _, bucket: __, scores, ...row } of rows) yield { ...row, scores: json(scores) }
}

async function* sharesOf({ session, tenant }: Work, firm: string): AsyncGenerator {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('share')
      .selectAll()
      .where('tenant', '=', tenant.id)
      .where('firm', '=', firm)
      .orderBy('relationship')
      .orderBy('quarter')
      .orderBy('rule_set'),
  )
  for (const { tenant: _, bucket: __, scores, ...row } of rows) yield { ...row, scores: json(scores) }
}
