/**
 * Canonical JSON (RFC 8785): keys in the order of their UTF-16 code units, no spaces. The same data gives the same text
 * everywhere, so the text can be hashed and signed. Fields that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const data = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(data).filter((key) => data[key] !== undefined)
  // the default order of toSorted is by UTF-16 code units, which is what the standard asks for
  return `{${keys
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(data[key])}`)
    .join(',')}}`
}
