import { dayOf } from '../day.ts'
import { given, type Data } from '../facts/record.ts'
import type { Run } from '../facts/run.ts'

/** How strongly a grade of evidence supports what is true. */
const weights = [0.4, 0.6, 0.8, 1, 1] as const

/** Support without any evidence: somebody said so, or it stands in the record. */
export const unsupported = { declared: 0.4, recorded: 0.6 } as const

/** What the evidence of a record says, by the part of the record that it names. */
export interface Evidence {
  /** Parts of the record that the partner confirmed. */
  readonly confirmed: ReadonlySet<string>
  /** Support from the best graded evidence. */
  readonly support: ReadonlyMap<string, number>
}

/** Reads the evidence of a record. `isWitnessed` limits confirmations to those a service saw the partner give. */
export function readEvidence(run: Run, isWitnessed?: (entry: Data) => boolean): Evidence {
  const confirmed = new Set<string>()
  const support = new Map<string, number>()
  const list = run.record['evidence'] as readonly Data[] | undefined
  for (const entry of list ?? []) {
    const factPath = given(entry, 'factPath')
    if (typeof factPath !== 'string') continue
    const path = factPath.includes('[') ? factPath.replaceAll(/\[\d*\]/g, '') : factPath
    if (isConfirmed(entry) && (isWitnessed?.(entry) ?? true)) confirmed.add(path)
    const grade = agedGrade(entry, run)
    if (grade !== undefined) support.set(path, Math.max(support.get(path) ?? 0, weights[grade]))
  }
  return { confirmed, support }
}

/** Whether the partner confirmed any of these parts of the record. */
export function confirms({ confirmed }: Evidence, paths: ReadonlySet<string>): boolean {
  for (const path of confirmed) if (paths.has(path)) return true
  return false
}

/** The best support for any of these parts of the record; undefined where there is none. */
export function supportFor({ support }: Evidence, paths: ReadonlySet<string>): number | undefined {
  let best: number | undefined
  for (const [path, found] of support) if (paths.has(path)) best = Math.max(best ?? 0, found)
  return best
}

function isConfirmed(entry: Data): boolean {
  return given(entry, 'confirmedByPartnerAt') !== undefined || given(entry, 'providedBy') === 'partner'
}

type Grade = 0 | 1 | 2 | 3 | 4

/** Past its validity evidence counts one grade less, past one and a half times as if it were only said. */
function agedGrade(entry: Data, { asOf }: Run): Grade | undefined {
  const stated = given(entry, 'grade')
  if (typeof stated !== 'string' || !/^E[0-4]$/.test(stated)) return undefined
  const grade = Number(stated.slice(1)) as Grade
  const observed = dayOf(given(entry, 'observedAt'))
  const valid = given(entry, 'validForDays')
  if (observed === undefined || typeof valid !== 'number') return grade
  const age = asOf - observed
  if (age > 1.5 * valid) return 0
  return age > valid ? (Math.max(0, grade - 1) as Grade) : grade
}
