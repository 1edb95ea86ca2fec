import { htmlPolicy } from '@joinery/report'
import type { Context, Hono } from 'hono'
import { frameAncestors, framedBy, headersOf } from '../page.ts'
import { askAs } from './ask.ts'
import { checkPage, formPage } from './form-page.ts'
import { openForm, originsOf, ruleSetOf, wishOf, type Form } from './open-form.ts'
import { readSent } from './read-sent.ts'
import { createRefusing, type Failed } from './refused-page.ts'
import { keepResult, resultPage } from './result-page.ts'
import { saveAnswers } from './save-answers.ts'
import { startPage } from './start-page.ts'
import { wordsFor } from './words.ts'

/**
 * The assessment without a script: one principle a page, sent by plain forms. The address holds the token that lets its
 * owner in, so there are no cookies and nothing to forge: who does not know the address cannot send anything to it.
 */
export function addForms(app: Hono, failed: Failed): void {
  const refusing = createRefusing(failed, { isFramed: true })
  app.get(
    '/forms/:key',
    refusing((context) => showStart(app, context)),
  )
  app.post(
    '/forms/:key',
    refusing((context) => begin(app, context)),
  )
  app.get(
    '/forms/:token/:page',
    refusing((context) => showPage(app, context)),
  )
  app.post(
    '/forms/:token/:page',
    refusing((context) => takePage(app, context)),
  )
  app.get(
    '/forms/:token/results/:result',
    refusing((context) => showResult(app, context)),
  )
}

async function showStart(app: Hono, context: Context): Promise<Response> {
  const key = context.req.param('key') ?? ''
  const ask = askAs(app, context, key)
  const ancestors = await originsOf(context, ask)
  const wish = wishOf(context)
  const ruleSet = await ruleSetOf(ask, wish.rules)
  const words = wordsFor(wish.lang, context.req.header('accept-language'))
  return context.body(startPage({ key, wish, ruleSet, words }), 200, formHeaders(ancestors))
}

/** Opens a record for a visitor, and leads to the first page of its form. */
async function begin(app: Hono, context: Context): Promise<Response> {
  const ask = askAs(app, context, context.req.param('key') ?? '')
  const sent = await readSent(context)
  const { body } = await ask<{ token: string }>('POST', '/v1/visits', { body: {} })
  const { lang, rules } = context.req.query()
  const query = new URLSearchParams({ ...(rules && { rules }), ...(lang && { lang }) })
  query.set('scope', sent.get('scope') ?? '')
  const form = await openForm(app, context, body.token)
  const first = form.at(form.pages[0]!.id).split('?')[0]!
  return seeOther(context, `${first}?${query.toString()}`)
}

async function showPage(app: Hono, context: Context): Promise<Response> {
  const form = await openForm(app, context, context.req.param('token') ?? '')
  const page = pageOf(form, context)
  if (page === undefined) return seeOther(context, form.at(form.pages[0]!.id))
  const shown = { form, faults: [], sent: undefined }
  return context.body(page.kind === 'results' ? checkPage(form) : formPage(shown, page), 200, formHeaders(form.origins))
}

async function takePage(app: Hono, context: Context): Promise<Response> {
  const sent = await readSent(context)
  const form = await openForm(app, context, context.req.param('token') ?? '')
  const page = pageOf(form, context)
  const today = new Date().toISOString().slice(0, 10)
  if (page === undefined) return seeOther(context, form.at(form.pages[0]!.id))
  if (page.kind === 'results') return seeOther(context, form.at(`results/${await keepResult(form, today)}`))
  const faults = await saveAnswers(form, page, { sent, today })
  if (faults.length > 0) return context.body(formPage({ form, faults, sent }, page), 422, formHeaders(form.origins))
  return seeOther(context, form.at(form.pages[form.pages.indexOf(page) + 1]!.id))
}

async function showResult(app: Hono, context: Context): Promise<Response> {
  const form = await openForm(app, context, context.req.param('token') ?? '')
  const report = await resultPage(form, context.req.param('result') ?? '')
  const policy = `${htmlPolicy}; ${frameAncestors(framedBy(form.origins))}`
  return context.body(report, 200, { ...formHeaders(form.origins), 'content-security-policy': policy })
}

function pageOf({ pages }: Form, context: Context): Form['pages'][number] | undefined {
  return pages.find(({ id }) => id === context.req.param('page'))
}

/** After a form was sent, the browser asks for the next page: going back or reloading sends nothing twice. */
function seeOther(context: Context, address: string): Response {
  return context.body(null, 303, { location: address, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
}

/** Addresses of forms are secrets: no page of theirs is stored, indexed or told to another site. */
function formHeaders(ancestors: readonly string[]): Record<string, string> {
  const headers = headersOf({ ancestors: framedBy(ancestors), more: ["form-action 'self'"] })
  return { ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
}
