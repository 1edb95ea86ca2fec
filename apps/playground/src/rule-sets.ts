import { bundledRuleSets, bundleRuleSet, loadRuleSet } from '@joinery/kit'

const texts = new Map<string, string>()

/** A rule set that comes with Joinery, as the one JSON that is published. */
export function ruleSetText(name: string): string | undefined {
  if (!(bundledRuleSets as readonly string[]).includes(name)) return undefined
  const kept = texts.get(name)
  if (kept !== undefined) return kept
  const { ruleSet } = loadRuleSet(name, { from: [import.meta.filename] })
  if (ruleSet === undefined) return undefined
  const { text } = bundleRuleSet(ruleSet)
  texts.set(name, text)
  return text
}
