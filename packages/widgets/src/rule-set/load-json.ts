const most = 8_000_000
const loads = new Map<string, Promise<unknown>>()

/** Whether a rule set is named by its address, and not by the id that a service knows. */
export function isAddress(rules: string): boolean {
  return /[/.]/.test(rules)
}

/** Fetches a JSON document once for all elements of a page; without cookies of other sites, and not without end. */
export function loadJson(address: string): Promise<unknown> {
  const url = new URL(address, document.baseURI).href
  const load = loads.get(url) ?? fetchJson(url)
  loads.set(url, load)
  // what failed may be tried again
  load.catch(() => loads.delete(url))
  return load
}

async function fetchJson(url: string): Promise<unknown> {
  // as <link rel="preload" as="fetch" crossorigin> asks, so that what a page has preloaded is taken
  const response = await fetch(url, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`)
  const text = await response.text()
  if (text.length > most) throw new Error(`${url}: larger than ${most} characters`)
  return JSON.parse(text)
}
