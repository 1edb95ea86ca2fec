import type * as z from 'zod'
import { limits } from '../limits.ts'
import type { Operation } from '../kernel/operation.ts'
import { problemTypes } from '../kernel/problem-types.ts'
import { createComponents, type Json } from '../open-api/components.ts'
import { openApiDocument } from '../open-api/document.ts'
import { possibleProblems } from '../open-api/possible-problems.ts'
import { escapeHtml, htmlPage } from './html.ts'

/** The description of the service for people: made from the same operations as the OpenAPI document, without scripts. */
export function docsPage(operations: readonly Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  const sections = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tag === tag)
    return `<h2>${escapeHtml(tag)}</h2>${own.map(operationSection).join('')}`
  })
  return htmlPage(
    'Joinery: the service',
    `<h1>The service</h1>${intro()}${contents(operations)}${sections.join('')}${schemas(operations)}`,
  )
}

function intro(): string {
  return `<p>The API, for programs. Everything here is also in <a href="/openapi.json">openapi.json</a>. What goes wrong is answered as a
<a href="/problems">problem document</a>.</p>
<ul class="points"><li>Send a key or token as <code>Authorization: Bearer …</code>.</li>
<li>A change says which version it means: the <code>ETag</code> that was read, in <code>If-Match</code>.</li>
<li>A <code>POST</code> with an <code>Idempotency-Key</code> can be sent again within ${limits.idempotencyHours} hours without a second effect.</li>
<li>A list goes on with <code>?cursor=</code> and the <code>next</code> of the page before.</li>
<li>A body may have ${limits.body / 1024} KiB and be ${limits.depth} levels deep. A key may ask ${limits.rate.key} times a minute; the headers <code>RateLimit</code> say what is left.</li></ul>`
}

function contents(operations: readonly Operation[]): string {
  const groups = [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, own]) => {
    const entries = own.map(({ id, summary }) => `<li><a href="#${id}">${escapeHtml(summary)}</a></li>`)
    return `<section><h2>${escapeHtml(tag)}</h2><ul>${entries.join('')}</ul></section>`
  })
  return `<nav aria-label="Operations">${groups.join('')}</nav>`
}

function operationSection(operation: Operation): string {
  const { id, method, path, summary, description, access, answer } = operation
  const scope = access.scope === 'public' ? 'open to all' : `scope <code>${access.scope}</code>`
  const who = access.scope === 'public' ? '' : `, for ${Object.keys(access.allow).join(', ')}`
  return `<section class="operation" id="${id}"><h3>${escapeHtml(summary)}</h3>
<p><code><span class="method">${method.toUpperCase()}</span> ${escapeHtml(path)}</code></p><p class="quiet">${scope}${who}</p>
${description === undefined ? '' : `<p>${escapeHtml(description)}</p>`}
${parameterTable(operation)}${bodyLine(operation)}
<p>Answers <code>${answer.status}</code>: ${escapeHtml(answer.description)}${schemaLink(answer.schema)}.</p>
<details><summary>Problems</summary><p>${possibleProblems(operation)
    .map((code) => `<a href="/problems/${code}">${problemTypes[code].status} ${code}</a>`)
    .join(', ')}</p></details></section>`
}

function parameterTable({ query }: Operation): string {
  if (query === undefined) return ''
  const { properties } = createComponents().inline(query) as { properties?: Record<string, Json> }
  const rows = Object.entries(properties ?? {}).map(
    ([name, schema]) => `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(aboutOf(schema))}</td></tr>`,
  )
  return `<div class="scroll"><table><thead><tr><th>Parameter</th><th>What it is</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function bodyLine({ body }: Operation): string {
  return body === undefined ? '' : `<p>Takes a body${schemaLink(body.schema)}.</p>`
}

function schemaLink(schema: z.ZodType | undefined): string {
  const id = schema?.meta()?.id
  return id === undefined ? '' : ` (<a href="#schema-${id}"><code>${escapeHtml(id)}</code></a>)`
}

const longestShown = 20_000

function schemas(operations: readonly Operation[]): string {
  const { components } = openApiDocument(operations) as { components: { schemas: Record<string, Json> } }
  const blocks = Object.entries(components.schemas).map(([name, schema]) => {
    const text = JSON.stringify(schema, undefined, 2)
    const shown = text.length > longestShown ? 'Too long for this page: see openapi.json.' : text
    return `<details id="schema-${name}"><summary><code>${escapeHtml(name)}</code> ${escapeHtml(aboutOf(schema))}</summary><pre>${escapeHtml(shown)}</pre></details>`
  })
  return `<h2>Bodies</h2>${blocks.join('')}`
}

function aboutOf({ description }: Json): string {
  return typeof description === 'string' ? description : ''
}
