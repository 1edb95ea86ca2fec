import { openApiDocument, operations } from '../src/index.ts'
import { typeOf, type Schema } from './type-of-schema.ts'

interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
}

interface Described {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>>
}

/** Documents whose types core has. */
const ofCore = new Set(['Relationship', 'Result'])

/** The types and addresses that the client needs, as a file. A test compares it with what is committed. */
export function clientFile(): string {
  const document = openApiDocument(operations) as unknown as {
    paths: Record<string, Record<string, Described>>
    components: { schemas: Record<string, Schema> }
  }
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  )
  const { schemas } = document.components
  const core = Object.keys(schemas).filter((name) => ofCore.has(name))
  return `// Generated from the operations by tools/generate-open-api.ts; do not edit.
import type { ${core.join(', ')} } from '@joinery/core'

${Object.entries(schemas)
  .filter(([name]) => !ofCore.has(name))
  .map(([name, schema]) => `export type ${name} = ${name === 'RuleSet' ? 'unknown' : typeOf(schema)}\n`)
  .join('\n')}
/** What each operation takes and answers. */
export interface Calls {
${calls.map(({ described }) => callType(described)).join('\n')}
}

/** Method and address of each operation. */
export const addresses: Readonly<Record<keyof Calls, string>> = {
${calls.map(({ path, method, described }) => `  ${described.operationId}: '${method.toUpperCase()} ${path}',`).join('\n')}
}
`
}

function callType(described: Described): string {
  const { operationId, parameters, requestBody, responses } = described
  const body = Object.values(requestBody?.content ?? {})[0]?.schema
  const fields = [
    ...parameters.filter((parameter) => parameter.in !== 'header').map(fieldOf),
    ...(body === undefined ? [] : [`body: ${typeOf(body)}`]),
    ...(parameters.some(({ name }) => name === 'If-Match') ? ['ifMatch: string'] : []),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? ['idempotencyKey?: string'] : []),
  ]
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))![1]
  const answer = Object.entries(success.content ?? {})[0]
  const output =
    answer === undefined ? 'undefined' : answer[0] === 'application/json' ? typeOf(answer[1].schema) : 'string'
  return `  ${operationId}: { input: { ${fields.join('; ')} }; output: ${output} }`
}

function fieldOf({ name, required, schema }: Parameter): string {
  return `${name}${required ? '' : '?'}: ${typeOf(schema)}${required ? '' : ' | undefined'}`
}
