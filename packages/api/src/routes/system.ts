import * as z from 'zod'
import { everybody } from '../access/everybody.ts'
import { defineOperation, type Operation } from '../kernel/operation.ts'
import { problemTypes, type ProblemCode } from '../kernel/problem-types.ts'
import { Problem } from '../kernel/problem.ts'
import { openApiDocument } from '../open-api/document.ts'
import { docsPage } from '../pages/docs.ts'
import { htmlHeaders } from '../pages/html.ts'
import { problemsPage } from '../pages/problems.ts'
import { Id } from '../schemas/common.ts'

const tag = 'Service'
const open = { scope: 'public', allow: everybody } as const
const Fine = z.strictObject({ status: z.string() }).meta({ id: 'Fine' })

const livez = defineOperation({
  id: 'livez',
  method: 'get',
  path: '/livez',
  tag,
  summary: 'Whether the process is alive',
  access: open,
  free: true,
  answer: { status: 200, description: 'It is', schema: Fine },
  plain: () => ({ body: { status: 'ok' } }),
})

const readyz = defineOperation({
  id: 'readyz',
  method: 'get',
  path: '/readyz',
  tag,
  summary: 'Whether the service can work',
  description: 'The store can be written, and its schema is current.',
  access: open,
  free: true,
  answer: { status: 200, description: 'It can', schema: Fine },
  plain: async ({ service }) => {
    const { writable, pending, problem } = await service.store.health()
    if (writable && pending.length === 0 && problem === undefined) return { body: { status: 'ok' } }
    throw new Problem('unavailable', problem ?? 'The store cannot be written to just now.')
  },
})

const metrics = defineOperation({
  id: 'metrics',
  method: 'get',
  path: '/metrics',
  tag,
  summary: 'Figures of the running service, for Prometheus',
  access: { scope: 'metrics:read', allow: { operator: ['own'] } },
  answer: { status: 200, description: 'The figures', mediaType: 'text/plain; version=0.0.4; charset=utf-8' },
  plain: async ({ service }) => {
    const { commits, writes, retries, waiting, commitMs } = service.store.stats()
    const depth = await service.store.queue.depth()
    const gauges = [
      { name: 'joinery_store_commits', about: 'Commits since the start.', value: commits },
      { name: 'joinery_store_writes', about: 'Writes acknowledged since the start.', value: writes },
      { name: 'joinery_store_retries', about: 'Writes tried again since the start.', value: retries },
      { name: 'joinery_store_waiting', about: 'Writes that wait for their turn.', value: waiting },
      { name: 'joinery_store_commit_seconds', about: 'Seconds spent in commits.', value: commitMs / 1_000 },
      { name: 'joinery_jobs_waiting', about: 'Chunks of background work that wait.', value: depth.waiting },
      { name: 'joinery_jobs_running', about: 'Chunks of background work under way.', value: depth.running },
      { name: 'joinery_jobs_dead', about: 'Chunks of background work given up.', value: depth.dead },
      { name: 'joinery_answers_bytes', about: 'Answers that are remembered.', value: service.answers.bytes() },
      { name: 'joinery_sources_bytes', about: 'What other answers were made from.', value: service.sources.bytes() },
      { name: 'joinery_memory_bytes', about: 'Resident memory.', value: process.memoryUsage.rss() },
    ]
    return { text: service.metrics.text(gauges) }
  },
})

const WhoAmI = z
  .strictObject({
    kind: z.string(),
    id: z.string(),
    association: Id.nullable(),
    firm: Id.nullable(),
    relationship: Id.nullable(),
    origins: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Sites on which it works; null where it is no key for pages' }),
    scopes: z.array(z.string()),
  })
  .meta({ id: 'WhoAmI', description: 'Whom a key or token stands for, and what it may do' })

const whoAmI = defineOperation({
  id: 'whoAmI',
  method: 'get',
  path: '/v1/whoami',
  tag,
  summary: 'See what a key or token stands for',
  access: open,
  answer: { status: 200, description: 'Whom it stands for', schema: WhoAmI },
  plain: ({ principal }) => ({
    body: {
      kind: principal.kind,
      id: principal.id,
      association: 'tenant' in principal ? principal.tenant.id : null,
      firm: 'firm' in principal ? principal.firm : null,
      relationship: 'relationship' in principal ? principal.relationship : null,
      origins: 'origins' in principal ? [...principal.origins] : null,
      scopes: [...principal.scopes].toSorted(),
    },
  }),
})

const problems = defineOperation({
  id: 'problems',
  method: 'get',
  path: '/problems',
  tag,
  summary: 'What the problems mean',
  access: open,
  answer: { status: 200, description: 'A page', mediaType: 'text/html; charset=utf-8' },
  plain: () => ({ text: () => problemsPage(), headers: htmlHeaders }),
})

const problem = defineOperation({
  id: 'problem',
  method: 'get',
  path: '/problems/{code}',
  tag,
  summary: 'What one problem means',
  access: open,
  params: z.strictObject({ code: z.enum(Object.keys(problemTypes) as [ProblemCode, ...ProblemCode[]]) }),
  answer: { status: 200, description: 'A page', mediaType: 'text/html; charset=utf-8' },
  plain: ({ params: { code } }) => ({ text: () => problemsPage(code), headers: htmlHeaders }),
})

/** The last operations: they describe all the others, and themselves. */
export function systemOperations(others: readonly Operation[]): readonly Operation[] {
  let document: string | undefined
  let page: string | undefined
  const openApi = defineOperation({
    id: 'openApi',
    method: 'get',
    path: '/openapi.json',
    tag,
    summary: 'This description, as OpenAPI 3.1',
    access: open,
    answer: { status: 200, description: 'The document', mediaType: 'application/json' },
    plain: () => ({ text: () => (document ??= JSON.stringify(openApiDocument(all))), headers: json }),
  })
  const docs = defineOperation({
    id: 'docs',
    method: 'get',
    path: '/docs',
    tag,
    summary: 'This description, as a page',
    access: open,
    answer: { status: 200, description: 'A page', mediaType: 'text/html; charset=utf-8' },
    plain: () => ({ text: () => (page ??= docsPage(all)), headers: htmlHeaders }),
  })
  const all: readonly Operation[] = [...others, whoAmI, livez, readyz, metrics, openApi, docs, problems, problem]
  return all
}

const json = { 'cache-control': 'public, max-age=300' }
