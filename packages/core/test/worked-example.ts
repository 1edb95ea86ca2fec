import { createAssessor } from '../src/assessor.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import type { ClauseResult, Contribution, Result } from '../src/schema/result.ts'
import { type documentOf, fourLevels, ruleSetOf, today, type Json } from './small-rule-set.ts'

/** A scale of hundredths, so that tables can say what each level is worth. */
export const hundredths = {
  scale: [0, 25, 50, 75, 84, 85, 90, 95, 99, 100].map((value) => ({
    value: `${value}`,
    share: value / 100,
    label: `${value} of 100`,
  })),
  notApplicable: { limit: 1, reasons: [{ code: 'not-in-scope', label: 'Not in scope' }] },
}

/** What an indicator is worth: hundredths, `-` where nobody knows, `n/a` where it does not apply. */
export type Worth = number | '-' | 'n/a'

/** A record that answers indicators with what they are worth; with the word of the partner, unless it is left out. */
export function worth(values: Readonly<Record<string, Worth>>, isConfirmed = true): Relationship {
  return {
    answers: Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== '-')
        .map(([id, value]) => [
          id,
          value === 'n/a' ? { value: 'notApplicable', reason: 'not-in-scope' } : { value: `${value}` },
        ]),
    ),
    ...(isConfirmed ? { evidence: [{ factPath: 'answers', confirmedByPartnerAt: '2026-11-01' }] } : {}),
  }
}

/** A record that gives each level of one clause its worth. */
export function levelsOf(clause: string, worths: readonly Worth[]): Record<string, Worth> {
  return Object.fromEntries(worths.map((value, index) => [`${clause}/${index + 1}`, value]))
}

/** Assesses a record by a small rule set on the scale of hundredths. */
export function assessBy(indicators: Parameters<typeof documentOf>[0], record: Relationship, more: Json = {}): Result {
  return createAssessor(ruleSetOf(indicators, { answers: hundredths, ...more })).assess(record, { asOf: today })
}

/** The clause of four levels, assessed. */
export function assessLevels(worths: readonly Worth[], more: Json & { isConfirmed?: boolean } = {}): ClauseResult {
  const { isConfirmed = true, ...rest } = more
  return assessBy(fourLevels, worth(levelsOf('care', worths), isConfirmed), rest).clauses[0]!
}

export const figuresOf = ({ score, potential, level }: Pick<ClauseResult, 'score' | 'potential' | 'level'>) => [
  score,
  potential,
  level,
]

/** Contributions as an object, for tables. */
export const pointsOf = (contributions: readonly Contribution[]) =>
  Object.fromEntries(contributions.map(({ of, points }) => [of, points]))
