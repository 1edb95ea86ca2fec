import { calendarOf } from '@joinery/report/calendar'
import type { PlanStep } from '../results/plan-steps.ts'
import type { SavedAssessment } from '../session/answer-store.ts'

type Plan = SavedAssessment['plan']

/** The plan as a spreadsheet; no cell can be taken for a formula. */
export function planCsv(steps: readonly PlanStep[], plan: Plan, header: readonly string[]): string {
  const rows = steps.map((step) => {
    const { owner = '', due = '', done = false } = entryOf(plan, step)
    return [step.text, step.where, String(step.effort), owner, due, done ? 'x' : '']
  })
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** The steps that have a day and are not done, for a calendar (RFC 5545). */
export function planIcs(
  steps: readonly PlanStep[],
  plan: Plan,
  { name, today }: { name: string; today: string },
): string {
  const days = steps.flatMap((step) => {
    const { owner, due, done } = entryOf(plan, step)
    if (due === undefined || !/^\d{4}-\d\d-\d\d$/.test(due) || done === true) return []
    const summary = owner ? `${owner}: ${step.text}` : step.text
    return [{ key: `${name}-${step.key}`, on: due, summary, description: step.where }]
  })
  return calendarOf(days, { today })
}

function entryOf(plan: Plan, { key }: PlanStep): Plan[string] {
  return Object.hasOwn(plan, key) ? plan[key]! : {}
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
