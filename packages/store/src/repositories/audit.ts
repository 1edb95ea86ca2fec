import type { Audit, AuditEntry, AuditReads, AuditSeal } from '../contract/audit.ts'
import { statement } from '../engine/statement.ts'
import type { AuditRow, AuditSealRow } from '../schema/access-rows.ts'
import { chainHash, entryText, firstPrevious, sealText } from './audit-chain.ts'
import { verifyAudit } from './audit-verify.ts'
import { newestFirst, ownedBy, pageOf, type Work } from './work.ts'

const mostInSeal = 10_000

export function createAudit(work: Work): Audit {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): AuditReads {
  const { session, tenant } = work
  return {
    list: async ({ target, firm, actor, ...page }) => {
      const { id, limit } = newestFirst(page)
      const asked = Object.entries({ target, firm, actor }).filter(([, value]) => value !== undefined)
      const { rows } = await session.query((db) =>
        db
          .selectFrom('audit')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where((is) => is.and(Object.fromEntries(asked)))
          .where('id', '<', id)
          .orderBy('id', 'desc')
          .limit(limit),
      )
      return pageOf(rows, { limit: page.limit, place: (row) => ({ at: row.at, id: row.id }), item: read })
    },
    seals: async ({ after = 0, limit }) => {
      const { rows } = await session.query((db) =>
        db
          .selectFrom('audit_seal')
          .selectAll()
          .where('tenant', '=', tenant.id)
          .where('number', '>', after)
          .orderBy('number')
          .limit(limit),
      )
      return rows.map(readSeal)
    },
    verify: (known) => verifyAudit(work, known),
  }
}

function changes(work: Work): Omit<Audit, keyof AuditReads> {
  const { session, vault, now } = work
  return {
    append: async ({ actor, action, target, before, after, requestId, firm }) => {
      const hash = (value: unknown) => (value === undefined ? null : vault.hash(firm ?? null, value))
      const unsigned = {
        ...ownedBy(work),
        id: work.newId(),
        at: now,
        actor,
        action,
        target,
        before_hash: await hash(before),
        after_hash: await hash(after),
        request_id: requestId ?? null,
        firm: firm ?? null,
      }
      const row = { ...unsigned, mac: vault.sign(entryText(unsigned)), seal: null }
      session.later(insertEntry, row)
      return read(row)
    },
    seal: () => sealEntries(work),
  }
}

async function sealEntries(work: Work): Promise<AuditSeal | undefined> {
  const { session, tenant, vault, now } = work
  const [head] = (await session.run(selectHead, { tenant: tenant.id })).rows
  const number = (head?.number ?? 0) + 1
  // numbered in one statement: an entry that commits at the same moment is in this seal or in the next, never lost
  const { rows } = await session.query((db) =>
    db
      .updateTable('audit')
      .set({ seal: number })
      .where('tenant', '=', tenant.id)
      .where('id', 'in', (from) =>
        from
          .selectFrom('audit')
          .select('id')
          .where('tenant', '=', tenant.id)
          .where('seal', 'is', null)
          .orderBy('id')
          .limit(mostInSeal),
      )
      .where('seal', 'is', null)
      .returningAll(),
  )
  if (rows.length === 0) return undefined
  const previous = head?.hash ?? firstPrevious
  const unsigned = { number, entries: rows.length, previous, hash: chainHash(previous, rows), at: now }
  // two sealers at once: the key of the seal lets only one of them through
  const row: AuditSealRow = { ...ownedBy(work), ...unsigned, mac: vault.sign(sealText(unsigned)) }
  await session.query((db) => db.insertInto('audit_seal').values(row))
  return readSeal(row)
}

function read(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    actor: row.actor,
    action: row.action,
    target: row.target,
    beforeHash: row.before_hash,
    afterHash: row.after_hash,
    requestId: row.request_id,
    firm: row.firm,
    at: row.at,
    seal: row.seal,
  }
}

function readSeal({ number, entries, previous, hash, at }: AuditSealRow): AuditSeal {
  return { number, entries, previous, hash, at }
}

const selectHead = statement((db, args: { tenant: string }) =>
  db
    .selectFrom('audit_seal')
    .select(['number', 'hash'])
    .where('tenant', '=', args.tenant)
    .orderBy('number', 'desc')
    .limit(1),
)

const insertEntry = statement((db, args: AuditRow) =>
  db.insertInto('audit').values({
    tenant: args.tenant,
    bucket: args.bucket,
    id: args.id,
    at: args.at,
    actor: args.actor,
    action: args.action,
    target: args.target,
    before_hash: args.before_hash,
    after_hash: args.after_hash,
    request_id: args.request_id,
    firm: args.firm,
    mac: args.mac,
    seal: args.seal,
  }),
)
