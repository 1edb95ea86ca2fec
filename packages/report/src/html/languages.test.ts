import { createAssessor, type Relationship } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { asOf, readBaselineCase, spokenRuleSet as ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'
import { english } from '../words/en.ts'
import { reportWords } from '../words/report-words.ts'

const assessor = createAssessor(ruleSet)
const cases = ['first-customer', 'empty-record', 'trust-gap', 'paper-tiger', 'one-big-customer', 'starter-complete']

function page(relationship: Relationship, language: string | undefined, scope = 'full'): string {
  const result = assessor.assess(relationship, { asOf, scope })
  const paths = assessor.paths(relationship, { asOf, scope })
  return renderReport(result, { format: 'html', ruleSet, relationship, paths, language })
}

/** What stands in a page in its own language: without what is marked as another, and without markup. */
function ownWords(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<(span|bdi|tspan)( lang="en"[^>]*| dir="ltr")?>([^<]*)<\/\1>/g, (_all, _name, mark, text) =>
      mark ? '' : text,
    )
    .replaceAll(/<[^>]+>/g, '\n')
}

/** Every sentence that a report says by itself and that is no function. */
function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : []
}

describe.each(['de', 'ar'])('a page in %s', (language) => {
  const own = new Set(sentencesIn(reportWords(language)))
  const foreign = sentencesIn(english).filter((text) => text.length > 4 && !own.has(text))

  test.each(cases.flatMap((name) => ['full', 'starter'].map((scope) => ({ name, scope }))))(
    '$name, $scope: nothing of ours is English',
    ({ name, scope }) => {
      const lines = new Set(ownWords(page(readBaselineCase(name), language, scope)).split('\n'))
      expect(foreign.filter((text) => lines.has(text))).toEqual([])
    },
  )

  test('says its language, and where its lines begin', () => {
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    expect(page({}, language)).toContain(`<html lang="${language}" dir="${direction}">`)
  })
})

test('in Arabic, statements of a rule set without Arabic are marked as English', () => {
  const html = page({ answers: { 'p01.plan/1': { value: 'no' } } }, 'ar')
  expect(html).toContain('<span lang="en" dir="ltr">There is no plan with a date for this partner yet.</span>')
})

test('in German, rule set and report speak one language', () => {
  const html = page({ answers: { 'p01.plan/1': { value: 'no' } } }, 'de-AT')
  expect(html).toContain('Beantwortet mit: Nein. Für diesen Partner gibt es noch keinen Plan mit Datum.')
  expect(html).toContain('23. November 2026')
  expect(html).toMatch(/\d,\d – \d,\d/)
  expect(html).toContain(' Nicht begonnen</tspan>')
})

test.each([[undefined], ['xx'], ['en']])('with language %s it is English', (language) => {
  expect(page({}, language)).toContain('<html lang="en" dir="ltr">')
  expect(page({}, language)).toContain('Where you stand')
})
