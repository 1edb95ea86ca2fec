import { expect, test } from 'vitest'
import { Problem } from './problem.ts'
import { readJsonBody } from './read-body.ts'

const json = { 'content-type': 'application/json' }

function sent(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Record<string, string> = json,
): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

test('a JSON body is read as text and as a value', async () => {
  const body = await readJsonBody(sent('{"name":"Harbour Joinery"}'), ['application/json'], 1_000)
  expect(body).toEqual({ text: '{"name":"Harbour Joinery"}', value: { name: 'Harbour Joinery' } })
})

const refused: [what: string, request: () => Request, code: string][] = [
  ['no media type', () => sent(new TextEncoder().encode('{}'), {}), 'unsupported-media-type'],
  ['a form', () => sent('a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 'unsupported-media-type'],
  [
    'JSON in another encoding',
    () => sent('{}', { 'content-type': 'application/json; charset=latin1' }),
    'unsupported-media-type',
  ],
  ['a compressed body', () => sent('{}', { ...json, 'content-encoding': 'gzip' }), 'unsupported-media-type'],
  ['text that is not JSON', () => sent('{"name":}'), 'malformed-request'],
  ['nothing', () => sent(''), 'malformed-request'],
  ['bytes that are not UTF-8', () => sent(new Uint8Array([0x22, 0xff, 0x22])), 'malformed-request'],
  [
    'more than is allowed, announced',
    () => sent(`"${'a'.repeat(1_000)}"`, { ...json, 'content-length': '1002' }),
    'body-too-large',
  ],
  ['more than is allowed, unannounced', () => sent(endless()), 'body-too-large'],
  ['a key given twice', () => sent('{"a":1,"a":2}'), 'invalid-request'],
]

test.each(refused)('%s is refused', async (_what, request, code) => {
  const problem: unknown = await readJsonBody(request(), ['application/json'], 1_000).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ code })
})

/** A body that never ends: only a reader that counts comes back from it. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64).fill(0x20)) })
}
