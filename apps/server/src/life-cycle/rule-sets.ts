import type { RuleSet } from '@joinery/core'
import { loadRuleSet } from '@joinery/kit/serve'
import { ServerProblem } from '../problem.ts'

/** The baseline, and the rule sets at these places. Throws a ServerProblem that names every fault of all of them. */
export function loadRuleSets(places: readonly string[]): readonly RuleSet[] {
  const loaded = ['iso-44003', ...places].map((place) => loadRuleSet(place, { from: [import.meta.filename] }))
  const faults = loaded.flatMap((one) => one.faults.map((fault) => ({ place: one.place, ...fault })))
  if (faults.length > 0) {
    const lines = faults
      .slice(0, mostLines)
      .map(({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    throw new ServerProblem(
      `JOINERY_RULE_SETS: these rule sets have faults; joinery check says more\n${lines.join('\n')}`,
    )
  }
  const ruleSets = loaded.map(({ ruleSet }) => ruleSet!)
  const twice = ruleSets.find(({ id }, index) => ruleSets.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined)
    throw new ServerProblem(`JOINERY_RULE_SETS: the rule set "${twice.id}" is there twice; leave one of them out`)
  return ruleSets
}

const mostLines = 20
