import type { Firm, FirmReads, Firms } from '../contract/tenants.ts'
import { statement } from '../engine/statement.ts'
import type { FirmRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import { inPieces, notChanged, oldestFirst, ownedBy, pageOf, type Work } from './work.ts'

export function createFirms(work: Work): Firms {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): FirmReads {
  const { session, tenant, vault } = work
  const read = async (row: FirmRow): Promise<Firm> => ({
    id: row.id,
    ...(await vault.open<Pick<Firm, 'name' | 'details'>>(row.id, `firm/${row.id}`, row.payload)),
    sector: row.sector,
    size: row.size,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  })
  const get = async (id: string) => {
    const [row] = (await session.run(selectFirm, { tenant: tenant.id, id })).rows
    return row === undefined ? undefined : read(row)
  }
  return {
    get,
    list: async (page) => {
      const { rows } = await session.run(listFirms, { tenant: tenant.id, ...oldestFirst(page) })
      return pageOf(rows, { limit: page.limit, place: (row) => ({ at: row.created_at, id: row.id }), item: read })
    },
    places: async (firms) => {
      const select = (piece: readonly string[]) =>
        session.query((db) =>
          db
            .selectFrom('firm')
            .select(['id', 'sector', 'size'])
            .where('tenant', '=', tenant.id)
            .where('id', 'in', piece),
        )
      const found = await Promise.all(inPieces([...new Set(firms)], 500).map(select))
      return new Map(found.flatMap(({ rows }) => rows).map(({ id, sector, size }) => [id, { sector, size }]))
    },
  }
}

function changes(work: Work): Omit<Firms, keyof FirmReads> {
  const { session, tenant, vault, now } = work
  const get = (id: string) => reads(work).get(id)
  return {
    create: async ({ id = work.newId(), name, sector = null, size = null, details = {} }) => {
      if ((await session.run(selectFirm, { tenant: tenant.id, id })).rows.length > 0) {
        throw new StoreError('duplicate', `There is a firm ${id} already.`)
      }
      await vault.makeKey(id)
      const payload = await vault.seal(id, `firm/${id}`, { name, details })
      await session.run(insertFirm, { ...ownedBy(work), id, payload, sector, size, now })
      return { id, name, sector, size, details, version: 1, createdAt: now, updatedAt: now }
    },
    update: async (id, version, change) => {
      const stored = await get(id)
      if (stored?.version !== version) throw notChanged(`firm ${id}`, stored)
      const next = { ...stored, ...change }
      const { changes } = await session.run(updateFirm, {
        tenant: tenant.id,
        id,
        version,
        next: version + 1,
        payload: await vault.seal(id, `firm/${id}`, { name: next.name, details: next.details }),
        sector: next.sector,
        size: next.size,
        now,
      })
      if (changes === 0) throw notChanged(`firm ${id}`, await get(id))
      return { ...next, version: version + 1, updatedAt: now }
    },
  }
}

const selectFirm = statement((db, args: { tenant: string; id: string }) =>
  db.selectFrom('firm').selectAll().where('tenant', '=', args.tenant).where('id', '=', args.id),
)

const listFirms = statement((db, args: { tenant: string; at: string; id: string; limit: number }) =>
  db
    .selectFrom('firm')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where((is) => is(is.refTuple('created_at', 'id'), '>', is.tuple(args.at, args.id)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(args.limit),
)

type NewRow = Pick<FirmRow, 'tenant' | 'bucket' | 'id' | 'payload' | 'sector' | 'size'> & { readonly now: string }

const insertFirm = statement((db, args: NewRow) =>
  db.insertInto('firm').values({
    tenant: args.tenant,
    bucket: args.bucket,
    id: args.id,
    payload: args.payload,
    sector: args.sector,
    size: args.size,
    version: 1,
    created_at: args.now,
    updated_at: args.now,
  }),
)

type ChangedRow = Omit<NewRow, 'bucket'> & { readonly version: number; readonly next: number }

const updateFirm = statement((db, args: ChangedRow) =>
  db
    .updateTable('firm')
    .set({ payload: args.payload, sector: args.sector, size: args.size, version: args.next, updated_at: args.now })
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('version', '=', args.version),
)
