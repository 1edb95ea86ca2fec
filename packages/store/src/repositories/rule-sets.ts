import type { RuleSets, SigningKey } from '../contract/rule-sets.ts'
import type { SigningKeyRow } from '../schema/rule-set-rows.ts'
import { StoreError } from '../store-error.ts'
import { createBundles } from './bundles.ts'
import { createDrafts } from './drafts.ts'
import { createPointers } from './pointers.ts'
import { ownedBy, type Work } from './work.ts'

export function createRuleSets(work: Work): RuleSets {
  return { ...createDrafts(work), ...createBundles(work), ...createPointers(work), ...createSigningKeys(work) }
}

function createSigningKeys(work: Work): Pick<RuleSets, 'addSigningKey' | 'revokeSigningKey' | 'signingKeys'> {
  const { session, tenant, now } = work
  return {
    signingKeys: async () => {
      const { rows } = await session.query((db) =>
        db.selectFrom('signing_key').selectAll().where('tenant', '=', tenant.id).orderBy('key_id'),
      )
      return rows.map(readKey)
    },
    addSigningKey: async ({ keyId, publicKey, validFrom, validUntil }) => {
      const row: SigningKeyRow = {
        ...ownedBy(work),
        key_id: keyId,
        public_key: publicKey,
        valid_from: validFrom,
        valid_until: validUntil,
        revoked_at: null,
      }
      const { changes } = await session.query((db) =>
        db
          .insertInto('signing_key')
          .values(row)
          .onConflict((conflict) => conflict.columns(['tenant', 'key_id']).doNothing()),
      )
      if (changes === 0) throw new StoreError('duplicate', `There is a signing key ${keyId} already.`)
      return readKey(row)
    },
    revokeSigningKey: async (keyId) => {
      const { changes } = await session.query((db) =>
        db
          .updateTable('signing_key')
          .set((set) => ({ revoked_at: set.fn.coalesce('revoked_at', set.val(now)) }))
          .where('tenant', '=', tenant.id)
          .where('key_id', '=', keyId),
      )
      if (changes === 0) throw new StoreError('absent', `There is no signing key ${keyId}.`)
    },
  }
}

function readKey(row: SigningKeyRow): SigningKey {
  return {
    keyId: row.key_id,
    publicKey: row.public_key,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
  }
}
