import { join } from 'node:path'
import { createAssessor, type Relationship, type Result } from '@joinery/core'
import { casesOf, loadRuleSet } from '@joinery/kit'
import { describe, expect, test } from 'vitest'
import { textsOf, type Said } from '@joinery/report/texts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import type { Explained } from '@joinery/report/words'

const folder = join(import.meta.dirname, '../../../../rules/iso-44003')
const { ruleSet } = loadRuleSet(folder)
const document = ruleSet!.document
const assessor = createAssessor(ruleSet!)

const records: Relationship[] = casesOf(folder, ruleSet!).map(({ relationship }) => relationship)

function explained(record: Relationship, scope: string, language: string): Explained {
  const result: Result = assessor.assess(record, { asOf: '2026-11-23', scope })
  return { result, ruleSet: document, text: textsOf(document, language) }
}

/** Every sentence about a result, each with what core says in English. */
function sentences(
  of: Explained,
  { explain }: typeof de,
): { english: string; pieces: readonly Said[]; isNotice?: true }[] {
  const { headline, principles, clauses, notices, nextSteps } = of.result
  const outcomes = clauses.flatMap((clause) => clause.outcomes)
  const held = [headline, ...principles, ...clauses].flatMap(({ heldBackBy }) => heldBackBy)
  const confirmed = nextSteps.filter((step) => step.do === 'confirm')
  return [
    ...outcomes.map((one) => ({ english: one.reason, pieces: explain.outcome(of, one) })),
    ...held.map((one) => ({ english: one.reason, pieces: explain.heldBack(of, one) })),
    ...notices.map((one) => ({ english: one.message, pieces: explain.notice(of, one), isNotice: true as const })),
    ...confirmed.map(({ clause, text }) => ({
      english: text,
      pieces: [
        explain.confirm(
          of,
          clauses.find(({ id }) => id === clause)!,
        ),
      ],
    })),
  ]
}

describe('sentences about a result', () => {
  test('are German throughout in the starter', () => {
    const all = records.flatMap((record) => sentences(explained(record, 'starter', 'de'), de))
    // what a notice is about may not be in the starter
    const english = all.filter(({ pieces, isNotice }) =>
      pieces.slice(0, isNotice ? 1 : undefined).some(({ lang }) => lang !== 'de'),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(english.map(({ english: said }) => said)).toEqual([])
  })

  test.each([
    { language: 'de', pack: de },
    { language: 'ar', pack: ar },
  ])('in $language never are empty, and mark what is in another language', ({ language, pack }) => {
    const all = records.flatMap((record) => sentences(explained(record, 'full', language), pack))
    expect(all.length).toBeGreaterThan(1_000)
    for (const { pieces } of all) {
      expect(pieces.length).toBeGreaterThan(0)
      for (const { text, lang } of pieces) {
        expect(text.trim()).not.toBe('')
        expect(['en', language]).toContain(lang)
      }
    }
  })

  test('say what core says: the answer, what is missing, what is not known, who has not confirmed', () => {
    const answers = { 'p01.plan/1': { value: 'no' }, 'p02.fit/1': { value: 'yes' } }
    const of = explained({ answers }, 'starter', 'de')
    const said = sentences(of, de).map(({ pieces }) => pieces.map(({ text }) => text).join(' '))
    expect(said).toContain('Beantwortet mit: Nein. Für diesen Partner gibt es noch keinen Plan mit Datum.')
    expect(said).toContain('Beantwortet mit: Ja.')
    expect(said).toContain('Noch nicht bekannt: „Welche Grundregeln gelten für den Umgang miteinander?“')
  })
})
