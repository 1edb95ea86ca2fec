import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkText } from './check-text.ts'
import { ruleSetText } from './rule-sets.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Every page of the association's site, and what the pages fetch. */
const names = [
  'index.html',
  'partners.html',
  'frame.html',
  'strict.html',
  'edit.html',
  'no-script.html',
  'edit.js',
  'site.css',
  'icon.svg',
]

const folder = join(import.meta.dirname, '../pages')
const longestText = 4_000_000

/**
 * The site of an invented association, beside the service that its pages embed. `pagesKey` is the key that its pages use where
 * the service keeps the answers.
 */
export function addPages(app: Hono, pagesKey: () => string): void {
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8')
    const headers = headersOf(name)
    app.get(name === 'index.html' ? '/' : `/${name}`, async (context) => {
      const page = text.replaceAll('pk_of_the_site', pagesKey)
      const isMissing = text.includes('/widgets/') && !(await app.request('/widgets/loader.js')).ok
      return context.body(isMissing ? page.replace(/<main[^>]*>/u, `$&${notBuilt}`) : page, 200, headers)
    })
  }
  app.post('/check', bodyLimit({ maxSize: longestText }), async (context) =>
    context.json(checkText(await context.req.text()), 200, { 'cache-control': 'no-store' }),
  )
  // those that come with Joinery and are no rule sets of the service
  app.get('/rules/:file', async (context, next) => {
    const name = context.req.param('file').replace(/\.json$/, '')
    const text = name === 'iso-44003' ? undefined : ruleSetText(name)
    return text === undefined ? next() : context.body(text, 200, { 'content-type': 'application/json' })
  })
}

/** Instead of an empty place, where the elements are not there to be served. */
const notBuilt = `<p class="not-built" role="alert"><strong>The check cannot be shown:</strong> its elements have not been
built. Stop the service and start it by <code>npx --yes pnpm@12 start</code>, which builds them first.</p>`

/** What the element needs and nothing else; styles are part of its shadow roots and need no leave. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types joinery',
].join('; ')

const sitePolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types joinery"

/** A page is served with a policy as strict as a careful site's, or stricter. */
function headersOf(name: string): Readonly<Record<string, string>> {
  const policy = name === 'strict.html' ? strictPolicy : sitePolicy
  return {
    'content-type': types[extname(name)]!,
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
