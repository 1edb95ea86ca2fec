import { canonicalJson } from '@joinery/core'
import { fromBase64url, toBase64url } from './base64url.ts'
import { isInstant, type Instant } from './instant.ts'

/** What a signature says of itself; signed together with the rule set. */
export interface SignatureHeader {
  readonly alg: 'Ed25519'
  readonly typ: 'joinery-rule-set'
  /** Id of the key. */
  readonly kid: string
  /** Hash of the rule set. */
  readonly digest: string
  readonly signedAt: Instant
}

/** A detached JSON Web Signature (RFC 7515, appendix F) taken apart. */
export interface Token {
  readonly header: SignatureHeader
  /** The header as it was signed. */
  readonly encoded: string
  readonly signature: Uint8Array<ArrayBuffer>
}

const keysOfHeader = ['alg', 'digest', 'kid', 'signedAt', 'typ']

export function encodeHeader(header: SignatureHeader): string {
  return toBase64url(new TextEncoder().encode(canonicalJson(header)))
}

/** What is signed: the header and the canonical text of the rule set. */
export function signedBytes(encoded: string, text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${encoded}.${toBase64url(new TextEncoder().encode(text))}`)
}

/** Undefined where the text is no signature of a rule set, in exactly this form. */
export function readToken(text: string): Token | undefined {
  if (text.length > 2_000) return undefined
  const [encoded = '', payload, last = '', ...more] = text.split('.')
  const [header, signature] = [headerOf(encoded), fromBase64url(last)]
  if (payload !== '' || more.length > 0 || header === undefined || signature?.length !== 64) return undefined
  return { header, encoded, signature }
}

function headerOf(encoded: string): SignatureHeader | undefined {
  const bytes = fromBase64url(encoded)
  if (bytes === undefined) return undefined
  const value = parsed(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>> | null | undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.keys(value).toSorted().join() !== keysOfHeader.join()) return undefined
  const { alg, typ, kid, digest, signedAt } = value
  const isRight =
    alg === 'Ed25519' &&
    typ === 'joinery-rule-set' &&
    typeof kid === 'string' &&
    typeof digest === 'string' &&
    isInstant(signedAt)
  return isRight ? { alg, typ, kid, digest, signedAt } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
