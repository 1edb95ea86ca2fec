import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Context } from 'hono'

/** A file that is kept in memory and served to whoever asks for it, on whatever site. */
export interface ServedFile {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, compressed; made when somebody first takes it. */
  readonly packed: () => Uint8Array<ArrayBuffer>
  readonly etag: string
}

export function servedFile(type: string, body: Uint8Array, packed?: Uint8Array): ServedFile {
  let kept = packed === undefined ? undefined : Uint8Array.from(packed)
  return {
    type,
    body: Uint8Array.from(body),
    packed: () => (kept ??= Uint8Array.from(brotliCompressSync(body, quickly))),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  }
}

/** A file of a bundle, with what was compressed when the bundle was made, where it lies beside it. */
export function bundledFile(type: string, path: string): ServedFile {
  const packed = `${path}.br`
  return servedFile(type, readFileSync(path), existsSync(packed) ? readFileSync(packed) : undefined)
}

// a twentieth larger than the smallest, in a twentieth of the time
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/**
 * What may be kept by whoever has it: until it is asked for again, for a while, or for ever where the address changes with
 * the content.
 */
type Keeping = 'asked-again' | 'for-a-while' | 'for-ever'

/**
 * No file may be used once more while it is asked for again: after an upgrade a page would be put together from two versions,
 * a day later still.
 */
const keepings: Readonly<Record<Keeping, string>> = {
  'asked-again': 'public, no-cache',
  'for-a-while': 'public, max-age=300',
  'for-ever': 'public, max-age=31536000, immutable',
}

/** There is nothing secret in these files, so pages of every site may load, read and time them, isolated ones too. */
export const forEverybody = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
  vary: 'accept-encoding',
} as const

/** Answers with a file: compressed for those who take it, and without its body for those who have it already. */
export function answerFile(context: Context, file: ServedFile, keeping: Keeping): Response {
  const headers = { ...forEverybody, 'cache-control': keepings[keeping], etag: file.etag }
  const known = (context.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(file.etag)) return context.body(null, 304, headers)
  const isPacked = /\bbr\b/.test(context.req.header('accept-encoding') ?? '')
  const encoding = isPacked ? { 'content-encoding': 'br' } : {}
  return context.body(isPacked ? file.packed() : file.body, 200, { ...headers, ...encoding, 'content-type': file.type })
}
