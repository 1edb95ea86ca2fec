import { createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { StoreError } from '../store-error.ts'

export function checkedMasterKey(key: Uint8Array): Uint8Array {
  if (key.length === 32) return key
  throw new StoreError('bad-key', `The master key has ${key.length} bytes; it needs 32.`)
}

/** The master key that a text holds, in base64; undefined for a text that holds none. */
export function parseMasterKey(text: string): Uint8Array | undefined {
  const key = Uint8Array.from(Buffer.from(text.trim(), 'base64'))
  return key.length === 32 ? key : undefined
}

/** The master key kept in this file. Throws what the file system says, and a StoreError where the file holds no key. */
export function readKeyFile(file: string): Uint8Array {
  const key = parseMasterKey(readFileSync(file, 'utf8'))
  if (key !== undefined) return key
  throw new StoreError(
    'bad-key',
    `${file}: a master key is 32 bytes as base64; bring the right file back from your copies`,
  )
}

/** A key for one purpose, made from the master key. */
export function deriveKey(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, 'joinery', purpose, 32))
}

/** Tells one master key from another, and nothing about either. */
export function fingerprint(masterKey: Uint8Array): string {
  return createHmac('sha256', deriveKey(masterKey, 'fingerprint')).update('joinery').digest('hex').slice(0, 32)
}
