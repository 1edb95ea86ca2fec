import { expect, test } from 'vitest'
import { createAssessor } from '../../src/assessor.ts'
import {
  createSectors,
  definePlugin,
  languagesOf,
  nearestLanguage,
  sectorWords,
  type Plugin,
} from '../../src/plugin/index.ts'
import type { Relationship } from '../../src/schema/relationship.ts'
import { today } from '../small-rule-set.ts'
import { bakeryRules, batches, shop, soundBakery } from './bakery.ts'

const record: Relationship = { rmp: { owner: 'Ines' }, ext: { bakery: { batches, flour: 'Rye' } } }
const german = { 'rule-set': { title: 'Bäckereien' }, 'bakery.waste/1': { statement: 'Wenig bleibt liegen.' } }
const spoken: Plugin = definePlugin({
  ...soundBakery,
  ruleSets: [bakeryRules({ locales: { de: german } })],
  locales: { de: { 'bakery/bread': { title: 'Brot' } }, nl: { 'bakery/bread': { title: 'Brood' } } },
  reportSections: [
    {
      id: 'bakery/bread',
      title: 'Bread',
      reads: [],
      build: ({ outcomes }, { language }) => [{ is: 'text', text: `${language} ${outcomes['bakery.waste/1']}` }],
    },
  ],
})

function told(language: string) {
  const { sectors } = createSectors(shop, [spoken])
  const options = { asOf: today }
  const [said] = createAssessor(shop, { plugins: [spoken] }).assess(record, options).sectors!
  return { said: said!, words: sectorWords(sectors[0]!, said!, { language, relationship: record, options }) }
}

test('a plugin speaks the languages of its rule set and of its own locales', () => {
  expect(languagesOf(spoken)).toEqual(['de', 'nl'])
  expect(['de', 'de-CH', 'nl', 'fr', '__proto__'].map((language) => nearestLanguage(spoken, language))).toEqual([
    'de',
    'de',
    'nl',
    undefined,
    undefined,
  ])
})

test('its sections are written in the language of its rule set in the result, and anew in another beside it', () => {
  const { said, words } = told('de-CH')
  expect(said.sections).toEqual([{ id: 'bakery/bread', title: 'Bread', blocks: [{ is: 'text', text: 'en met' }] }])
  expect(words).toMatchObject({ plugin: 'bakery', language: 'de' })
  expect(words!.sections).toEqual([{ id: 'bakery/bread', title: 'Brot', blocks: [{ is: 'text', text: 'de met' }] }])
  expect(words!.text('bakery.waste/1', 'statement')).toBe('Wenig bleibt liegen.')
  expect(words!.text('rule-set', 'title')).toBe('Bäckereien')
})

test('what was not translated is left to those who show it', () => {
  const { words } = told('nl')
  expect(words!.text('bakery.waste/1', 'statement')).toBeUndefined()
  expect(words!.sections[0]!.title).toBe('Brood')
  expect(told('fr').words).toBeUndefined()
})
