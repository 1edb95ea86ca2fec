import fc from 'fast-check'
import type { PrincipalKind } from '../../src/access/principal.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import { createValueMaker, spoiled, type Schema } from './values.ts'

/** One request, before it is known what the things it asks for are called. */
export interface FuzzRequest {
  readonly operation: Operation
  readonly as: PrincipalKind | 'rubbish'
  readonly target: 'own' | 'sibling' | 'foreign' | 'nowhere' | 'rubbish'
  readonly rubbish: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: FuzzBody
  readonly mediaType: string
  readonly headers: Readonly<Record<string, string>>
}

type FuzzBody =
  | { readonly is: 'none' }
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'raw'; readonly text: string | Uint8Array<ArrayBuffer> }

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, unknown>>
  }
}

interface DescribedOperation {
  readonly parameters: readonly {
    readonly in: string
    readonly name: string
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>> }>
  >
}

/** Requests to every operation: mostly sound, often a little wrong, sometimes rubbish. */
export function fuzzRequests(operations: readonly Operation[], document: Document): fc.Arbitrary<FuzzRequest> {
  const make = createValueMaker((ref) => document.components.schemas[ref.split('/')[3]!]!)
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: slow.has(operation.id) ? 1 : 20,
      arbitrary: requestsOf(operation, document.paths[operation.path]![operation.method]!, make),
    })),
  )
}

/** What takes a second and not a millisecond is asked for now and then. */
const slow = new Set([
  'checkDraft',
  'publishDraft',
  'previewDraft',
  'getDraftBundle',
  'collectBenchmark',
  'startRollout',
])

type Make = ReturnType<typeof createValueMaker>

function requestsOf(operation: Operation, described: DescribedOperation, make: Make): fc.Arbitrary<FuzzRequest> {
  const allowed = Object.keys(operation.access.allow) as PrincipalKind[]
  return fc.record({
    operation: fc.constant(operation),
    as: often(fc.constantFrom(...allowed), fc.constantFrom<(PrincipalKind | 'rubbish')[]>(...everybody)),
    target: often(fc.constant('own' as const), fc.constantFrom('sibling', 'foreign', 'nowhere', 'rubbish')),
    rubbish: fc.oneof(
      fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      fc.constantFrom('%00', '%ff', '..', '%2e%2e%2f', '0', "'--"),
    ),
    query: queriesOf(described, make),
    body: bodiesOf(operation, described, make),
    mediaType: often(
      fc.constantFrom(...mediaTypesOf(described)),
      fc.constantFrom(
        '',
        'text/plain',
        'application/json; charset=latin1',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ),
    ),
    headers: headersOf(operation),
  })
}

const everybody: readonly (PrincipalKind | 'rubbish')[] = [
  'anonymous',
  'operator',
  'association',
  'firm',
  'partner',
  'embed',
  'publishable',
  'rubbish',
]

function often<Common, Rare>(common: fc.Arbitrary<Common>, rare: fc.Arbitrary<Rare>): fc.Arbitrary<Common | Rare> {
  return fc.oneof({ weight: 9, arbitrary: common }, { weight: 1, arbitrary: rare })
}

function mediaTypesOf({ requestBody }: DescribedOperation): string[] {
  return Object.keys(requestBody?.content ?? { 'application/json': {} })
}

/** Stands for a result of whoever is asked about. */
export const someResult = 'some result'

/** Parameters whose names only the service knows. */
const known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ruleSet: often(fc.constantFrom('craft', 'guild'), fc.constant('none')),
  indicator: often(fc.constantFrom('plan.c/1', 'risk.c/2'), fc.constant('none')),
  since: fc.constant(someResult),
  with: fc.constant(someResult),
  scope: often(fc.constant('full'), fc.constant('none')),
}

function queriesOf({ parameters }: DescribedOperation, make: Make): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const own = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'cursor')
  const values = own.map(({ name, schema }) => [name, known[name] ?? make(schema)] as const)
  const requiredKeys = own.filter(({ required }) => required).map(({ name }) => name)
  const valid = fc.record(Object.fromEntries<fc.Arbitrary<unknown>>(values), { requiredKeys })
  const wrong = fc.dictionary(
    fc.constantFrom('limit', 'cursor', 'extra', '__proto__'),
    fc.oneof(fc.string(), fc.integer()),
  )
  return often(valid, wrong)
}

