import type { Context, Handler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { attributes, framedBy, headersOf, html, page, when, type Html } from '../page.ts'
import { Refusal, refused } from './ask.ts'
import { sentWith } from './read-sent.ts'
import { reasonFor, refusedWords, type Said } from './refused-words.ts'
import { wordsFor } from './words.ts'

type Show = (context: Context) => Response | Promise<Response>

export interface Refusing {
  /** What is said where there is nothing at an address, instead of the usual words. */
  readonly nowhere?: (context: Context) => Said | undefined
  /** Whether what is refused may have stood in a frame of another site: then the words have to be seen there too. */
  readonly isFramed?: boolean
}

const ancestors = 'ancestors'

/** Says on which sites the page may stand in a frame, as soon as that is known: what is refused after it may stand there alone. */
export function framedOn(context: Context, origins: readonly string[]): void {
  context.set(ancestors, origins)
}

/**
 * Who is refused before anybody knows whose the address is – it has ended, or there are too many requests – may be in a frame of
 * any site. Such a page tells nothing of anybody, and holds at most what was just sent to it, so it may stand in all of them.
 */
function ancestorsOf(context: Context, { isFramed = false }: Refusing): readonly string[] {
  if (!isFramed) return []
  const known = context.get(ancestors) as readonly string[] | undefined
  return known === undefined ? ['*'] : framedBy(known)
}

/** Told of failures that are ours. */
export type Failed = (error: unknown) => void

/**
 * Runs pages; what the API refuses is said in plain words, and a failure of ours without anything of the inside. What a form
 * sent and could not be taken only now can be sent again from there.
 */
export function createRefusing(failed: Failed, options: Refusing = {}): (show: Show) => Handler {
  return (show) => async (context) => {
    try {
      return await show(context)
    } catch (error) {
      if (error instanceof Refusal) return refusedPage(context, error, options)
      failed(error)
      return refusedPage(context, refused(500, 'internal-error', 'Something went wrong here.'), options)
    }
  }
}

function refusedPage(context: Context, { status, retryAfter }: Refusal, options: Refusing): Response {
  const { language } = wordsFor(context.req.query('lang'), context.req.header('accept-language'))
  const words = refusedWords[language]
  const reason = reasonFor(status)
  const { title, advice } = (reason === 'gone' ? options.nowhere?.(context) : undefined) ?? words.said[reason]
  const sent = status === 429 || status >= 500 ? sentWith(context) : undefined
  const body = html`<main class="form">
    <div class="bar"></div>
    <h1>${title}</h1>
    <p class="lead">${advice}</p>
    ${when(sent !== undefined, () => againView(sent!, words))}
  </main>`
  const retry = retryAfter === null ? {} : { 'retry-after': retryAfter }
  const policy = headersOf({
    ancestors: ancestorsOf(context, options),
    more: sent === undefined ? [] : ["form-action 'self'"],
  })
  const headers = { ...policy, ...retry }
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
