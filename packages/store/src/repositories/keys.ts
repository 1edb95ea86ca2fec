import type { ApiKey, KeyKind, KeyReads, Keys, NewKey } from '../contract/access.ts'
import { statement } from '../engine/statement.ts'
import type { ApiKeyRow } from '../schema/access-rows.ts'
import { StoreError } from '../store-error.ts'
import { checkedLimit, json, newestFirst, ownedBy, pageOf, type Work } from './work.ts'

export function createKeys(work: Work): Keys {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): KeyReads {
  const { session, tenant } = work
  const read = (row: ApiKeyRow) => readKey(work, row)
  const get = async (id: string) => {
    const { rows } = await session.query((db) =>
      db.selectFrom('api_key').selectAll().where('tenant', '=', tenant.id).where('id', '=', id),
    )
    return rows[0] === undefined ? undefined : read(rows[0])
  }
  return {
    get,
    list: (page) => listKeys(work, page),
    generation: async () => (await session.run(selectGeneration, { tenant: tenant.id })).rows[0]?.key_generation ?? 0,
  }
}

function changes(work: Work): Omit<Keys, keyof KeyReads> {
  const { session, tenant, now } = work
  const get = (id: string) => reads(work).get(id)
  return {
    create: async (key) => {
      const id = work.newId()
      const row = await newRow(work, id, key)
      const { changes } = await session.query((db) =>
        db
          .insertInto('api_key')
          .values(row)
          .onConflict((conflict) => conflict.doNothing()),
      )
      if (changes === 0) throw new StoreError('duplicate', 'There is a key with this hash already.')
      await session.run(nextGeneration, { tenant: tenant.id })
      return { ...key, id, revokedAt: null, lastUsedAt: null, createdAt: now }
    },
    revoke: async (id) => {
      const known = await get(id)
      return known?.revokedAt === null || known === undefined ? changeKey(work, id, { revoked_at: now }) : known
    },
    expire: (id, at) => changeKey(work, id, { expires_at: at }),
    touch: async (uses) => {
      for (const [id, at] of [...uses].toSorted(([left], [right]) => (left < right ? -1 : 1)))
        await session.run(touchKey, { tenant: tenant.id, id, at })
    },
    sweep: async (before, limit) => {
      const { rows } = await session.run(selectEnded, { tenant: tenant.id, before, limit: checkedLimit(limit) })
      for (const { id } of rows) await session.run(deleteKey, { tenant: tenant.id, id })
      return rows.length
    },
  }
}

async function changeKey(work: Work, id: string, columns: Partial<ApiKeyRow>): Promise<ApiKey> {
  const { session, tenant } = work
  const { changes: count } = await session.query((db) =>
    db.updateTable('api_key').set(columns).where('tenant', '=', tenant.id).where('id', '=', id),
  )
  if (count === 0) throw new StoreError('absent', `There is no key ${id}.`)
  await session.run(nextGeneration, { tenant: tenant.id })
  return (await reads(work).get(id))!
}

async function newRow(work: Work, id: string, key: NewKey): Promise<ApiKeyRow> {
  const { vault, now } = work
  return {
    ...ownedBy(work),
    id,
    kind: key.kind,
    hash: key.hash,
    hint: key.hint,
    payload: await vault.seal(key.firm, `api_key/${id}`, key.label),
    scopes: JSON.stringify(key.scopes),
    origins: JSON.stringify(key.origins),
    firm: key.firm,
    expires_at: key.expiresAt,
    revoked_at: null,
    last_used_at: null,
    created_at: now,
  }
}

const listKeys = async (work: Work, { firm, ...page }: Parameters<Keys['list']>[0]) => {
  const { at, id, limit } = newestFirst(page)
  const { rows } = await work.session.query((db) => {
    const query = db
      .selectFrom('api_key')
      .selectAll()
      .where('tenant', '=', work.tenant.id)
      .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(at, id)))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
    return firm === undefined ? query : query.where('firm', '=', firm)
  })
  const place = (row: ApiKeyRow) => ({ at: row.created_at, id: row.id })
  return pageOf(rows, { limit: page.limit, place, item: (row) => readKey(work, row) })
}

async function readKey({ vault }: Work, row: ApiKeyRow): Promise<ApiKey> {
  return {
    id: row.id,
    kind: row.kind as KeyKind,
    hash: row.hash,
    hint: row.hint,
    label: await vault.open<string>(row.firm, `api_key/${row.id}`, row.payload),
    scopes: json(row.scopes),
    origins: json(row.origins),
    firm: row.firm,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
  }
}

/** By its hash: what an authentication does. */
export async function keyWithHash(work: Work, hash: string): Promise<ApiKey | undefined> {
  const [row] = (await work.session.run(selectByHash, { tenant: work.tenant.id, hash })).rows
  return row === undefined ? undefined : readKey(work, row)
}

const selectByHash = statement((db, args: { tenant: string; hash: string }) =>
  db.selectFrom('api_key').selectAll().where('tenant', '=', args.tenant).where('hash', '=', args.hash),
)

const selectGeneration = statement((db, args: { tenant: string }) =>
  db.selectFrom('tenant').select('key_generation').where('tenant', '=', args.tenant),
)

const nextGeneration = statement((db, args: { tenant: string }) =>
  db
    .updateTable('tenant')
    .set((set) => ({ key_generation: set('key_generation', '+', 1) }))
    .where('tenant', '=', args.tenant),
)

const selectEnded = statement((db, args: { tenant: string; before: string; limit: number }) =>
  db
    .selectFrom('api_key')
    .select('id')
    .where('tenant', '=', args.tenant)
    .where('last_used_at', 'is', null)
    .where((is) => is.or([is('expires_at', '<=', args.before), is('revoked_at', '<=', args.before)]))
    .orderBy('id')
    .limit(args.limit),
)

const deleteKey = statement((db, args: { tenant: string; id: string }) =>
  db.deleteFrom('api_key').where('tenant', '=', args.tenant).where('id', '=', args.id),
)

const touchKey = statement((db, args: { tenant: string; id: string; at: string }) =>
  db
    .updateTable('api_key')
    .set({ last_used_at: args.at })
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where((is) => is.or([is('last_used_at', 'is', null), is('last_used_at', '<', args.at)])),
)
