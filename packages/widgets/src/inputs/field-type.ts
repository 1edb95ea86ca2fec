import type { RuleSetData } from '../rule-set/document.ts'

export type FieldType = 'text' | 'number' | 'share' | 'date' | 'yesNo' | 'choice' | 'choices'

// the types of the fields in lists of the relationship model; the model itself would weigh as much as all inputs together
const numbers = new Set(
  `segment.criteria.score people.decisionLimit resources.amount competences.self competences.peer competences.partner
  competences.change objectives.baseline objectives.target objectives.current meetings.us meetings.partner
  processes.errorTrend issueProcess.steps.limitDays agreements.noticeDays agreements.paymentDays
  agreements.mismatchesOpen pulses.respondents pulses.reliability pulses.openness pulses.fairness pulses.capability
  ideas.decisionDays measures.frequencyDays measures.target measures.lastValue checks.sidesResponded checks.gapsFlagged
  checks.gapsWithAction checks.overallChange evidence.validForDays`.split(/\s+/),
)
const shares = new Set(['resources.usedRatio', 'checks.gapsClosedInTime'])
const yesNos = new Set(
  `people.isSER people.isLead rmp.sections.filled objectives.reviewedJointly decisions.onTime actions.overdue
  issues.withinLimit issues.repeat knowledge.critical lessons.joint risks.reviewedJointly risks.affectsPartner
  risks.responseOverdue measures.onTime`.split(/\s+/),
)
const severals = new Set(['agreements.supportClauses'])
const days = /(At|\.at|\.due)$/

/** How one field of a list is asked, by its path: `risks.raisedAt`. */
export function fieldTypeOf(
  path: string,
  { hasChoices, facts }: { hasChoices: boolean; facts: RuleSetData['facts'] },
): FieldType {
  const own = facts?.find(({ id }) => path.startsWith(`${id}.`))
  if (own !== undefined) return own.fields?.[path.slice(own.id.length + 1)] ?? 'text'
  if (severals.has(path)) return 'choices'
  if (hasChoices) return 'choice'
  if (yesNos.has(path)) return 'yesNo'
  if (numbers.has(path)) return 'number'
  if (shares.has(path)) return 'share'
  return days.test(path) ? 'date' : 'text'
}
