import { parseRuleSet, perceptionGaps, type Path, type Relationship, type Result } from '@joinery/core'
import { renderReport } from '@joinery/report'

/** The whole report, as the command writes it. Fetched only when somebody asks for one: it weighs as much as all elements. */
export function makeReport(
  result: Result,
  from: {
    format: 'html' | 'csv'
    ruleSet: unknown
    relationship: Relationship
    paths: readonly Path[]
    language: string
  },
): string {
  const bothViews = { pulse: perceptionGaps(from.relationship) }
  return renderReport(result, { ...from, bothViews, ruleSet: parseRuleSet(from.ruleSet) })
}
