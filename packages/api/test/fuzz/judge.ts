import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Operation } from '../../src/kernel/operation.ts'
import type { Document, FuzzRequest } from './requests.ts'

/** What came back. */
export interface FuzzAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Says what is wrong with an answer, by the OpenAPI document alone; undefined when nothing is. */
export type Judge = (request: FuzzRequest, answer: FuzzAnswer) => string | undefined

/** Refusals that no schema can foresee: fields that do not go together, words that only the service knows. */
const beyondSchemas = new Set([
  'conflict',
  'dangerous-key',
  'unknown-fact',
  'unknown-answer',
  'unknown-id',
  'duplicate',
  'circular',
])

export function createJudge(document: Document): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'openapi', ...document })
  const compiled = new Map<string, ValidateFunction>()
  const fits = (place: readonly string[], value: unknown): boolean => {
    const ref = `openapi#/${place.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref })
    compiled.set(ref, validate)
    return validate(value)
  }
  return (request, answer) =>
    badStatus(request, answer, document) ??
    badBody(request, answer, { document, fits }) ??
    disagreement(request, answer, fits)
}

type Fits = (place: readonly string[], value: unknown) => boolean

function badStatus({ operation, target }: FuzzRequest, { status }: FuzzAnswer, document: Document): string | undefined {
  if (status >= 500) return 'the fault is ours'
  const documented = document.paths[operation.path]![operation.method]!.responses[status]
  // an id that is rubbish may lead to another address altogether
  if (documented === undefined && !(target === 'rubbish' && (status === 404 || status === 405)))
    return 'the status is not documented'
  return undefined
}

function badBody(
  { operation }: FuzzRequest,
  { status, headers, text }: FuzzAnswer,
  judging: { document: Document; fits: Fits },
): string | undefined {
  if (headers.get('x-request-id') === null) return 'there is no request id'
  const type = headers.get('content-type') ?? ''
  if (status === 204 || status === 304) return text === '' ? undefined : 'there should be no body'
  if (status >= 400) {
    if (type !== 'application/problem+json') return 'it is no problem document'
    return judging.fits(['components', 'schemas', 'Problem'], JSON.parse(text))
      ? undefined
      : 'the problem does not fit its schema'
  }
  const documented = judging.document.paths[operation.path]![operation.method]!.responses[status]!.content ?? {}
  if (documented[type] === undefined) return `the media type ${type} is not documented`
  if (operation.answer.schema === undefined) return undefined
  const place = [
    'paths',
    operation.path,
    operation.method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ]
  return judging.fits(place, JSON.parse(text)) ? undefined : 'the body does not fit its schema'
}

/** What fits the description is taken, what does not is refused; when all else about the request is right. */
function disagreement(request: FuzzRequest, answer: FuzzAnswer, fits: Fits): string | undefined {
  const { operation, body } = request
  if (operation.body === undefined) return undefined
  const types = operation.body.mediaTypes ?? ['application/json']
  const taken = answer.status < 400
  if (taken && body.is !== 'json')
    return body.is === 'none' || !isJson(body.text) ? 'a body that is no JSON was taken' : undefined
  if (body.is !== 'json') return undefined
  const isValid = fits(
    ['paths', operation.path, operation.method, 'requestBody', 'content', types[0]!, 'schema'],
    body.value,
  )
  if (taken && !isValid) return 'a body that does not fit its schema was taken'
  if (!isValid || answer.status !== 422 || operation.id === 'patchRelationship') return undefined
  const { errors = [], code } = JSON.parse(answer.text) as { code: string; errors?: { in: string; code: string }[] }
  if (code !== 'invalid-request') return undefined
  const unforeseen = errors.filter((error) => error.in === 'body' && !beyondSchemas.has(error.code))
  return unforeseen.length === 0 ? undefined : 'a body that fits its schema was refused'
}

function isJson(text: string | Uint8Array): boolean {
  try {
    JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text))
    return true
  } catch {
    return false
  }
}

export function describeAnswer({ operation, ...request }: FuzzRequest, answer: FuzzAnswer, fault: string): string {
  const shown = JSON.stringify(request, (_key, value: unknown) =>
    typeof value === 'string' ? value.slice(0, 300) : value,
  )
  return `${fault}: ${(operation satisfies Operation).id} ${shown} → ${answer.status} ${answer.text.slice(0, 600)}`
}
