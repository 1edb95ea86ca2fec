import { modelField, type Relationship } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { planRuleSet as ruleSet, readBaselineCase } from '../../test/baseline.ts'
import { buildPlan } from './build-plan.ts'
import type { Line } from './line.ts'
import { linesOfSections } from './lines-of.ts'
import { planHtml } from './plan-html.ts'
import { planLanguage } from './plan-languages.ts'

const lines = [...linesOfSections(ruleSet.document.plan!.sections).values()].flat()
const { de } = planLanguage

describe('a plan in German', () => {
  test.each(lines.flatMap(labelled))('has a label for %s', (path) => {
    expect(de.labels).toHaveProperty([path])
  })

  test.each([...new Set(lines.flatMap(choicesOf))])('has a word for the choice "%s"', (choice) => {
    expect(de.choices).toHaveProperty([choice])
  })

  test.each(ruleSet.document.plan!.sections.map(({ id }) => [id]))('has a heading and a prompt for %s', (id) => {
    expect(de.headings).toHaveProperty([id])
  })

  const record: Relationship = readBaselineCase('mature-alliance')
  const made = (language: 'en' | 'de') =>
    planHtml(buildPlan(record, { ruleSet, half: 'shared', form: 'full', language, asOf: '2026-11-20' }))

  test('says itself in German, with days and numbers as people write them, and leaves alone what the firms wrote', () => {
    const page = made('de')
    expect(page).toContain('<html lang="de">')
    for (const words of [
      'Unser gemeinsamer Plan',
      '20. November 2026',
      'Auf einen Blick',
      'Einverstanden, für Foxglove',
    ])
      expect(page).toContain(words)
    expect(page).toContain('We say it early')
    const itself = (text: string) => new Set(text.match(/<(?:h2|dt|h3)[^>]*>[^<]*|<p class="label">[^<]*/g))
    const english = itself(made('en'))
    expect(
      [...itself(page)].filter((words) => english.has(words) && /[a-z]{3}/i.test(words.replace(/<[^>]*>/, ''))),
    ).toEqual([])
  })

  test('words of an association come first', () => {
    const template = { shared: { title: 'Der Innungsplan' }, labels: { 'rel.stage': 'Phase' } }
    const plan = buildPlan(record, {
      ruleSet,
      half: 'shared',
      form: 'micro',
      language: 'de',
      asOf: '2026-11-20',
      template,
    })
    expect(plan.title).toBe('Der Innungsplan')
    expect(JSON.stringify(plan)).toContain('"label":"Phase"')
  })
})

function labelled(line: Line): string[] {
  const inside = line.is === 'fact' ? [] : line.details.filter(({ label }) => label !== '')
  return [line.path, ...inside.map(({ field }) => `${line.path}.${field}`)]
}

/** What a field can say, save which of the two firms it is. */
function choicesOf(line: Line): readonly string[] {
  const fields = line.is === 'fact' ? [] : [...line.called, ...line.details.map(({ field }) => field)]
  const paths = [line.path, ...fields.map((field) => `${line.path}.${field}`)]
  return paths
    .flatMap((path) => modelField(path)?.choices ?? [])
    .filter((choice) => choice !== 'us' && choice !== 'partner')
}
