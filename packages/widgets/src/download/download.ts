import type { Relationship } from '@joinery/core'
import { planSteps } from '../results/plan-steps.ts'
import type { DownloadKind } from '../results/results-view.ts'
import type { Shown, WithPlan } from '../results/shown.ts'
import { planCsv, planIcs } from './plan-files.ts'
import { saveFile } from './save.ts'

export interface Downloading extends Shown, WithPlan {
  readonly relationship: Relationship
  readonly name: string
}

/** Makes a file of a result, or prints it. Reports are drawn by code that is fetched when somebody asks for one. */
export async function download(kind: DownloadKind, from: Downloading): Promise<void> {
  const { result, relationship, name, words } = from
  switch (kind) {
    case 'print':
      return window.print()
    case 'json':
      return saveFile(`${name}-result.json`, 'application/json', `${JSON.stringify(result, undefined, 2)}\n`)
    case 'plan-csv': {
      const header = [words.plan, '', `${words.effort} (min)`, words.owner, words.due, words.done]
      return saveFile(`${name}-plan.csv`, 'text/csv', planCsv(planSteps(from).steps, from.plan, header))
    }
    case 'plan-ics': {
      const today = result.provenance.asOf
      return saveFile(`${name}-plan.ics`, 'text/calendar', planIcs(planSteps(from).steps, from.plan, { name, today }))
    }
    case 'html':
    case 'csv': {
      const { makeReport } = await import('./report.ts')
      const text = makeReport(result, { format: kind, ruleSet: from.ruleSet, relationship, paths: from.paths })
      return saveFile(`${name}-report.${kind}`, `text/${kind}`, text)
    }
  }
}
