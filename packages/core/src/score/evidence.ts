import { dayOf } from '../day.ts'
import { given, type Data } from '../facts/record.ts'
import type { Run } from '../facts/run.ts'

/** How strongly a grade of evidence supports what is true. */
const weights = [0.4, 0.6, 0.8, 1, 1] as const

/** Support without any evidence: somebody said so, or it stands in the record. */
export const unsupported = { declared: 0.4, recorded: 0.6 } as const

/** What the evidence of a record says about facts. */
export interface Evidence {
  /** Whether the partner confirmed one of these facts, or a part of the record that holds one. */
  readonly isConfirmed: (reads: Iterable<string>) => boolean
  /** Support from the best evidence for these facts; undefined where there is none. */
  readonly supportOf: (reads: Iterable<string>) => number | undefined
  readonly anyConfirmed: boolean
}

interface Entry {
  readonly path: string
  readonly confirmed: boolean
  /** Undefined where the entry has no grade: it says nothing about how sure something is. */
  readonly support: number | undefined
}

/** Indexes the evidence of a record. `witnessed` limits confirmations to those a service saw the partner give. */
export function readEvidence(run: Run, isWitnessed: (entry: Data) => boolean = () => true): Evidence {
  const list = given(run.record, 'evidence')
  const entries = Array.isArray(list) ? list.flatMap((entry: Data) => entryOf(entry, { run, isWitnessed })) : []
  const matching = (reads: Iterable<string>) => {
    const paths = new Set([...reads].flatMap(ancestorsAndSelf))
    return entries.filter(({ path }) => paths.has(path))
  }
  return {
    isConfirmed: (reads) =>
      entries.some(({ confirmed }) => confirmed) && matching(reads).some(({ confirmed }) => confirmed),
    supportOf: (reads) => {
      const graded =
        entries.length === 0
          ? []
          : matching(reads)
              .map(({ support }) => support)
              .filter((support) => support !== undefined)
      return graded.length === 0 ? undefined : Math.max(...graded)
    },
    anyConfirmed: entries.some(({ confirmed }) => confirmed),
  }
}

function entryOf(entry: Data, { run, isWitnessed }: { run: Run; isWitnessed: (entry: Data) => boolean }): Entry[] {
  const path = given(entry, 'factPath')
  if (typeof path !== 'string') return []
  const confirmed = given(entry, 'confirmedByPartnerAt') !== undefined || given(entry, 'providedBy') === 'partner'
  const grade = agedGrade(entry, run)
  return [
    {
      path: path.replaceAll(/\[\d*\]/g, ''),
      confirmed: confirmed && isWitnessed(entry),
      support: grade === undefined ? undefined : weights[grade],
    },
  ]
}

type Grade = 0 | 1 | 2 | 3 | 4

/** Past its validity evidence counts one grade less, past one and a half times as if it were only said. */
function agedGrade(entry: Data, { asOf }: Run): Grade | undefined {
  const stated = given(entry, 'grade')
  if (typeof stated !== 'string') return undefined
  const grade = Number(stated.slice(1)) as Grade
  const observed = dayOf(given(entry, 'observedAt'))
  const valid = given(entry, 'validForDays')
  if (observed === undefined || typeof valid !== 'number') return grade
  const age = asOf - observed
  if (age > 1.5 * valid) return 0
  return age > valid ? (Math.max(0, grade - 1) as Grade) : grade
}

function ancestorsAndSelf(fact: string): string[] {
  const words = fact.split('.')
  return words.map((_, index) => words.slice(0, index + 1).join('.'))
}
