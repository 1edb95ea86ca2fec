import { createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { StoreError } from '../store-error.ts'
import { makeKeyFile } from './key-file.ts'

export function checkedMasterKey(key: Uint8Array): Uint8Array {
  if (key.length === 32) return key
  throw new StoreError('bad-key', `The master key has ${key.length} bytes; it needs 32.`)
}

/** The key kept in this file; made, readable by its owner alone, when there is none. */
export function masterKeyIn(file: string): Uint8Array {
  makeKeyFile(file)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length === 32) return key
  throw new StoreError('bad-key', `${file} should hold 32 bytes as base64; it holds ${key.length}.`)
}

/** A key for one purpose, made from the master key. */
export function deriveKey(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, 'joinery', purpose, 32))
}

/** Tells one master key from another, and nothing about either. */
export function fingerprint(masterKey: Uint8Array): string {
  return createHmac('sha256', deriveKey(masterKey, 'fingerprint')).update('joinery').digest('hex').slice(0, 32)
}
