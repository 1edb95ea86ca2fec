import { canonicalJson, sha256Hex } from '@joinery/core'
import { unsignable } from '../bundle/signable.ts'
import { fromBase64url } from './base64url.ts'
import type { Instant } from './instant.ts'
import type { PublicKey } from './keys.ts'
import { refusalOf, refused, type Refusal } from './refusal.ts'
import { readToken, signedBytes } from './token.ts'

/** A signature that counts: who signed what, and when they say they did. */
export interface Verified {
  readonly ok: true
  readonly keyId: string
  readonly owner: string
  readonly signedAt: Instant
  /** Hash of the rule set. */
  readonly digest: string
}

export interface VerifyOptions {
  /** The bundle as parsed JSON. The order of its keys, its spaces and the forms of its numbers do not matter. */
  readonly document: unknown
  /** The detached signature: `header..signature`. */
  readonly signature: string
  /** The keys that are trusted, and no others: `readPublicKeys` reads them. */
  readonly keys: readonly PublicKey[]
  /** Now. */
  readonly at: Instant
}

/**
 * Whether a signature counts for a bundle; nothing is thrown. Runs on WebCrypto alone, so a page and a server say the same.
 *
 * @example
 * const checked = await verifySignature({ document, signature, keys: readPublicKeys(trusted), at: '2026-11-24T08:30:00Z' })
 * if (!checked.ok) throw new Error(checked.message)
 */
export async function verifySignature({ document, signature, keys, at }: VerifyOptions): Promise<Verified | Refusal> {
  const token = readToken(signature.trim())
  if (token === undefined) return refused('malformed', 'this is not a signature of a rule set: <header>..<signature>')
  const { kid, digest, signedAt } = token.header
  const known = keys.filter((candidate) => candidate.kid === kid)
  // a list may still hold the key as it was before it was revoked
  const key = known.find(({ revokedAt }) => revokedAt !== undefined) ?? known[0]
  if (key === undefined)
    return refused('unknown-key', `it was signed with the key ${kid}, which is none of the ${keys.length} trusted`)
  const flaw = unsignable(document)
  if (flaw !== undefined) return refused('malformed', `${flaw.path || '/'}: ${flaw.message}`)
  const text = canonicalJson(document)
  const found = sha256Hex(text)
  if (found !== digest)
    return refused('changed', `the rule set was changed since it was signed: it was ${digest}, now it is ${found}`)
  const refusal = refusalOf(key, { ruleSet: idOf(document), signedAt, at })
  if (refusal !== undefined) return refusal
  const holds = await check(key, token.signature, signedBytes(token.encoded, text))
  if (typeof holds === 'object') return holds
  if (!holds)
    return refused('wrong-signature', `the signature was not made with the key of ${key.owner}, or was changed`)
  return { ok: true, keyId: kid, owner: key.owner, signedAt, digest }
}

async function check(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean | Refusal> {
  // browsers give it to pages that came over https or from this machine only
  const subtle = globalThis.crypto?.subtle
  if (subtle === undefined)
    return refused('unsupported', 'signatures can be checked only on a page that came over https')
  const raw = fromBase64url(key.x)
  if (raw === undefined) return false
  try {
    const imported = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    return await subtle.verify('Ed25519', imported, signature, bytes)
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError')
      return refused('unsupported', 'this browser is too old to check Ed25519 signatures; use a newer one')
    return false
  }
}

function idOf(document: unknown): string {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined
  return typeof id === 'string' ? id : ''
}
