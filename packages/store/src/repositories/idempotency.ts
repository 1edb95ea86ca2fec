import type { ClaimOutcome, Idempotency, IdempotencyClaim, IdempotencyReads, KeptResponse } from '../contract/access.ts'
import { statement } from '../engine/statement.ts'
import type { IdempotencyRow } from '../schema/access-rows.ts'
import { StoreError } from '../store-error.ts'
import { ownedBy, type Work } from './work.ts'

export function createIdempotency(work: Work): Idempotency {
  return { ...reads(work), ...changes(work) }
}

function reads(work: Work): IdempotencyReads {
  const { session, tenant, now } = work
  const one = (claim: Pick<IdempotencyClaim, 'key' | 'principal'>) => ({
    tenant: tenant.id,
    principal: claim.principal,
    key: claim.key,
  })
  return {
    find: async (claim) => {
      const [row] = (await session.run(selectClaim, { ...one(claim), now })).rows
      return row === undefined ? undefined : outcome(work, row, claim.fingerprint)
    },
  }
}

function changes(work: Work): Omit<Idempotency, keyof IdempotencyReads> {
  const { session, tenant, vault, now } = work
  const one = (claim: Pick<IdempotencyClaim, 'key' | 'principal'>) => ({
    tenant: tenant.id,
    principal: claim.principal,
    key: claim.key,
  })
  return {
    claim: async (claim) => {
      await session.run(removeOver, { ...one(claim), now })
      const { fingerprint, expiresAt, firm = null } = claim
      const { changes } = await session.run(insertClaim, {
        ...ownedBy(work),
        ...one(claim),
        fingerprint,
        firm,
        expiresAt,
      })
      if (changes === 1) return { state: 'claimed' }
      const [row] = (await session.run(selectClaim, { ...one(claim), now })).rows
      // released by its rival between the two statements: as good as in flight, the caller tries again
      return row === undefined ? { state: 'in-flight' } : outcome(work, row, fingerprint)
    },
    keep: async (claim, response) => {
      const [row] = (await session.run(selectClaim, { ...one(claim), now: '' })).rows
      if (row === undefined) throw new StoreError('absent', 'There is no such claim.')
      const firm = claim.firm ?? row.firm
      const sealed = await vault.seal(firm, placeOf(row), response)
      await session.run(keepResponse, { ...one(claim), firm, sealed })
    },
    release: async (claim) => {
      await session.run(releaseClaim, one(claim))
    },
    sweep: async () => (await session.run(sweepOver, { tenant: tenant.id, now })).changes,
  }
}

async function outcome({ vault }: Work, row: IdempotencyRow, fingerprint: string): Promise<ClaimOutcome> {
  if (row.fingerprint !== fingerprint) return { state: 'other-request' }
  if (row.response === null) return { state: 'in-flight' }
  return { state: 'done', response: await vault.open<KeptResponse>(row.firm, placeOf(row), row.response) }
}

const placeOf = (row: IdempotencyRow) => `idempotency/${JSON.stringify([row.principal, row.key])}`

interface One {
  readonly tenant: string
  readonly principal: string
  readonly key: string
}

const selectClaim = statement((db, args: One & { readonly now: string }) =>
  db
    .selectFrom('idempotency')
    .selectAll()
    .where('tenant', '=', args.tenant)
    .where('principal', '=', args.principal)
    .where('key', '=', args.key)
    .where('expires_at', '>', args.now),
)

const removeOver = statement((db, args: One & { readonly now: string }) =>
  db
    .deleteFrom('idempotency')
    .where('tenant', '=', args.tenant)
    .where('principal', '=', args.principal)
    .where('key', '=', args.key)
    .where('expires_at', '<=', args.now),
)

type NewClaim = Omit<IdempotencyRow, 'expires_at' | 'response'> & { readonly expiresAt: string }

const insertClaim = statement((db, args: NewClaim) =>
  db
    .insertInto('idempotency')
    .values({
      tenant: args.tenant,
      bucket: args.bucket,
      principal: args.principal,
      key: args.key,
      fingerprint: args.fingerprint,
      firm: args.firm,
      response: null,
      expires_at: args.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'principal', 'key']).doNothing()),
)

const keepResponse = statement((db, args: One & { readonly firm: string | null; readonly sealed: Uint8Array }) =>
  db
    .updateTable('idempotency')
    .set({ response: args.sealed, firm: args.firm })
    .where('tenant', '=', args.tenant)
    .where('principal', '=', args.principal)
    .where('key', '=', args.key),
)

const releaseClaim = statement((db, args: One) =>
  db
    .deleteFrom('idempotency')
    .where('tenant', '=', args.tenant)
    .where('principal', '=', args.principal)
    .where('key', '=', args.key)
    .where('response', 'is', null),
)

const sweepOver = statement((db, args: { readonly tenant: string; readonly now: string }) =>
  db.deleteFrom('idempotency').where('tenant', '=', args.tenant).where('expires_at', '<=', args.now),
)
