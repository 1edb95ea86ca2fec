import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { fewRandomBytes } from '../random.ts'
import { StoreError } from '../store-error.ts'

const nonceBytes = 12
const tagBytes = 16
/** Below this, packing costs more than it saves. */
const packFrom = 512

/**
 * AES-256-GCM, bound to its place: what was sealed for one row does not open in another.
 * Layout: one byte (1 plain, 2 packed), nonce, tag, text.
 */
export function seal(key: KeyObject, place: string, text: Uint8Array): Buffer {
  const packed = text.length >= packFrom
  const nonce = fewRandomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const body = cipher.update(packed ? deflateRawSync(text, { level: 1 }) : text)
  cipher.final()
  return Buffer.concat([Buffer.of(packed ? 2 : 1), nonce, cipher.getAuthTag(), body])
}

/** Throws `damaged` when the bytes, the key or the place are not those it was sealed with. */
export function unseal(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  try {
    const nonce = sealed.subarray(1, 1 + nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes))
    const body = decipher.update(sealed.subarray(1 + nonceBytes + tagBytes))
    decipher.final()
    return sealed[0] === 2 ? inflateRawSync(body) : body
  } catch (cause) {
    throw new StoreError('damaged', `What is stored at ${place} was changed, or sealed with another key.`, { cause })
  }
}
