import { randomUUID } from 'node:crypto'
import { Problem, problemDocument } from '@joinery/api'
import type { Context } from 'hono'
import { forEverybody } from './served-file.ts'

type Kind = 'not-found' | 'unavailable'

/** Says why a file cannot be had, in the form of every problem of the service; nobody may keep that. */
export function fileProblem(context: Context, kind: Kind, detail: string): Response {
  const requestId = randomUUID()
  const { status, ...document } = problemDocument(new Problem(kind, detail), requestId)
  return context.body(JSON.stringify({ ...document, status }), kind === 'not-found' ? 404 : 503, {
    ...forEverybody,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  })
}
