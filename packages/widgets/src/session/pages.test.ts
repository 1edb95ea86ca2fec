import { join } from 'node:path'
import { loadRuleSet } from '@joinery/kit'
import { describe, expect, test } from 'vitest'
import { factsIn } from '../rule-set/facts-in.ts'
import { pagesOf } from './pages.ts'

const rules = join(import.meta.dirname, '../../../../rules')
const { document } = loadRuleSet(join(rules, 'iso-44003')).ruleSet!

describe('the pages of the baseline', () => {
  test.each([
    { scope: 'starter', indicators: 16, questions: 17 },
    { scope: 'full', indicators: 144, questions: document.instrument!.questions.length },
  ])('$scope: the firms, twelve principles, the result; nothing is left out', ({ scope, indicators, questions }) => {
    const pages = pagesOf(document, scope)
    expect(pages.map(({ kind }) => kind)).toEqual([
      'about',
      ...Array.from({ length: 12 }, () => 'principle'),
      'results',
    ])
    const parts = pages.flatMap((page) => (page.kind === 'principle' ? page.clauses : []))
    const about = pages.flatMap((page) => (page.kind === 'about' ? page.questions : []))
    expect(parts.flatMap((part) => part.indicators)).toHaveLength(indicators)
    const asked = parts.flatMap((part) => part.questions).length
    expect(scope === 'full' ? asked + about.length : asked).toBe(questions)
  })
})

test('another framework has its own pages', () => {
  const scorecard = loadRuleSet(join(rules, 'supplier-scorecard')).ruleSet!.document
  const pages = pagesOf(scorecard, 'full')
  expect(pages.filter(({ kind }) => kind === 'principle')).toHaveLength(scorecard.reference.principles.length)
})

test('the facts of a condition are found inside lists, filters and comparisons', () => {
  const { conditions } = document.practice.indicators.find(({ id }) => id === 'p10.own/2')!
  expect([...factsIn(conditions)].toSorted()).toEqual(['risks', 'risks.ownerUs', 'risks.response', 'risks.scope'])
})
