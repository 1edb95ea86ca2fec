import { hash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * `sk_live_` and `sk_test_` are secret, `pk_` is public, `pl_` is a partner's link, `vt_` a visitor's token, `bd_` stands in
 * the address of a badge, `op_` belongs to the operator.
 */
export const keyPrefixes = ['sk_live_', 'sk_test_', 'pk_', 'pl_', 'vt_', 'bd_', 'op_'] as const
export type KeyPrefix = (typeof keyPrefixes)[number]

export interface ParsedKey {
  readonly prefix: KeyPrefix
  /** The tenant that the key says it is of; only a look-up by hash proves it. */
  readonly tenant: string
}

/**
 * A new key: prefix, tenant, 32 random bytes and a checksum, all in letters and digits. The checksum lets scanners of
 * leaked secrets, and us, tell a key from other text without looking it up.
 */
export function newKeyText(prefix: KeyPrefix, tenant: string = noTenant): string {
  const body = `${prefix}${base62(uuidBytes(tenant), tenantLength)}${base62(randomBytes(32), secretLength)}`
  return `${body}${checksum(body)}`
}

/** Reads a key without believing it; undefined for anything that was never a key. */
export function parseKeyText(text: string): ParsedKey | undefined {
  const prefix = keyPrefixes.find((candidate) => text.startsWith(candidate))
  if (prefix === undefined || text.length !== prefix.length + tenantLength + secretLength + checksumLength) return
  const body = text.slice(0, -checksumLength)
  if (!/^[0-9A-Za-z]+$/.test(text.slice(prefix.length)) || text.slice(-checksumLength) !== checksum(body)) return
  const tenant = uuidOf(text.slice(prefix.length, prefix.length + tenantLength))
  return tenant === undefined ? undefined : { prefix, tenant }
}

/** What is stored of a key. 256 random bits need no slow hash: nobody can try them out. */
export function hashOfKey(text: string): string {
  return hash('sha256', text)
}

/** The beginning of a key, enough to recognise it in a list and useless to anybody. */
export function hintOfKey(text: string): string {
  const prefix = keyPrefixes.find((candidate) => text.startsWith(candidate)) ?? ''
  return `${prefix}…${text.slice(-checksumLength)}`
}

/** The tenant of keys that belong to none: the operator's. */
const noTenant = '00000000-0000-0000-0000-000000000000'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const tenantLength = 22
const secretLength = 43
const checksumLength = 6

function checksum(body: string): string {
  return base62(crc32(body), checksumLength)
}

function base62(value: Uint8Array | number, length: number): string {
  let rest = typeof value === 'number' ? BigInt(value) : BigInt(`0x${Buffer.from(value).toString('hex')}`)
  let text = ''
  for (let place = 0; place < length; place++) {
    text = digits[Number(rest % 62n)]! + text
    rest /= 62n
  }
  return text
}

function uuidBytes(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(text: string): string | undefined {
  let value = 0n
  for (const digit of text) value = value * 62n + BigInt(digits.indexOf(digit))
  if (value >= 1n << 128n) return undefined
  const hex = value.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
