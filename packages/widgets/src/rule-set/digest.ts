import { canonicalJson } from '@joinery/core/canonical'

/** The SHA-256 of a rule set's canonical JSON, which is its name; the address of a schema is not part of what is hashed. */
export async function digestOf(document: unknown): Promise<string> {
  const text = canonicalText(document)
  // where the page came over a line that is not secure, the browser's own may not be used
  if (globalThis.crypto?.subtle === undefined) return (await import('@joinery/core/complete')).sha256Hex(text)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Throws where a page names the one version that it takes, and this is another. */
export function checkDigest(found: string, wanted: string): void {
  if (wanted !== '' && found !== wanted)
    throw new Error(`This is not the version that the page asks for: its SHA-256 is ${found}, not ${wanted}.`)
}

function canonicalText(document: unknown): string {
  const { $schema: _schema, ...hashed } = Object(document) as Record<string, unknown>
  try {
    return canonicalJson(hashed)
  } catch {
    // deeper than a program can follow: the parser refuses it, and says where
    return ''
  }
}
