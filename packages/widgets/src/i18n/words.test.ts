import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../questionnaire.ts'

const src = join(import.meta.dirname, '..')
const pages = join(src, '../../../apps/server/src/pages')
const reasons = join(src, '../../report/src/words/shared')
const spoken = [src, pages, reasons]
  .flatMap((folder) => globSync('**/*.ts', { cwd: folder }).map((name) => join(folder, name)))
  .filter((path) => !/\.test\.ts$|\/(i18n|shared)\/(en|de|ar)\b|\/sectors\/words\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const words = Object.entries(en).flatMap(([part, all]) => Object.keys(all as object).map((word) => ({ part, word })))

// a word that nobody says weighs in every language
test('somebody says each word', () => {
  const isSaid = (word: string) =>
    new RegExp(`(?:[wW]ords(?:\\w*|\\(.*\\)|Of\\(.*\\))|common)\\.${word}\\b|'${word}'|\\{ ${word} \\} =`).test(spoken)
  expect(words.filter(({ word }) => !isSaid(word))).toEqual([])
})
