import { secondsAfter, type Instant } from './instant.ts'
import type { PublicKey } from './keys.ts'

/** Why a signature does not count; stable, so that programs can act on it. */
export type RefusalReason =
  | 'malformed'
  | 'unknown-key'
  | 'revoked-key'
  | 'key-not-valid'
  | 'not-in-scope'
  | 'from-the-future'
  | 'changed'
  | 'wrong-signature'
  | 'unsupported'

export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  /** The same in a plain sentence, with what would be right. */
  readonly message: string
}

export function refused(reason: RefusalReason, message: string): Refusal {
  return { ok: false, reason, message }
}

/** Clocks may differ by so many seconds. */
const skew = 300

/**
 * Whether a key may have signed this rule set at this moment, seen from `at`. A signature made while its key was valid stays
 * good after the key has run out; one of a key that was revoked never counts, because its thief chooses the date.
 */
export function refusalOf(
  key: PublicKey,
  { ruleSet, signedAt, at }: { ruleSet: string; signedAt: Instant; at: Instant },
): Refusal | undefined {
  if (key.revokedAt !== undefined)
    return refused('revoked-key', `the key of ${key.owner} was revoked on ${key.revokedAt}; ask for a new signature`)
  if (signedAt > secondsAfter(at, skew))
    return refused('from-the-future', `it says it was signed at ${signedAt}, which is still to come; check the clocks`)
  if (signedAt < key.validFrom || signedAt > key.validUntil)
    return refused(
      'key-not-valid',
      `it was signed at ${signedAt}, but the key of ${key.owner} is valid from ${key.validFrom} to ${key.validUntil}`,
    )
  if (key.ruleSets !== undefined && !key.ruleSets.includes(ruleSet))
    return refused(
      'not-in-scope',
      `the key of ${key.owner} may sign ${key.ruleSets.join(', ') || 'nothing'}, not "${ruleSet}"`,
    )
  return undefined
}
