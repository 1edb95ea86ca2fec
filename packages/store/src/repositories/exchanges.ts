import type { Exchange, ExchangeKind, ExchangeReads, Exchanges, ExchangeState } from '../contract/exchanges.ts'
import { statement } from '../engine/statement.ts'
import type { ExchangeRow } from '../schema/access-rows.ts'
import { StoreError } from '../store-error.ts'
import { selectHead } from './relationship-statements.ts'
import { checkedLimit, newestFirst, notChanged, ownedBy, pageOf, type Work } from './work.ts'

export function createExchanges(work: Work): Exchanges {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): ExchangeReads {
  const { session, tenant } = work
  return {
    get: async (id) => {
      const [row] = (await session.run(selectOne, { tenant: tenant.id, id })).rows
      return row === undefined ? undefined : readExchange(work, row)
    },
    list: async ({ relationship, kind, ...page }) => {
      const place = { tenant: tenant.id, relationship, kind, ...newestFirst(page) }
      const { rows } = await session.run(selectOfKind, place)
      return pageOf(rows, {
        limit: page.limit,
        place: (row) => ({ at: row.created_at, id: row.id }),
        item: (row) => readExchange(work, row),
      })
    },
    sealedBefore: async (before, limit) => {
      const { rows } = await session.run(selectSealed, { tenant: tenant.id, before, limit: checkedLimit(limit) })
      return rows.map(headOf)
    },
  }
}

function changes(work: Work): Omit<Exchanges, keyof ExchangeReads> {
  const { session, tenant, vault, now } = work
  const rowOf = async (id: string) => (await session.run(selectOne, { tenant: tenant.id, id })).rows[0]
  return {
    add: async ({ kind, state, relationship, content }) => {
      const [head] = (await session.run(selectHead, { tenant: tenant.id, id: relationship })).rows
      if (head === undefined) throw new StoreError('absent', `There is no relationship ${relationship}.`)
      const { firm } = head
      const id = work.newId()
      const payload = await vault.seal(firm, `exchange/${id}`, content)
      const more = { version: 1, created_at: now, updated_at: now }
      const row: ExchangeRow = { ...ownedBy(work), id, kind, state, firm, relationship, payload, ...more }
      await session.query((db) => db.insertInto('exchange').values(row))
      return { id, kind, state, firm, relationship, content, version: 1, createdAt: now, updatedAt: now }
    },
    update: async (id, version, { state, content }) => {
      const row = await rowOf(id)
      if (row?.version !== version) throw notChanged(`exchange ${id}`, row)
      const payload = await vault.seal(row.firm, `exchange/${id}`, content)
      const change = { tenant: tenant.id, id, version, next: version + 1, state, payload, now }
      if ((await session.run(updateOne, change)).changes === 0) throw notChanged(`exchange ${id}`, await rowOf(id))
      return readExchange(work, { ...row, state, payload, version: version + 1, updated_at: now })
    },
  }
}

async function readExchange({ vault }: Work, row: ExchangeRow): Promise<Exchange> {
  return { ...headOf(row), content: await vault.open<unknown>(row.firm, `exchange/${row.id}`, row.payload) }
}

function headOf(row: ExchangeRow): Omit<Exchange, 'content'> {
  return {
    id: row.id,
    kind: row.kind as ExchangeKind,
    state: row.state as ExchangeState,
    firm: row.firm,
    relationship: row.relationship,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const selectOne = statement((db, args: { tenant: string; id: string }) =>
  db.selectFrom('exchange').selectAll().where('tenant', '=', args.tenant).where('id', '=', args.id),
)

const selectSealed = statement((db, args: { tenant: string; before: string; limit: number }) =>
  db
    .selectFrom('exchange')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('state', '=', 'sealed')
    .where('created_at', '<=', args.before)
    .orderBy('id')
    .limit(args.limit),
)

interface OfKind {
  readonly tenant: string
  readonly relationship: string
  readonly kind: string
  readonly at: string
  readonly id: string
  readonly limit: number
}

const selectOfKind = statement((db, args: OfKind) =>
  db
    .selectFrom('exchange')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('relationship', '=', args.relationship)
    .where('kind', '=', args.kind)
    .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(args.at, args.id)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(args.limit),
)

interface Changed {
  readonly tenant: string
  readonly id: string
  readonly version: number
  readonly next: number
  readonly state: string
  readonly payload: Uint8Array
  readonly now: string
}

const updateOne = statement((db, args: Changed) =>
  db
    .updateTable('exchange')
    .set({ state: args.state, payload: args.payload, version: args.next, updated_at: args.now })
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('version', '=', args.version),
)
