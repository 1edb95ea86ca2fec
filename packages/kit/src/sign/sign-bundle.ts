import type { webcrypto } from 'node:crypto'
import type { Bundle } from '../bundle/bundle-rule-set.ts'
import { toBase64url } from './base64url.ts'
import type { Instant } from './instant.ts'
import { keyIdOf, type KeyTerms, type PrivateKey } from './keys.ts'
import { refusalOf, refused, type Refusal } from './refusal.ts'
import { encodeHeader, signedBytes } from './token.ts'
import { verifySignature } from './verify-signature.ts'

/** Makes a new key on the terms given. The private half must be kept by its owner; nobody can make it again. */
export async function generateKey(terms: KeyTerms): Promise<PrivateKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { kty: 'OKP', crv: 'Ed25519', x, kid: keyIdOf(x), ...terms, d }
}

/**
 * Signs a bundle: a detached JSON Web Signature over its text, one line to put beside it. Refuses where the key's own terms
 * do not allow it, because nobody would accept the signature.
 */
export async function signBundle(
  { id, digest, text }: Bundle,
  { key, at }: { key: PrivateKey; at: Instant },
): Promise<{ readonly ok: true; readonly signature: string } | Refusal> {
  const refusal = refusalOf(key, { ruleSet: id, signedAt: at, at })
  if (refusal !== undefined) return refusal
  const encoded = encodeHeader({ alg: 'Ed25519', typ: 'joinery-rule-set', kid: key.kid, digest, signedAt: at })
  const { kty, crv, x, d } = key
  const imported = await crypto.subtle
    .importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign'])
    .catch(() => undefined)
  if (imported === undefined) return brokenKey
  const signature = await crypto.subtle.sign('Ed25519', imported, signedBytes(encoded, text))
  const token = `${encoded}..${toBase64url(new Uint8Array(signature))}`
  // a key whose halves do not belong together signs, but nobody could tell that it was this one
  const checked = await verifySignature({ document: JSON.parse(text), signature: token, keys: [key], at })
  return checked.ok ? { ok: true, signature: token } : brokenKey
}

const brokenKey = refused(
  'wrong-signature',
  'the two halves of this key do not belong together; use the key as it was made',
)
