import { describe, expect, test } from 'vitest'
import type { CompetenceItem, Question } from '../src/schema/rule-set-instrument.ts'
import { fixture } from './fixtures.ts'
import { isoRuleSet } from './iso-rule-set.ts'

const ruleSet = isoRuleSet()
const { document } = ruleSet

/** How many practical clauses each principle of the standard has: 5.1.3.1 to 5.12.3.3. */
const outline: Readonly<Record<string, number>> = {
  '5.1': 3,
  '5.2': 2,
  '5.3': 7,
  '5.4': 3,
  '5.5': 6,
  '5.6': 2,
  '5.7': 1,
  '5.8': 2,
  '5.9': 2,
  '5.10': 4,
  '5.11': 1,
  '5.12': 3,
}
const clauses = Object.entries(outline).flatMap(([principle, count]) =>
  Array.from({ length: count }, (_, index) => `${principle}.3.${index + 1}`),
)

/** Level-1 and level-2 indicators that the ten-minute start asks about. */
const starter = `
  5.1.3.1/1 5.1.3.1/2 5.2.3.2/1 5.3.3.6/1 5.4.3.1/1 5.4.3.1/2 5.5.3.4/1 5.5.3.4/2
  5.6.3.2/1 5.7.3.1/1 5.8.3.1/1 5.9.3.2/1 5.9.3.2/2 5.10.3.3/1 5.11.3.1/1 5.12.3.1/1
`
  .trim()
  .split(/\s+/)

describe('the baseline covers the standard', () => {
  test('all 12 principles, in their order', () => {
    expect(ruleSet.principles.map((principle) => principle.document.citation)).toEqual(Object.keys(outline))
  })

  test('36 of 36 clauses, each under its principle', () => {
    const cited = ruleSet.principles.flatMap((principle) => principle.clauses.map((clause) => clause.document.citation))
    expect(clauses).toHaveLength(36)
    expect(cited).toEqual(clauses)
  })

  test('144 of 144 indicators: levels 1 to 4 of each clause', () => {
    const expected = clauses.flatMap((clause) => [1, 2, 3, 4].map((level) => `${clause}/${level}`))
    expect(expected).toHaveLength(144)
    expect(ruleSet.indicators.map(({ citation }) => citation)).toEqual(expected)
  })

  test('14 sections of the plan (annex A) and 14 competences (annex B), each with a lens', () => {
    const { plan, competences, lenses } = document as unknown as {
      plan: { sections: { number: number }[] }
      competences: { items: CompetenceItem[] }
      lenses: { id: string; elements: unknown[] }[]
    }
    const numbers = Array.from({ length: 14 }, (_, index) => index + 1)
    expect(plan.sections.map(({ number }) => number)).toEqual(numbers)
    expect(competences.items.map(({ number }) => number)).toEqual(numbers)
    expect(lenses.map(({ id, elements }) => [id, elements.length])).toEqual([
      ['annex-a', 14],
      ['annex-b', 14],
    ])
  })

  test('a start of 17 questions and 16 indicators', () => {
    const scope = document.scopes!.find(({ id }) => id === 'starter')!
    const citations = new Map(ruleSet.indicators.map(({ id, citation }) => [id, citation]))
    expect(scope.indicators!.map((id) => citations.get(id))).toEqual(starter)
    expect(starter).toHaveLength(16)
    expect(new Set(scope.questions).size).toBe(17)
  })

  test('every question of the start feeds an indicator of the start', () => {
    const scope = document.scopes!.find(({ id }) => id === 'starter')!
    const questions = new Map(document.instrument!.questions.map((question) => [question.id, question]))
    const asked = scope.questions!.map((id) => (questions.get(id) as Question).fact)
    const read = new Set(
      ruleSet.indicators
        .filter(({ id }) => scope.indicators!.includes(id))
        .flatMap((indicator) => readsOf(indicator.id)),
    )
    expect(asked.filter((fact) => !read.has(fact))).toEqual([])
  })
})

/** What an indicator reads, without the parts above each fact. */
function readsOf(id: string): string[] {
  const { supportedBy } = ruleSet.indicators.find((indicator) => indicator.id === id)!
  return [...new Set(supportedBy.flatMap((facts) => [...facts]))]
}

describe('each indicator reads the facts that its clause was given', () => {
  const table = JSON.parse(fixture('clause-facts.json')) as Record<string, Record<string, string[]>>
  const withParents = (facts: readonly string[]) =>
    new Set(facts.flatMap((fact) => fact.split('.').map((_word, index, words) => words.slice(0, index + 1).join('.'))))

  test.each(ruleSet.indicators.map(({ id, citation }) => ({ id, citation })))('$citation', ({ id, citation }) => {
    const [clause, level] = citation.split('/')
    expect(readsOf(id).toSorted()).toEqual([...withParents(table[clause!]![level!]!)].toSorted())
  })
})
