import type { Draft, Impact } from '@joinery/api/client'
import { clean } from '../output/print-faults.ts'

/** What the check of a service found, line by line. */
export function faultWords(report: Draft['report']): string {
  if (report === null) return ''
  const { faults, cases, change } = report
  const lines = [
    ...faults.map(({ severity, path, message, code }) => `${severity} ${path}: ${message} [${code}]`),
    ...cases.failures.map(({ name, path, message }) => `case "${name}" ${path}: ${message}`),
    ...(change === null || change.isBigEnough
      ? []
      : [
          `the version should rise by a ${change.bump} step: that is what changes since ${change.against?.version ?? ''}`,
        ]),
    `${cases.passed} of ${cases.total} cases passed in the service`,
  ]
  return lines.map((line) => `${clean(line)}\n`).join('')
}

const directions = {
  up: 'up',
  down: 'down',
  range: 'the upper end alone',
  same: 'stay',
  new: 'scored for the first time',
  gone: 'no longer scored',
} as const

/** Who would move, in rounded figures. */
export function impactWords({ before, after, relationships, headline, reasons }: Impact): string {
  const moves = Object.entries(directions).flatMap(([direction, words]) => {
    const count = headline[direction as keyof typeof directions]
    return count === null ? [] : [`  ${words}: ${count}`]
  })
  const lines = [
    `WHO MOVES, from ${before.version} to ${after.version}: ${relationships ?? 'too few'} relationships looked at`,
    ...moves,
    ...reasons.flatMap(({ of, id, words, relationships: moved }) =>
      moved === null ? [] : [`  by ${of} ${id}: ${words} (${moved})`],
    ),
  ]
  return lines.map((line) => `${clean(line)}\n`).join('')
}
