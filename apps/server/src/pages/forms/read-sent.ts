import { limits } from '@joinery/api'
import type { Context } from 'hono'
import { refused } from './ask.ts'

const remembered = new WeakMap<Request, URLSearchParams>()

/** What was read of this request, whatever became of it. */
export function sentWith({ req }: Context): URLSearchParams | undefined {
  return remembered.get(req.raw)
}

/** What a form sent; never more than the API takes, and only what forms send. */
export async function readSent({ req }: Context): Promise<URLSearchParams> {
  const type = (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded')
    throw refused(415, 'unsupported-media-type', 'This address takes what a form sends.')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > limits.body) throw refused(413, 'body-too-large', 'This is more than a page can hold; write less.')
    parts.push(part)
  }
  const sent = new URLSearchParams(Buffer.concat(parts).toString('utf8'))
  remembered.set(req.raw, sent)
  return sent
}
