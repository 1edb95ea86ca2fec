import { planFileWords } from '../i18n/en-plan-file.ts'
import type { planWords } from '../i18n/en-results.ts'
import { wordsOf } from '../i18n/registry.ts'
import { planSteps } from '../results/plan-steps.ts'
import type { Shown, WithPlan } from '../results/shown.ts'
import { planCsv, planIcs } from './plan-files.ts'
import { saveFile } from './save.ts'

type Plan = Shown<keyof typeof planWords> & Pick<WithPlan, 'plan'> & { readonly name: string }

/** The plan as a spreadsheet, or as a calendar of the days that were named. */
export function savePlan(kind: 'csv' | 'ics', from: Plan): void {
  const { plan, name, result, format } = from
  const words = { ...from.words, ...wordsOf(format.language, 'results', planFileWords) }
  const { steps } = planSteps(from)
  const today = result.provenance.asOf
  const header = [words.plan, '', `${words.effort} (min)`, words.owner, words.due, words.done]
  if (kind === 'csv') saveFile(`${name}-plan.csv`, 'text/csv', planCsv(steps, plan, header))
  else saveFile(`${name}-plan.ics`, 'text/calendar', planIcs(steps, plan, { name, today }))
}
