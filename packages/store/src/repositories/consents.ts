import type { Consent, ConsentPurpose, ConsentReads, Consents } from '../contract/tenants.ts'
import { statement } from '../engine/statement.ts'
import type { ConsentRow } from '../schema/member-rows.ts'
import { inPieces, ownedBy, type Work } from './work.ts'

export function createConsents(work: Work): Consents {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): ConsentReads {
  const { session, tenant, vault } = work
  const read = async (row: ConsentRow): Promise<Consent> => ({
    id: row.id,
    firm: row.firm,
    purpose: row.purpose as ConsentPurpose,
    given: row.given === 1,
    by: await vault.open<string>(row.firm, `consent/${row.id}`, row.payload),
    at: row.at,
  })
  return {
    holds: async (firm, purpose) => {
      const [row] = (await session.run(latestConsent, { tenant: tenant.id, firm, purpose })).rows
      return row?.given === 1
    },
    firmsWith: async (purpose, firms) => {
      const found = new Set<string>()
      for (const piece of inPieces([...new Set(firms)], 500)) {
        const { rows } = await session.query((db) =>
          db
            .selectFrom('consent')
            .select(['firm', 'given'])
            .where('tenant', '=', tenant.id)
            .where('firm', 'in', [...piece])
            .where('purpose', '=', purpose)
            .orderBy('id'),
        )
        for (const { firm, given } of rows) {
          if (given === 1) found.add(firm)
          else found.delete(firm)
        }
      }
      return found
    },
    history: async (firm) => {
      const { rows } = await session.run(consentHistory, { tenant: tenant.id, firm })
      return Promise.all(rows.map(read))
    },
  }
}

function changes(work: Work): Omit<Consents, keyof ConsentReads> {
  const { session, tenant, vault, now } = work
  return {
    record: async ({ firm, purpose, given, by }) => {
      // the latest word is the one that counts, though another process with a faster clock gave the one before
      const [latest] = (await session.run(latestConsent, { tenant: tenant.id, firm, purpose })).rows
      const id = work.newId(latest?.id)
      const payload = await vault.seal(firm, `consent/${id}`, by)
      await session.run(insertConsent, { ...ownedBy(work), id, firm, purpose, given: given ? 1 : 0, payload, at: now })
      return { id, firm, purpose, given, by, at: now }
    },
  }
}

const latestConsent = statement((db, args: { tenant: string; firm: string; purpose: string }) =>
  db
    .selectFrom('consent')
    .select(['id', 'given'])
    .where('tenant', '=', args.tenant)
    .where('firm', '=', args.firm)
    .where('purpose', '=', args.purpose)
    .orderBy('id', 'desc')
    .limit(1),
)

const consentHistory = statement((db, args: { tenant: string; firm: string }) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('firm', '=', args.firm)
    .orderBy('id', 'desc'),
)

const insertConsent = statement((db, args: ConsentRow) =>
  db.insertInto('consent').values({
    tenant: args.tenant,
    bucket: args.bucket,
    id: args.id,
    firm: args.firm,
    purpose: args.purpose,
    given: args.given,
    payload: args.payload,
    at: args.at,
  }),
)
