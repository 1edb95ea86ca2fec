/** Keys of firms, as the service writes them. */
const pattern = /^sk_(?:live|test)_[0-9A-Za-z]{71}$/
const name = 'joinery.desk.key'

/** Whether a text has the form of a key; what it may do, the service tells. */
export function isKey(text: string): boolean {
  return pattern.test(text)
}

/**
 * Takes the key of a sign-in link (`/desk#sk_live_…`) out of the address, so that it stands neither in the history nor on the
 * screen. What follows `#` is never sent to a server.
 */
export function keyFromAddress(): string | undefined {
  const text = location.hash.slice(1)
  if (!isKey(text)) return undefined
  history.replaceState(null, '', location.pathname)
  return text
}

/** The key of this tab; gone when the tab is closed. */
export const keptKey = {
  get: (): string | undefined => sessionStorage.getItem(name) ?? undefined,
  set: (key: string): void => sessionStorage.setItem(name, key),
  drop: (): void => sessionStorage.removeItem(name),
}
