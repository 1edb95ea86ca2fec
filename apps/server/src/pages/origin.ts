import type { Context } from 'hono'

/** As the visitor's browser names it. Behind a proxy only the host is passed on, and a site of others has https. */
export function originOf({ req }: Context): string {
  const host = req.header('host') ?? ''
  const { host: own } = new URL(req.url)
  const name = /^[\w.:[\]-]{1,255}$/.test(host) ? host : own
  return `${/^(localhost|127\.|\[::1\])/.test(name) ? 'http' : 'https'}://${name}`
}
