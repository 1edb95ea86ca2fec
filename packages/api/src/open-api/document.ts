import { scopes } from '../access/scopes.ts'
import { isConditional, type Answer, type Operation } from '../kernel/operation.ts'
import { problemTypes, type ProblemCode } from '../kernel/problem-types.ts'
import { ProblemSchema } from './problem-schema.ts'
import { createComponents, type Components, type Json } from './components.ts'
import { possibleProblems } from './possible-problems.ts'

/** The OpenAPI 3.1 document of a list of operations. Pure: same operations, same document. */
export function openApiDocument(operations: readonly Operation[]): Json {
  const components = createComponents()
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    paths[operation.path]![operation.method] = operationObject(operation, components)
  }
  components.schema(ProblemSchema, 'output')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Joinery',
      version: '1',
      description:
        'How mature a business relationship is, principle by principle. Every result is a self-assessment in line with the intent of ISO 44003.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      responses: problemResponses(operations, components),
      schemas: components.all(),
      securitySchemes: securitySchemes(),
    },
  }
}

function securitySchemes(): Json {
  return {
    key: {
      type: 'http',
      scheme: 'bearer',
      description: `A secret key (sk_live_…), a publishable key (pk_…), a partner's link (pl_…), an embed token or a token of the identity provider. Scopes: ${Object.entries(
        scopes,
      )
        .map(([scope, about]) => `${scope}: ${about}`)
        .join('; ')}.`,
    },
  }
}

function operationObject(operation: Operation, components: Components): Json {
  const { id, tag, summary, description, access, body } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: parametersOf(operation, components),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              (body.mediaTypes ?? ['application/json']).map((type) => [
                type,
                { schema: components.schema(body.schema, 'input') },
              ]),
            ),
          },
        }),
    responses: responsesOf(operation, components),
    security: access.scope === 'public' ? [{}] : [{ key: [access.scope] }],
    'x-principals': Object.keys(access.allow),
  }
}

function parametersOf(operation: Operation, components: Components): Json[] {
  const { params, query } = operation
  const path = Object.entries(params?.shape ?? {}).map(([name, schema]) =>
    parameter('path', name, { required: true, schema: components.schema(schema as never, 'input') }),
  )
  const searched = query === undefined ? undefined : components.inline(query)
  const required = new Set((searched?.['required'] as string[] | undefined) ?? [])
  const inQuery = Object.entries((searched?.['properties'] ?? {}) as Record<string, Json>).map(([name, schema]) =>
    parameter('query', name, { required: required.has(name), schema }),
  )
  return [...path, ...inQuery, ...headersOf(operation)]
}

function parameter(place: string, name: string, { required, schema }: { required: boolean; schema: Json }): Json {
  const { description, ...rest } = schema
  return { in: place, name, required, ...(description === undefined ? {} : { description }), schema: rest }
}

function headersOf(operation: Operation): Json[] {
  const text = { type: 'string' }
  return [
    ...(isConditional(operation)
      ? [
          parameter('header', 'If-Match', {
            required: true,
            schema: { ...text, description: 'The ETag that was read' },
          }),
        ]
      : []),
    ...(operation.method === 'get'
      ? [
          parameter('header', 'If-None-Match', {
            required: false,
            schema: { ...text, description: 'The ETag that is known already' },
          }),
        ]
      : []),
    ...(takesIdempotencyKey(operation)
      ? [
          parameter('header', 'Idempotency-Key', {
            required: false,
            schema: {
              type: 'string',
              pattern: idempotencyKeyPattern,
              description: 'Sent again with the same key within a day, the request has no second effect',
            },
          }),
        ]
      : []),
  ]
}

const idempotencyKeyPattern = '^[\\x21-\\x7e]{1,128}$'

/** Changes by POST may be repeated safely with a key; the other methods are safe to repeat as they are. */
function takesIdempotencyKey({ method, work }: Operation): boolean {
  return method === 'post' && work.kind === 'write'
}

function responsesOf(operation: Operation, components: Components): Json {
  const { method, answer } = operation
  const responses: Record<string, Json> = { [answer.status]: answerObject(answer, components) }
  if (method === 'get' && answer.headers?.['ETag'] !== undefined)
    responses['304'] = { description: 'Nothing has changed: you have it already' }
  for (const [status, codes] of byStatus(possibleProblems(operation)))
    responses[status] = { $ref: `#/components/responses/${codes.join('.')}` }
  return responses
}

function answerObject({ description, schema, mediaType, headers }: Answer, components: Components): Json {
  const json = schema === undefined ? {} : { 'application/json': { schema: components.schema(schema, 'output') } }
  const content = mediaType === undefined ? json : { [mediaType]: { schema: { type: 'string' } } }
  return {
    description,
    ...(Object.keys(content).length === 0 ? {} : { content }),
    ...(headers === undefined ? {} : { headers: headerObjects(headers) }),
  }
}

function headerObjects(headers: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  )
}

function byStatus(codes: readonly ProblemCode[]): Map<string, ProblemCode[]> {
  const groups = Map.groupBy(codes, (code) => String(problemTypes[code].status))
  return new Map([...groups].toSorted(([left], [right]) => left.localeCompare(right)))
}

/** One response for each set of problems that share a status; operations refer to it. */
function problemResponses(operations: readonly Operation[], components: Components): Json {
  const sets = operations.flatMap((operation) => [...byStatus(possibleProblems(operation)).values()])
  const named = new Map(sets.map((codes) => [codes.join('.'), problemResponse(codes, components)]))
  return Object.fromEntries([...named].toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

function problemResponse(codes: readonly ProblemCode[], components: Components): Json {
  return {
    description: codes.map((code) => `${problemTypes[code].title} (${code})`).join('; or: '),
    content: { 'application/problem+json': { schema: components.schema(ProblemSchema, 'output') } },
  }
}
