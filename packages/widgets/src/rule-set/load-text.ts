const most = 10_000

/** Fetches a short text; undefined where there is none. */
export async function loadText(address: string): Promise<string | undefined> {
  const url = new URL(address, document.baseURI)
  const response = await fetch(url, { credentials: 'omit' })
  if (response.status === 404 || response.status === 410) return undefined
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`)
  const text = await response.text()
  if (text.length > most) throw new Error(`${url.href}: larger than ${most} characters`)
  return text
}
