import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../../test/folders.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { checkRuleSet } from './check-rule-set.ts'

const file = join(newFolder(), 'rules.json')
const { document } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003')).ruleSet!

/** What is said of the languages, with one German text taken away. */
function saidWithout(id: string, field: string): string[] {
  const { [field]: _gone, ...rest } = document.locales!['de']![id]!
  writeFileSync(file, JSON.stringify({ ...document, locales: { de: { ...document.locales!['de'], [id]: rest } } }))
  return checkRuleSet(file).faults.flatMap(({ path, message }) => (path.startsWith('/locales') ? [message] : []))
}

test('a language that is whole for one scope is not complained about', () => {
  expect(saidWithout('p01.segment', 'title')).toEqual([])
})

test.each([
  ['an indicator', 'p01.plan/1', 'unmet'],
  ['the clause of a question', 'p09.knowhow', 'what'],
  ['a question', 'q.risks', 'help'],
  ['a field of a list', 'risks.scope', 'choice.own'],
  ['a level', 'scale', 'level.2'],
])('once a text of that scope is missing, it is: %s', (_what, id, field) => {
  expect(saidWithout(id, field)).toEqual([expect.stringContaining('texts are not in "de" yet')])
})
