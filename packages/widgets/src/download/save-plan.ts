import { planSteps } from '../results/plan-steps.ts'
import type { Shown, WithPlan } from '../results/shown.ts'
import { planCsv, planIcs } from './plan-files.ts'
import { saveFile } from './save.ts'

type Plan = Shown & Pick<WithPlan, 'plan'> & { readonly name: string }

/** The plan as a spreadsheet, or as a calendar of the days that were named. */
export function savePlan(kind: 'csv' | 'ics', from: Plan): void {
  const { words, plan, name, result } = from
  const { steps } = planSteps(from)
  const today = result.provenance.asOf
  const header = [words.plan, '', `${words.effort} (min)`, words.owner, words.due, words.done]
  if (kind === 'csv') saveFile(`${name}-plan.csv`, 'text/csv', planCsv(steps, plan, header))
  else saveFile(`${name}-plan.ics`, 'text/calendar', planIcs(steps, plan, { name, today }))
}
