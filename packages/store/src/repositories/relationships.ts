import type { Relationship } from '@joinery/core'
import type { RelationshipReads, Relationships, StoredRelationship } from '../contract/relationships.ts'
import type { RelationshipRow } from '../schema/member-rows.ts'
import { StoreError } from '../store-error.ts'
import { removeContributions } from './benchmark-shares.ts'
import * as sql from './relationship-statements.ts'
import { notChanged, oldestFirst, ownedBy, pageOf, type Work } from './work.ts'

export function createRelationships(work: Work): Relationships {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): RelationshipReads {
  const { session, tenant } = work
  const own = { tenant: tenant.id }
  const read = (row: RelationshipRow) => readRow(work, row)
  return {
    head: async (id) => {
      const [row] = (await session.run(sql.selectHead, { ...own, id })).rows
      return row && { id, firm: row.firm, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at }
    },
    get: async (id) => {
      const [row] = (await session.run(sql.selectRelationship, { ...own, id })).rows
      return row === undefined ? undefined : read(row)
    },
    list: async (page) => {
      const place = { ...own, ...oldestFirst(page) }
      const { rows } =
        page.firm === undefined
          ? await session.run(sql.listRelationships, place)
          : await session.run(sql.listOfFirm, { ...place, firm: page.firm })
      return pageOf(rows, { limit: page.limit, place: (row) => ({ at: row.created_at, id: row.id }), item: read })
    },
    between: async (from, to) => {
      const { rows } = await session.run(sql.selectBetween, { ...own, from, to })
      return Promise.all(rows.map((row) => readRow(work, row, 'anew')))
    },
    findByPartner: async (firm, partner) => {
      if ((await session.run(sql.selectFirmId, { ...own, firm })).rows.length === 0) return []
      const index = await partnerIndex(work, firm, partner)
      const { rows } = await session.run(sql.selectByPartner, { ...own, firm, index })
      return Promise.all(rows.map(read))
    },
    count: async (firm) => {
      const { rows } = await (firm === undefined
        ? session.run(sql.countAll, own)
        : session.run(sql.countOfFirm, { ...own, firm }))
      return rows[0]?.count ?? 0
    },
  }
}

function changes(work: Work): Omit<Relationships, keyof RelationshipReads> {
  const { session, tenant, vault, now } = work
  const own = { tenant: tenant.id }
  const head = async (id: string) => (await session.run(sql.selectHead, { ...own, id })).rows[0]
  return {
    create: async ({ id = work.newId(), firm, record, partner }) => {
      // the seal needs the firm's key: without a firm this throws `absent`
      const payload = await vault.seal(firm, `relationship/${id}`, record)
      const index = await partnerIndex(work, firm, partner)
      const { changes } = await session.run(sql.insertRelationship, { ...ownedBy(work), id, firm, payload, index, now })
      if (changes === 0) throw new StoreError('duplicate', `There is a relationship ${id} already.`)
      return { id, firm, record, version: 1, createdAt: now, updatedAt: now }
    },
    update: async (id, version, { record, partner }) => {
      const stored = await head(id)
      if (stored?.version !== version) throw notChanged(`relationship ${id}`, stored)
      const payload = await vault.seal(stored.firm, `relationship/${id}`, record)
      const index = partner === undefined ? stored.partner_index : await partnerIndex(work, stored.firm, partner)
      const change = { ...own, id, version, next: version + 1, payload, index, now }
      if ((await session.run(sql.updateRelationship, change)).changes === 0) {
        throw notChanged(`relationship ${id}`, await head(id))
      }
      return { id, firm: stored.firm, record, version: version + 1, createdAt: stored.created_at, updatedAt: now }
    },
    delete: async (id, version) => {
      const stored = await head(id)
      if (stored?.version !== version) throw notChanged(`relationship ${id}`, stored)
      await removeContributions(work, { relationship: id })
      for (const statement of sql.deleteBelow) await session.run(statement, { ...own, id })
      if ((await session.run(sql.deleteRelationship, { ...own, id, version })).changes === 0) {
        throw notChanged(`relationship ${id}`, await head(id))
      }
      session.scrubAfterwards()
    },
  }
}

function partnerIndex({ vault }: Work, firm: string, partner: string | undefined): Promise<string> | null {
  return partner === undefined ? null : vault.hash(firm, `partner/${plainName(partner)}`)
}

/** Case and spaces do not tell one name from another. */
function plainName(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

/**
 * Most that ask who may see it, or whether it has changed, never look into the record: it is opened when they do. `anew` is for
 * many that are looked at once: those that were kept until the last one is done would fill the memory.
 */
async function readRow({ vault }: Work, row: RelationshipRow, opened: 'anew' | 'once' = 'once') {
  const open = await vault.openLater<Relationship>(row.firm, `relationship/${row.id}`, row.payload)
  let record: Relationship | undefined
  return {
    id: row.id,
    firm: row.firm,
    get record() {
      return opened === 'anew' ? open() : (record ??= open())
    },
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  } satisfies StoredRelationship
}
