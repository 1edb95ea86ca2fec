import type { planToolWords } from '../i18n/en-plan-tools.ts'
import type { ResultWords } from '../i18n/strings.ts'
import type { PlanStep } from '../results/plan-steps.ts'
import type { SavedAssessment } from '../session/answer-store.ts'
import { planCsv, planIcs } from './plan-files.ts'
import { saveFile } from './save.ts'

interface Plan {
  readonly steps: readonly PlanStep[]
  readonly plan: SavedAssessment['plan']
  readonly name: string
  readonly today: string
  readonly words: Pick<ResultWords, keyof typeof planToolWords>
}

/** The plan as a spreadsheet, or as a calendar of the days that were named. */
export function savePlan(kind: 'csv' | 'ics', { steps, plan, name, today, words }: Plan): void {
  const header = [words.plan, '', `${words.effort} (min)`, words.owner, words.due, words.done]
  if (kind === 'csv') saveFile(`${name}-plan.csv`, 'text/csv', planCsv(steps, plan, header))
  else saveFile(`${name}-plan.ics`, 'text/calendar', planIcs(steps, plan, { name, today }))
}
