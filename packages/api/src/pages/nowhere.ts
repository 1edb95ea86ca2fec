import type { Context } from 'hono'
import { htmlHeaders, htmlPage } from './html.ts'

/** Turns the answer "no such address" into a page where a person asks for one; the API itself always answers with a problem. */
export function asPage(answer: Response, { req }: Context): Response {
  const isForPeople =
    req.method === 'GET' && !req.path.startsWith('/v1/') && (req.header('accept') ?? '').includes('text/html')
  if (!isForPeople) return answer
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries({ ...htmlHeaders, 'cache-control': 'no-store' })) headers.set(name, value)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.delete('content-length')
  headers.append('vary', 'Accept')
  return new Response(nowherePage(), { status: answer.status, headers })
}

function nowherePage(): string {
  return htmlPage(
    'There is nothing here',
    `<h1>There is nothing here</h1>
<p>A part of the address may have got lost on the way, or what stood here is over. If somebody sent you a link, ask for it once more.</p>
<p class="links"><a href="/">To the first page</a> <a href="/docs">The service</a></p>`,
  )
}
