import type { Page, PageRequest } from '@joinery/store'
import type { Call } from './operation.ts'

interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

type ListCall = Call<unknown, PageQuery, unknown>

/** The page that a request asks for. Throws a Problem when its cursor belongs to another list. */
export function pageRequest(call: ListCall): PageRequest {
  const { limit, cursor } = call.query
  return cursor === undefined ? { limit } : { limit, after: call.service.cursors.read(cursor, listOf(call)) }
}

/** A page as it is sent: each entry made fit to be seen, and a cursor for the next page. */
export function pageReply<Item, Seen>(call: ListCall, page: Page<Item>, view: (item: Item) => Seen) {
  const next = page.next === undefined ? null : call.service.cursors.write(page.next, listOf(call))
  return { items: page.items.map(view), next }
}

/** Names the list, so that its cursors fit no other: whose it is, where, and with which filters. */
function listOf({ principal, url }: ListCall): string {
  const { pathname, searchParams } = new URL(url)
  for (const name of ['limit', 'cursor']) searchParams.delete(name)
  searchParams.sort()
  return `${'tenant' in principal ? principal.tenant.id : principal.id} ${pathname}?${searchParams.toString()}`
}
