import type { Context, Handler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { headersOf, html, page } from '../page.ts'
import { Refusal, refused } from './ask.ts'

type Show = (context: Context) => Response | Promise<Response>

/** Told of failures that are ours. */
export type Failed = (error: unknown) => void

/** Runs pages; what the API refuses is said in plain words, and a failure of ours without anything of the inside. */
export function createRefusing(
  failed: Failed,
  nowhere: (context: Context) => Said = () => gone,
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

interface Said {
  readonly title: string
  readonly advice: string
  readonly lang?: string
}

const gone: Said = {
  title: 'This address leads nowhere',
  advice:
    'It may be over: a form is kept for a while and then removed. Or a part of the address got lost on the way. Begin again on the site that you came from.',
}

const byStatus: Readonly<Record<number, Said>> = {
  401: gone,
  403: gone,
  404: gone,
  413: { title: 'That is too much at once', advice: 'Go back, and shorten your notes on this page.' },
  415: { title: 'This address takes forms', advice: 'Go back, and use the button on the page.' },
  422: gone,
  429: { title: 'One moment, please', advice: 'Too many pages were asked for at once. Wait a minute and try again.' },
  503: { title: 'Not available just now', advice: 'Nothing was lost. Try again in a minute.' },
}

const ours: Said = { title: 'Something went wrong here', advice: 'Nothing was lost. Go back and try again.' }

function refusedPage(context: Context, { status, retryAfter }: Refusal, nowhere: Said): Response {
  const known = byStatus[status] ?? ours
  const said = known === gone ? nowhere : known
  const { title, advice, lang = 'en' } = said
  const shown = said === nowhere ? 404 : status
  const body = html`<main class="form">
    <div class="bar"></div>
    <h1>${title}</h1>
    <p class="lead">${advice}</p>
  </main>`
  const retry = retryAfter === null ? {} : { 'retry-after': retryAfter }
  const headers = { ...headersOf(), ...retry, 'cache-control': 'no-store' }
  return context.body(page(title, body, { lang }), shown as ContentfulStatusCode, headers)
}
