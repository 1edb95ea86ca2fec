import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of somebody else, on an origin of its own. */
export interface HostSite {
  readonly origin: string
  /** Puts a page there; gives its address. */
  readonly put: (html: string, headers?: Readonly<Record<string, string>>) => string
  readonly close: () => Promise<void>
}

export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>()
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    put: (html, headers = {}) => {
      const path = `/${pages.size}.html`
      pages.set(path, { html, headers })
      return `${origin}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
