import type { Asked } from '../session/asked.ts'
import { createLine } from './line.ts'

/** The token of an assessment, and how another one takes its place. */
export interface TokenInUse {
  readonly asked: Pick<Asked, 'api' | 'renew'>
  /** Whether anybody still needs it. */
  readonly isShown: () => boolean
  readonly token: () => string
  readonly take: (token: string) => void
}

interface Renewal {
  /** Gets another token than the one that was refused; false where there is none to be had. */
  readonly renew: (refused: string) => Promise<boolean>
}

const renewals = new WeakMap<TokenInUse, Renewal>()

/** The one renewal of a token; it begins to watch over it when it is first asked for. */
export function renewalOf(use: TokenInUse): Renewal {
  const renewal = renewals.get(use) ?? createRenewal(use)
  renewals.set(use, renewal)
  return renewal
}

/** Not more often than this, and the longest time that a browser waits for. */
const leastMs = 10_000
const mostMs = 2 ** 31 - 1

/** Gets a new token when two thirds of the time of the one in use are over, and when one was refused. */
function createRenewal({ asked, isShown, token, take }: TokenInUse): Renewal {
  let underWay: Promise<boolean> | undefined
  const ask = async (): Promise<boolean> => {
    const before = token()
    const next = await nextToken(asked.renew(), asked.api, token).catch(() => '')
    // the page may have set one itself meanwhile
    if (token() === before && next !== '') take(next)
    watch()
    return token() !== before
  }
  const once = () => (underWay ??= ask().finally(() => (underWay = undefined)))
  let watched = ''
  const watch = () => {
    const { iat = 0, exp = 0 } = claimsOf(token())
    const left = exp * 1_000 - Date.now()
    if (left <= 0) return
    // one that could not be had, as without the network, is asked for again ever sooner
    const wait = token() === watched ? Math.max(left / 3, leastMs) : left - ((exp - iat) * 1_000) / 3
    watched = token()
    // an element that was taken off the page may be put back before its token ends
    setTimeout(() => (isShown() ? once() : watch()), Math.min(Math.max(wait, 0), mostMs))
  }
  watch()
  return { renew: async (refused) => token() !== refused || once() }
}

async function nextToken(renew: ReturnType<Asked['renew']>, api: string, token: () => string): Promise<string> {
  if (typeof renew === 'function') return renew()
  const { body } =
    renew === undefined
      ? await createLine(api, token)('POST', '/v1/embed-sessions/renewal')
      : { body: (await (await fetch(renew, { method: 'POST', credentials: 'same-origin' })).json()) as unknown }
  const { token: next } = Object(body) as { token?: unknown }
  return typeof next === 'string' ? next : ''
}

/** What a token says of itself: whom it is for, from when and until when, in seconds. */
function claimsOf(token: string): { readonly iat?: number; readonly exp?: number } {
  try {
    return JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as object
  } catch {
    return {}
  }
}
