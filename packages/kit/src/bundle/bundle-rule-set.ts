import { canonicalJson, DocumentError, type RuleSet } from '@joinery/core'
import { unsignable } from './signable.ts'

/** A rule set as one text: what is published, hashed and signed. */
export interface Bundle {
  readonly id: string
  readonly version: string
  /** The hash of the rule set, which is the SHA-256 of the text: there is one identity. */
  readonly digest: string
  /** Canonical JSON (RFC 8785) of the resolved document. */
  readonly text: string
  /** The rule sets that were folded in, locked by hash, nearest first. */
  readonly layers: RuleSet['layers']
}

/**
 * Bundles a rule set. Nothing is lost: the text loads wherever a folder does and makes the same rule set, its layers and the
 * reason of every change included. Throws a DocumentError where a text or number in it has no canonical form.
 *
 * @example
 * const { text, digest } = bundleRuleSet(loadRuleSet('example-association', search).ruleSet!)
 */
export function bundleRuleSet({ id, version, hash, document, layers }: RuleSet): Bundle {
  const fault = unsignable(document)
  if (fault !== undefined) throw new DocumentError('rule set', [{ ...fault, code: 'bad-format', severity: 'error' }])
  return { id, version, digest: hash, text: canonicalJson(document), layers }
}
