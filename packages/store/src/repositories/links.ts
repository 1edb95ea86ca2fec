import type { Link, LinkPurpose, LinkReads, Links, NewLink } from '../contract/access.ts'
import { statement } from '../engine/statement.ts'
import type { LinkRow } from '../schema/access-rows.ts'
import { StoreError } from '../store-error.ts'
import { selectHead } from './relationship-statements.ts'
import { checkedLimit, json, newestFirst, ownedBy, pageOf, type Work } from './work.ts'

export function createLinks(work: Work): Links {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): LinkReads {
  const { session, tenant } = work
  const get = async (id: string) => {
    const { rows } = await session.query((db) =>
      db.selectFrom('link').selectAll().where('tenant', '=', tenant.id).where('id', '=', id),
    )
    return rows[0] === undefined ? undefined : readLink(work, rows[0])
  }
  return {
    get,
    list: async ({ relationship, purpose, ...page }) => {
      const { at, id, limit } = newestFirst(page)
      const { rows } = await session.query((db) => {
        const query = db
          .selectFrom('link')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where('relationship', '=', relationship)
          .where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(at, id)))
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
        return purpose === undefined ? query : query.where('purpose', '=', purpose)
      })
      const place = (row: LinkRow) => ({ at: row.created_at, id: row.id })
      return pageOf(rows, { limit: page.limit, place, item: (row) => readLink(work, row) })
    },
  }
}

function changes(work: Work): Omit<Links, keyof LinkReads> {
  const { session, tenant, now } = work
  const get = (id: string) => reads(work).get(id)
  const known = async (id: string): Promise<Link> => {
    const link = await get(id)
    if (link === undefined) throw new StoreError('absent', `There is no link ${id}.`)
    return link
  }
  return {
    create: async (link) => {
      const [head] = (await session.run(selectHead, { tenant: tenant.id, id: link.relationship })).rows
      if (head === undefined) throw new StoreError('absent', `There is no relationship ${link.relationship}.`)
      const row = await newRow(work, head.firm, link)
      const { changes } = await session.query((db) =>
        db
          .insertInto('link')
          .values(row)
          .onConflict((conflict) => conflict.doNothing()),
      )
      if (changes === 0) throw new StoreError('duplicate', 'There is a link with this hash already.')
      return readLink(work, row)
    },
    revoke: async (id) => {
      await known(id)
      await session.run(revokeLink, { tenant: tenant.id, id, now })
      return known(id)
    },
    use: async (id) => {
      const { changes } = await session.run(useLink, { tenant: tenant.id, id, now })
      const link = await known(id)
      if (changes === 0)
        throw new StoreError('refused', `Link ${id} is ${link.revokedAt === null ? 'over' : 'revoked'}.`)
      return link
    },
    sweep: (before, limit) => sweep(work, before, limit),
  }
}

async function sweep({ session, tenant }: Work, before: string, limit: number): Promise<number> {
  const { rows } = await session.run(selectEnded, { tenant: tenant.id, before, limit: checkedLimit(limit) })
  for (const { id } of rows) {
    await session.run(deleteMail, { tenant: tenant.id, id })
    await session.run(deleteLink, { tenant: tenant.id, id })
  }
  return rows.length
}

async function newRow(work: Work, firm: string, link: NewLink): Promise<LinkRow> {
  const { vault, now } = work
  const id = work.newId()
  return {
    ...ownedBy(work),
    id,
    purpose: link.purpose,
    firm,
    relationship: link.relationship,
    hash: link.hash,
    payload: await vault.seal(firm, `link/${id}`, link.label),
    shared_fields: JSON.stringify(link.sharedFields),
    expires_at: link.expiresAt,
    revoked_at: null,
    used: 0,
    created_at: now,
    powers: link.powers == null ? null : JSON.stringify(link.powers),
  }
}

async function readLink({ vault }: Work, row: LinkRow): Promise<Link> {
  return {
    id: row.id,
    purpose: row.purpose as LinkPurpose,
    firm: row.firm,
    relationship: row.relationship,
    hash: row.hash,
    label: await vault.open<string>(row.firm, `link/${row.id}`, row.payload),
    sharedFields: json(row.shared_fields),
    powers: row.powers === null ? null : json(row.powers),
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    used: row.used,
    createdAt: row.created_at,
  }
}

/** By the hash of its token: what opening a link does. */
export async function linkWithHash(work: Work, hash: string): Promise<Link | undefined> {
  const [row] = (await work.session.run(selectByHash, { tenant: work.tenant.id, hash })).rows
  return row === undefined ? undefined : readLink(work, row)
}

const selectByHash = statement((db, args: { tenant: string; hash: string }) =>
  db.selectFrom('link').selectAll().where('tenant', '=', args.tenant).where('hash', '=', args.hash),
)

const revokeLink = statement((db, args: { tenant: string; id: string; now: string }) =>
  db
    .updateTable('link')
    .set({ revoked_at: args.now })
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('revoked_at', 'is', null),
)

const selectEnded = statement((db, args: { tenant: string; before: string; limit: number }) =>
  db
    .selectFrom('link')
    .select('id')
    .where('tenant', '=', args.tenant)
    .where('purpose', '!=', 'embed')
    .where((is) => is.or([is('expires_at', '<=', args.before), is('revoked_at', '<=', args.before)]))
    .where((is) => is.or([is('purpose', '=', 'badge'), is('used', '=', 0)]))
    .orderBy('id')
    .limit(args.limit),
)

const deleteMail = statement((db, args: { tenant: string; id: string }) =>
  db.deleteFrom('mail').where('tenant', '=', args.tenant).where('link', '=', args.id),
)

const deleteLink = statement((db, args: { tenant: string; id: string }) =>
  db.deleteFrom('link').where('tenant', '=', args.tenant).where('id', '=', args.id),
)

const useLink = statement((db, args: { tenant: string; id: string; now: string }) =>
  db
    .updateTable('link')
    .set((set) => ({ used: set('used', '+', 1) }))
    .where('tenant', '=', args.tenant)
    .where('id', '=', args.id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', args.now),
)
