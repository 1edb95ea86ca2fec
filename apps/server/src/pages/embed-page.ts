import type { RuleSet } from '@joinery/core'
import { textsOf } from '@joinery/widgets/questionnaire'
import type { Context, Hono } from 'hono'
import { askAs, type Ask } from './forms/ask.ts'
import { originsOf, ruleSetOf, wishOf, type FormWish } from './forms/open-form.ts'
import { createRefusing, type Failed } from './forms/refused-page.ts'
import { startForm } from './forms/start-page.ts'
import { wordsFor, type Words } from './forms/words.ts'
import { accentHead, readLook } from './look.ts'
import { headersOf, html, page, type Html } from './page.ts'
import { preloads } from './preloads.ts'
import type { RuleFiles } from './rule-files.ts'
import { notBuilt, type WidgetFiles } from './widget-files.ts'

export interface EmbedParts {
  readonly rules: RuleFiles
  readonly widgets: WidgetFiles | undefined
  readonly failed: Failed
}

/**
 * `/embed/iso-44003`: a rule set of the service, answered on the visitor's device, for frames of any site. `/embed/pk_…`: the
 * same kept by the service, for frames of the sites that the key lists. Without scripts the second is a plain form.
 */
export function addEmbedPages(app: Hono, parts: EmbedParts): void {
  app.get(
    '/embed/:id',
    createRefusing(parts.failed, { isFramed: true })((context) => {
      const id = context.req.param('id') ?? ''
      return id.startsWith('pk_') ? serviceEmbed(app, context, parts) : localEmbed(context, parts)
    }),
  )
}

async function localEmbed(context: Context, { rules: all, widgets }: EmbedParts): Promise<Response> {
  const found = all.get(context.req.param('id') ?? '')
  if (found === undefined) return context.notFound()
  const wish = { ...wishOf(context), rules: found.ruleSet.id }
  const words = wordsFor(wish.lang, context.req.header('accept-language'))
  const fallback = html`<h1>${found.ruleSet.document.title}</h1>
    <p>${noScript[words.language]}</p>`
  const rules = `/rules/${found.ruleSet.id}.json`
  const { ruleSet } = found
  return shown(context, {
    wish,
    words,
    ruleSet,
    widgets,
    fallback,
    rules,
    attributes: html``,
    parts: [],
    ancestors: ['*'],
  })
}

const noScript: Readonly<Record<Words['language'], string>> = {
  en: 'This check needs a browser that runs scripts. Ask whoever runs this site for it on paper.',
  de: 'Diese Prüfung braucht einen Browser, der Skripte ausführt. Fragen Sie die Betreiber dieser Seite nach ihr auf Papier.',
  ar: 'يحتاج هذا الفحص إلى متصفح يشغّل البرامج النصية. اطلبه على الورق ممن يدير هذا الموقع.',
}

async function serviceEmbed(app: Hono, context: Context, { rules, widgets }: EmbedParts): Promise<Response> {
  const key = context.req.param('id') ?? ''
  const ask = askAs(app, context, key)
  const ancestors = await originsOf(context, ask)
  const wish = wishOf(context)
  const ruleSet = await ruleSetOf(ask, wish.rules)
  const words = wordsFor(wish.lang, context.req.header('accept-language'))
  const address = await addressOfRules(ask, ruleSet, rules)
  return shown(context, {
    wish,
    words,
    ruleSet,
    widgets,
    ancestors: ["'self'", ...ancestors],
    fallback: html`<h1>${ruleSet.document.title}</h1>
      ${startForm({ key, wish, ruleSet, words })}`,
    rules: address,
    attributes: html`api="/" key="${key}"`,
    parts: ['open-service'],
  })
}

/** What comes with the service is served compressed; what an association published stands by its digest. */
async function addressOfRules(ask: Ask, { id, hash }: RuleSet, rules: RuleFiles): Promise<string> {
  if (rules.get(id)?.ruleSet.hash === hash) return `/rules/${id}.json`
  const { body } = await ask<{ bundle: string }>('GET', `/v1/rule-sets/${id}`)
  return body.bundle
}

interface Embed {
  readonly wish: FormWish
  readonly words: Words
  readonly ruleSet: RuleSet
  readonly widgets: WidgetFiles | undefined
  /** What stands there until the element does, and stays where it never will. */
  readonly fallback: Html
  /** Address of the rule set. */
  readonly rules: string
  readonly attributes: Html
  /** Parts of the elements that are needed beside those of every assessment. */
  readonly parts: readonly string[]
  readonly ancestors: readonly string[]
}

function shown(context: Context, embed: Embed): Response {
  const { wish, words, ruleSet, widgets, fallback, rules, attributes, ancestors } = embed
  const look = readLook(context.req.query())
  const title = textsOf(ruleSet.document, words.language)('rule-set', 'title', ruleSet.document.title).text
  const scope = wish.scope === undefined ? html`` : html` scope="${wish.scope}"`
  const body = html`<main>
    ${widgets === undefined ? html`<p class="note">${notBuilt}</p>` : html``}
    <joinery-assessment name="framed-${ruleSet.id}" heading-level="1" rules="${rules}" ${attributes}${scope}
      ><div class="fallback">${fallback}</div></joinery-assessment
    >
  </main>`
  const { head, policy } = accentHead(look)
  const headers = headersOf({
    ancestors,
    styles: policy,
    more: [
      "script-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types joinery',
    ],
  })
  return context.body(
    page(title, body, {
      lang: words.language,
      isFramed: true,
      head: html`${head}${widgets === undefined ? html`` : scriptsOf(embed, widgets)}`,
    }),
    200,
    headers,
  )
}

function scriptsOf({ rules, parts, words }: Embed, widgets: WidgetFiles): Html {
  const folder = `/widgets/${widgets.version}/`
  return html`${preloads({ widgets, folder, rules, parts, language: words.language })}
    <script type="module" crossorigin="anonymous" src="${folder}joinery.js"></script>
    <script defer crossorigin="anonymous" src="${folder}frame.js"></script>`
}
