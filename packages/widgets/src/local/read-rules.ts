import type { RuleSet } from '@joinery/core'
import { loadCompleter, loadModel, loadParser } from './core.ts'

/** Reads a rule set that a page was given; throws a DocumentError that names every fault. */
export async function readRules(document: unknown): Promise<RuleSet> {
  const [{ parsePublishedRuleSet }, { canonicalJson, modelField }] = await Promise.all([loadParser(), loadModel()])
  const hash = await digestOf(canonicalText(document, canonicalJson))
  return parsePublishedRuleSet(document, { hash, labelOf: (id) => modelField(id)?.about })
}

/** The address of a schema is not part of what is hashed. */
function canonicalText(document: unknown, canonicalJson: (value: unknown) => string): string {
  const { $schema: _schema, ...hashed } = Object(document) as Record<string, unknown>
  try {
    return canonicalJson(hashed)
  } catch {
    // deeper than a program can follow: the parser refuses it, and says where
    return ''
  }
}

/** By the browser itself; where the page came over a line that is not secure, it may not, and the own code does it. */
async function digestOf(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return (await loadCompleter()).sha256Hex(text)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
