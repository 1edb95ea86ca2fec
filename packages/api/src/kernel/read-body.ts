import { Problem } from './problem.ts'
import { scanJson } from './scan-json.ts'

/** The JSON of a request, as sent and as parsed. */
export interface JsonBody {
  readonly text: string
  readonly value: unknown
}

/** Reads a JSON body, however hostile: never more than `most` bytes, never deeper than the limits. Throws a Problem. */
export async function readJsonBody(request: Request, mediaTypes: readonly string[], most: number): Promise<JsonBody> {
  checkMediaType(request, mediaTypes)
  const text = decode(await readBytes(request, most))
  const faults = scanJson(text)
  if (faults.length > 0) throw new Problem('invalid-request', 'The body cannot be taken as it is.', { errors: faults })
  return { text, value: parse(text) }
}

function checkMediaType(request: Request, mediaTypes: readonly string[]): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='))
  const isUtf8 = charset === undefined || /^\s*charset="?utf-8"?\s*$/.test(charset)
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (mediaTypes.includes(type.trim()) && isUtf8 && encoding === 'identity') return
  throw new Problem(
    'unsupported-media-type',
    `Send the body as ${mediaTypes.join(' or ')}, in UTF-8 and not compressed.`,
    {
      headers: { Accept: mediaTypes.join(', ') },
    },
  )
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length > most) throw tooLarge(most)
  // with a length that was announced, the server in front of us lets no more than that through
  if (Number.isInteger(length)) return limited(await arrayBufferOf(request), most)
  if (request.body === null) return new Uint8Array()
  return streamed(request.body, most)
}

async function arrayBufferOf(request: Request): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer())
  } catch {
    throw new Problem('malformed-request', 'The body broke off; send it again.')
  }
}

function limited(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.byteLength > most) throw tooLarge(most)
  return bytes
}

async function streamed(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(most: number): Problem {
  return new Problem('body-too-large', `The body may have ${most} bytes; send less in one request.`)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Problem('malformed-request', 'The body is not text in UTF-8.')
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw new Problem('malformed-request', `The body is empty; send JSON.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = /position (\d+)/.exec((error as Error).message)?.[1]
    throw new Problem(
      'malformed-request',
      `The body is not JSON${place === undefined ? '' : ` (at character ${place})`}.`,
    )
  }
}
