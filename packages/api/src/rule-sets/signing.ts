import { instantOf, type PublicKey, type Refusal } from '@joinery/kit/verify'
import type { SigningKey, Tenant } from '@joinery/store'
import { Problem } from '../kernel/problem.ts'
import type { PublishingSettings } from './settings.ts'

/** The keys of an association as the verification takes them. */
export function trustedKeys(keys: readonly SigningKey[], { name }: Pick<Tenant, 'name'>): PublicKey[] {
  return keys.map(({ keyId, publicKey, validFrom, validUntil, revokedAt }) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x: publicKey,
    kid: keyId,
    owner: name,
    validFrom: toSeconds(validFrom),
    validUntil: validUntil === null ? '9999-12-31T23:59:59Z' : toSeconds(validUntil),
    ...(revokedAt === null ? {} : { revokedAt: toSeconds(revokedAt) }),
  }))
}

/** Refuses a bundle whose signature does not count, or that has none where one is asked for. */
export function checkSigned(
  signed: { readonly ok: true; readonly keyId: string } | Refusal | undefined,
  { signatures }: PublishingSettings,
): string | null {
  if (signed?.ok === true) return signed.keyId
  if (signed !== undefined) throw refusedSignature(signed.message)
  if (signatures === 'optional') return null
  throw refusedSignature('it is missing; sign the bundle with a key of the association, or make signatures optional')
}

function refusedSignature(message: string): Problem {
  const errors = [{ in: 'body', pointer: '/signature', code: 'conflict', message }] as const
  return new Problem('conflict', 'The signature does not count; nothing was published.', { errors })
}

function toSeconds(instant: string): string {
  return instantOf(Date.parse(instant))
}
