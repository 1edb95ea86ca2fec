import type { Context, Handler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { attributes, headersOf, html, page, when, type Html } from '../page.ts'
import { Refusal, refused } from './ask.ts'
import { sentWith } from './read-sent.ts'
import { reasonFor, refusedWords, type Said } from './refused-words.ts'
import { wordsFor } from './words.ts'

type Show = (context: Context) => Response | Promise<Response>

/** Told of failures that are ours. */
export type Failed = (error: unknown) => void

/**
 * Runs pages; what the API refuses is said in plain words, and a failure of ours without anything of the inside. What a form
 * sent and could not be taken only now can be sent again from there.
 */
export function createRefusing(
  failed: Failed,
  nowhere: (context: Context) => Said | undefined = () => undefined,
): (show: Show) => Handler {
  return (show) => async (context) => {
    try {
      return await show(context)
    } catch (error) {
      if (error instanceof Refusal) return refusedPage(context, error, nowhere(context))
      failed(error)
      return refusedPage(context, refused(500, 'internal-error', 'Something went wrong here.'), nowhere(context))
    }
  }
}

function refusedPage(context: Context, { status, retryAfter }: Refusal, nowhere: Said | undefined): Response {
  const { language } = wordsFor(context.req.query('lang'), context.req.header('accept-language'))
  const words = refusedWords[language]
  const reason = reasonFor(status)
  const { title, advice } = (reason === 'gone' ? nowhere : undefined) ?? words.said[reason]
  const sent = status === 429 || status >= 500 ? sentWith(context) : undefined
  const body = html`<main class="form">
    <div class="bar"></div>
    <h1>${title}</h1>
    <p class="lead">${advice}</p>
    ${when(sent !== undefined, () => againView(sent!, words))}
  </main>`
  const retry = retryAfter === null ? {} : { 'retry-after': retryAfter }
  const headers = { ...headersOf({ more: sent === undefined ? [] : ["form-action 'self'"] }), ...retry }
  return context.body(
    page(title, body, { lang: language }),
    (reason === 'gone' ? 404 : status) as ContentfulStatusCode,
    {
      ...headers,
      'cache-control': 'no-store',
    },
  )
}

/** The same form once more, to the address that it was sent to. */
function againView(sent: URLSearchParams, { kept, again }: { readonly kept: string; readonly again: string }): Html {
  return html`<form method="post">
    ${[...sent].map(([name, value]) => html`<input${attributes({ type: 'hidden', name, value })} />`)}
    <p>${kept}</p>
    <div class="buttons"><button>${again}</button></div>
  </form>`
}
