import { createRateLimiter } from '@joinery/api'
import type { Context, Hono } from 'hono'
import { originOf } from '../origin.ts'
import { headersOf } from '../page.ts'
import type { RuleFiles } from '../rule-files.ts'
import { notBuilt, type WidgetFiles } from '../widget-files.ts'
import { builderPage, madeOf, type Built } from './builder-page.ts'
import { readChoice } from './choice.ts'
import { folderOf } from './folder.ts'

export interface BuilderParts {
  readonly rules: RuleFiles
  readonly widgets: WidgetFiles | undefined
  readonly addressOf: (request: Request, env: unknown) => string
}

/** Folders in a minute that one address may have packed. */
const foldersPerMinute = 20

export function addBuilder(app: Hono, parts: BuilderParts): void {
  const packing = createRateLimiter(foldersPerMinute)
  app.get('/builder', (context) => context.body(builderPage(builtOf(context, parts)), 200, headers))
  app.get('/builder/made.json', (context) => context.json(madeOf(builtOf(context, parts)), 200, data))
  app.get('/builder/folder.zip', (context) => {
    const { choice, widgets } = builtOf(context, parts)
    if (widgets === undefined) return context.text(notBuilt, 503, data)
    const { allowed, seconds } = packing.take(parts.addressOf(context.req.raw, context.env), Date.now())
    if (!allowed) return context.text(`Wait ${seconds} s.`, 429, { ...data, 'retry-after': String(seconds) })
    return context.body(folderOf(choice, widgets), 200, {
      ...data,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="joinery-${choice.rule.ruleSet.id}.zip"`,
    })
  })
}

const headers = headersOf({
  more: [
    "script-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ],
})

const data = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
} as const

function builtOf(context: Context, { rules, widgets }: BuilderParts): Built {
  const { search } = new URL(context.req.url)
  return { choice: readChoice(context.req.query(), rules), rules, widgets, origin: originOf(context), query: search }
}
