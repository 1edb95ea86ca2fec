import {
  isPlainObject,
  canonicalJson,
  checkShape,
  createFaults,
  DocumentError,
  sha256Hex,
  type Faults,
  type Shape,
} from '@joinery/core'
import { fromBase64url, toBase64url } from './base64url.ts'
import { isInstant, type Instant } from './instant.ts'

/** What is said of a key beside the key itself. */
export interface KeyTerms {
  /** Whose key it is. */
  readonly owner: string
  readonly validFrom: Instant
  readonly validUntil: Instant
  /** Once set, nothing that the key signed counts, whenever that was. */
  readonly revokedAt?: Instant
  /** Ids of the rule sets it may sign; absent: any. */
  readonly ruleSets?: readonly string[]
}

/** An Ed25519 public key as a JSON Web Key (RFC 8037), with the terms it is used on. */
export interface PublicKey extends KeyTerms {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  /** The digest of the key: its RFC 7638 thumbprint. */
  readonly kid: string
}

/** The same with the half that signs; never leaves the hands of its owner. */
export interface PrivateKey extends PublicKey {
  readonly d: string
}

const text: Shape = { is: 'text', most: 300, least: 1 }
const publicFields = {
  kty: { is: 'oneOf', values: ['OKP'] },
  crv: { is: 'oneOf', values: ['Ed25519'] },
  x: text,
  kid: text,
  owner: text,
  validFrom: text,
  validUntil: text,
  revokedAt: text,
  ruleSets: { is: 'list', of: text, most: 1_000 },
  // other tools write these beside a key; they change nothing
  alg: text,
  use: text,
  ext: { is: 'yesNo' },
  key_ops: { is: 'list', of: text, most: 10 },
} as const satisfies Record<string, Shape>
const required = ['kty', 'crv', 'x', 'kid', 'owner', 'validFrom', 'validUntil']
const publicShape: Shape = { is: 'object', fields: publicFields, required }
const privateShape: Shape = { is: 'object', fields: { ...publicFields, d: text }, required: [...required, 'd'] }

/** Reads one public key, or a set of them (`{ "keys": […] }`), from parsed JSON; throws a DocumentError with all faults. */
export function readPublicKeys(value: unknown): PublicKey[] {
  const isSet = isPlainObject(value) && Array.isArray(value['keys'])
  const keys: readonly unknown[] = isSet ? (value['keys'] as unknown[]) : [value]
  const faults = createFaults()
  for (const [index, key] of keys.entries()) checkKey(key, publicShape, placed(faults, isSet ? `/keys/${index}` : ''))
  if (faults.list.length > 0) throw new DocumentError('public key', faults.list)
  return keys as PublicKey[]
}

/** Reads a private key from parsed JSON; throws a DocumentError with all faults, which never show the key. */
export function readPrivateKey(value: unknown): PrivateKey {
  const faults = createFaults()
  if (isPlainObject(value) && Object.hasOwn(value, 'x') && !Object.hasOwn(value, 'd'))
    faults.add({
      code: 'missing',
      path: '/d',
      message: 'this is a public key, which only verifies; sign with the private one, NAME.private.json',
    })
  else checkKey(value, privateShape, faults)
  const safe = faults.list.map(({ value: _secret, ...fault }) => fault)
  if (safe.length > 0) throw new DocumentError('private key', safe)
  return value as PrivateKey
}

/** The public half. */
export function publicHalf({ d: _secret, ...key }: PrivateKey): PublicKey {
  return key
}

/** The id of a key: the thumbprint that RFC 7638 makes of it. */
export function keyIdOf(x: string): string {
  const digest = sha256Hex(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
  return toBase64url(Uint8Array.from(digest.match(/../g)!, (byte) => Number.parseInt(byte, 16)))
}

function checkKey(value: unknown, shape: Shape, faults: Faults): void {
  if (shape === publicShape && isPlainObject(value) && Object.hasOwn(value, 'd'))
    return faults.add({
      code: 'not-allowed',
      path: '/d',
      message: 'this is a private key; give the public one, and keep this one to yourself',
    })
  const before = faults.list.length
  checkShape(shape, value, faults)
  if (faults.list.length === before) checkMeaning(value as PublicKey & { d?: string }, faults)
}

function checkMeaning(key: PublicKey & { d?: string }, faults: Faults): void {
  for (const half of ['x', 'd'] as const)
    if (key[half] !== undefined && fromBase64url(key[half])?.length !== 32)
      faults.add({ code: 'bad-format', path: `/${half}`, message: 'this should be 32 bytes, written as base64url' })
  if (key.kid !== keyIdOf(key.x))
    faults.add({
      code: 'conflict',
      path: '/kid',
      value: key.kid,
      message: `this is not the id of this key, which is "${keyIdOf(key.x)}"`,
    })
  for (const term of ['validFrom', 'validUntil', 'revokedAt'] as const) {
    const value: string | undefined = key[term]
    if (value !== undefined && !isInstant(value))
      faults.add({
        code: 'bad-date',
        path: `/${term}`,
        value,
        message: `this is not a moment; write it as 2026-11-24T08:30:00Z`,
      })
  }
  if (isInstant(key.validFrom) && isInstant(key.validUntil) && key.validFrom >= key.validUntil)
    faults.add({
      code: 'out-of-range',
      path: '/validUntil',
      value: key.validUntil,
      message: `the key would end before it begins, at ${key.validFrom}`,
    })
}

/** Faults that stand below a place. */
function placed(faults: Faults, place: string): Faults {
  return { list: faults.list, add: (fault) => faults.add({ ...fault, path: `${place}${fault.path}` }) }
}