function bodiesOf(operation: Operation, described: DescribedOperation, make: Make): fc.Arbitrary<FuzzBody> {
  if (operation.body === undefined) return fc.constant({ is: 'none' })
  const schema = Object.values(described.requestBody!.content)[0]!.schema
  // any patch fits its schema; what matters is what comes out of it
  const wanted = operation.id === 'patchRelationship' ? { $ref: '#/components/schemas/Relationship' } : schema
  const valid = make(wanted).map((value): FuzzBody => ({ is: 'json', value: withKnownNames(operation.id, value) }))
  const wrong = fc
    .tuple(make(wanted), fc.array(fc.nat(50), { maxLength: 5 }), fc.nat(1_000))
    .map(([value, walk, pick]): FuzzBody => ({ is: 'json', value: spoiled(value, walk, pick) }))
  return fc.oneof(
    { weight: 6, arbitrary: valid },
    { weight: 4, arbitrary: wrong },
    { weight: 1, arbitrary: rawBodies() },
    { weight: 1, arbitrary: fc.constant<FuzzBody>({ is: 'none' }) },
  )
}

/** A rule set that is there, where one is named; of the statements, those that it has. */
function withKnownNames(operation: string, value: unknown): unknown {
  if (operation !== 'answerStatements') return withKnownRuleSet(value)
  const { respondents } = Object(value) as { respondents?: unknown }
  return { ruleSet: 'craft', answers: { 'plan.c/1': 'yes' }, ...(respondents === undefined ? {} : { respondents }) }
}

function withKnownRuleSet(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('ruleSet' in value)) return value
  return { ...value, ruleSet: 'craft', ...('scope' in value ? { scope: 'full' } : {}) }
}

function rawBodies(): fc.Arbitrary<FuzzBody> {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((text): FuzzBody => ({ is: 'raw', text: new Uint8Array(text) }))
  const text = fc
    .json()
    .chain((json) => fc.nat(json.length).map((end): FuzzBody => ({ is: 'raw', text: json.slice(0, end) })))
  const bombs = fc.constantFrom<FuzzBody[]>(
    { is: 'raw', text: '['.repeat(50_000) },
    { is: 'raw', text: `{"name":${'{"a":'.repeat(5_000)}` },
    { is: 'raw', text: '{"name":"a","name":"b"}' },
    { is: 'raw', text: '{"name":"a","__proto__":{"scopes":1}}' },
    { is: 'raw', text: '{"name":"\\u0000"}' },
    { is: 'raw', text: `"${'x'.repeat(300_000)}"` },
    { is: 'raw', text: '1e999' },
  )
  return fc.oneof(bytes, text, bombs)
}

function headersOf({ method }: Operation): fc.Arbitrary<Readonly<Record<string, string>>> {
  const isChange = method !== 'get' && method !== 'post'
  const ifMatch = often(fc.constant('*'), fc.constantFrom('"1"', '"2"', 'W/"1"', 'x', undefined))
  return fc
    .record({
      'if-match': isChange ? ifMatch : seldom('"1"', '*'),
      'if-none-match': seldom('"1"', '*', 'W/"1"', 'rubbish', '"1-shared"'),
      'idempotency-key': seldom('again', 'and-again', '', 'x'.repeat(200), 'with space'),
      accept: seldom('*/*', 'application/json', 'text/html', 'image/png', 'application/*;q=0.5', ','),
      origin: seldom('https://harbour-joinery.example', 'https://elsewhere.example', 'null'),
      'x-request-id': seldom('request-12345', 'x', '<script>'),
    })
    .map(
      (headers) =>
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >,
    )
}

function seldom(...values: readonly string[]): fc.Arbitrary<string | undefined> {
  return often(fc.constant(undefined), fc.constantFrom(...values))
}
