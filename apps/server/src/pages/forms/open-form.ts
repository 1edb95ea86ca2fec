import { parseRuleSet, type Relationship, type RuleSet } from '@joinery/core'
import { pagesOf, textsOf, type Page, type ReadText } from '@joinery/widgets/questionnaire'
import type { Context, Hono } from 'hono'
import { askAs, refused, type Ask, type Refusal } from './ask.ts'
import { framedOn } from './refused-page.ts'
import { wordsFor, type Words } from './words.ts'

/** What an address asks for beside its key. */
export interface FormWish {
  readonly rules: string
  readonly scope: string | undefined
  readonly lang: string | undefined
}

/** A form for somebody without scripts: the questions of a rule set, and the record that the answers go into. */
export interface Form {
  readonly ask: Ask
  readonly relationship: string
  readonly record: Relationship
  /** Of the record, to change nothing that somebody else has changed meanwhile. */
  readonly etag: string
  readonly ruleSet: RuleSet
  readonly scope: string
  readonly pages: readonly Page[]
  readonly text: ReadText
  readonly words: Words
  /** Sites on which it may stand in a frame. */
  readonly origins: readonly string[]
  /** Address of one of its pages. */
  readonly at: (page: string) => string
}

interface Known {
  readonly kind: string
  readonly relationship: string | null
  readonly origins: readonly string[] | null
}

export function wishOf({ req }: Context): FormWish {
  const { rules = 'iso-44003', scope, lang } = req.query()
  return { rules, scope, lang }
}

/** Opens the form that a token stands for; throws a Refusal where there is none. */
export async function openForm(app: Hono, context: Context, token: string): Promise<Form> {
  const ask = askAs(app, context, token)
  const { body: known } = await ask<Known>('GET', '/v1/whoami')
  if (known.relationship === null || known.kind !== 'embed') throw nothingHere()
  framedOn(context, known.origins ?? [])
  const { relationship } = known
  const wish = wishOf(context)
  const { body: kept, etag } = await ask<{ record: Relationship }>('GET', `/v1/relationships/${relationship}`)
  const ruleSet = await ruleSetOf(ask, wish.rules)
  const words = wordsFor(wish.lang, context.req.header('accept-language'))
  const scope = scopeIn(ruleSet, wish.scope)
  const query = queryOf({ ...wish, scope })
  return {
    ask,
    relationship,
    record: kept.record,
    etag,
    ruleSet,
    scope,
    pages: pagesOf(ruleSet.document, scope),
    text: textsOf(ruleSet.document, words.language),
    words,
    origins: known.origins ?? [],
    at: (page) => `/forms/${token}/${page}${query}`,
  }
}

/** Sites on which a key works, where its page may be framed from now on; throws a Refusal for whatever is no key of a page. */
export async function originsOf(context: Context, ask: Ask): Promise<readonly string[]> {
  const { kind, origins } = (await ask<Known>('GET', '/v1/whoami')).body
  if (kind !== 'publishable') throw nothingHere()
  framedOn(context, origins ?? [])
  return origins ?? []
}

export function queryOf({ rules, scope, lang }: FormWish): string {
  const query = new URLSearchParams({ rules })
  if (scope !== undefined) query.set('scope', scope)
  if (lang !== undefined) query.set('lang', lang)
  return `?${query.toString()}`
}

/** A scope that the rule set has: the one asked for, or its first. */
export function scopeIn({ document }: RuleSet, wished: string | undefined): string {
  const known = (document.scopes ?? []).map(({ id }) => id)
  return known.find((id) => id === wished) ?? known[0] ?? 'full'
}

function nothingHere(): Refusal {
  return refused(404, 'not-found', 'There is no such form.')
}

const read = new Map<string, RuleSet>()
const mostRead = 16

/** The current version of a rule set, as the API publishes it to whoever holds the key; read once for each version. */
export async function ruleSetOf(ask: Ask, id: string): Promise<RuleSet> {
  const { body, etag } = await ask<unknown>('GET', `/v1/rule-sets/${encodeURIComponent(id)}/current`)
  const known = read.get(etag)
  if (known !== undefined) return known
  const ruleSet = parseRuleSet(body)
  if (read.size >= mostRead) read.delete(read.keys().next().value!)
  read.set(etag, ruleSet)
  return ruleSet
}
