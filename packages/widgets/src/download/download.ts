import type { Relationship } from '@joinery/core'
import type { planToolWords } from '../i18n/en-plan-tools.ts'
import { planSteps } from '../results/plan-steps.ts'
import type { DownloadKind } from '../results/results-view.ts'
import type { Shown, WithPlan } from '../results/shown.ts'
import { savePlan } from './save-plan.ts'
import { saveFile } from './save.ts'

export interface Downloading extends Shown<keyof typeof planToolWords>, WithPlan {
  readonly relationship: Relationship
  readonly name: string
}

/** Makes a file of a result, or prints it. Reports are drawn by code that is fetched when somebody asks for one. */
export async function download(kind: DownloadKind, from: Downloading): Promise<void> {
  const { result, relationship, name } = from
  switch (kind) {
    case 'print':
      return window.print()
    case 'json':
      return saveFile(`${name}-result.json`, 'application/json', `${JSON.stringify(result, undefined, 2)}\n`)
    case 'plan-csv':
      return savePlan('csv', planOf(from))
    case 'plan-ics':
      return savePlan('ics', planOf(from))
    case 'html':
    case 'csv': {
      const { makeReport } = await import('./report.ts')
      const { ruleSet, paths, format } = from
      const { language } = format
      const text = makeReport(result, { format: kind, ruleSet, relationship, paths, language })
      return saveFile(`${name}-report.${kind}`, `text/${kind}`, text)
    }
  }
}

function planOf(from: Downloading) {
  return { ...from, steps: planSteps(from).steps, today: from.result.provenance.asOf }
}
