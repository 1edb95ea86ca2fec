import type { Principal } from './principal.ts'

/** A web origin as browsers send it: scheme, host and port in lower case, nothing else; `null` and patterns are none. */
export const originPattern = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/

export function isOrigin(text: string): boolean {
  return text.length <= 200 && originPattern.test(text)
}

/** Whether an answer to this principal may be read by a page of the origin: the exact origin is listed, or it is not. */
export function mayRead(principal: Principal, origin: string, serviceOrigins: ReadonlySet<string>): boolean {
  switch (principal.kind) {
    case 'publishable':
    case 'embed':
      return principal.origins.includes(origin)
    case 'anonymous':
    case 'partner':
    case 'operator':
    case 'association':
    case 'firm':
      return serviceOrigins.has(origin)
  }
}

/** Whether the principal works in pages only of the sites it lists; its requests from any other page are refused. */
export function isBoundToOrigins({ kind }: Principal): boolean {
  return kind === 'publishable' || kind === 'embed'
}
