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

/** The steps that have a day, for a calendar (RFC 5545). */
export function planIcs(
  steps: readonly PlanStep[],
  plan: Plan,
  { name, today }: { name: string; today: string },
): string {
  const stamp = `${today.replaceAll('-', '')}T000000Z`
  const events = steps.flatMap((step) => {
    const { owner, due, done } = entryOf(plan, step)
    if (due === undefined || !/^\d{4}-\d\d-\d\d$/.test(due) || done === true) return []
    return [
      'BEGIN:VEVENT',
      `UID:${encodeURIComponent(`${name}-${step.key}`)}@joinery`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
      `SUMMARY:${escaped(owner ? `${owner}: ${step.text}` : step.text)}`,
      `DESCRIPTION:${escaped(step.where)}`,
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Joinery//Plan//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function entryOf(plan: Plan, { key }: PlanStep): Plan[string] {
  return Object.hasOwn(plan, key) ? plan[key]! : {}
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** Lines of a calendar are at most 75 bytes; a character is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let width = 0
  for (const character of line) {
    const bytes = encoder.encode(character).length
    if (width + bytes > 75) {
      out += '\r\n '
      width = 1
    }
    out += character
    width += bytes
  }
  return out
}
