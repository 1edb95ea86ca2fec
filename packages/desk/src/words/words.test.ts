import { describe, expect, test } from 'vitest'
import { ar } from './ar/index.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'

/** Every text by its path; those that take something are said with marks in the places of what they take. */
function textsOf(table: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(table)) {
    const at = `${path}/${name}`
    if (typeof value === 'string') found.set(at, value)
    else if (typeof value === 'function') found.set(at, String(value('<1>', '<2>', '<3>')))
    else for (const [inner, text] of textsOf(value as object, at)) found.set(inner, text)
  }
  return found
}

const english = textsOf(en)

/** Words that are the same in both, or names. */
const same = new Set(['Word', 'Markdown', 'Plan', 'Partner', 'plan', 'review', 'plan-private', 'ltr'])

describe.each([
  ['de', de],
  ['ar', ar],
] as const)('the desk in %s', (language, table) => {
  const texts = textsOf(table)

  test('has every text, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('says nothing in English', () => {
    const left = [...texts].filter(([path, text]) => text === english.get(path) && !same.has(text))
    expect(left).toEqual([])
  })

  test('says everything that a sentence is given', () => {
    const marks = (text: string) => [...new Set(text.match(/<\d>/g))].toSorted()
    const short = [...texts].filter(([path, text]) => `${marks(text)}` !== `${marks(english.get(path) ?? '')}`)
    expect(short.map(([path]) => path)).toEqual([])
  })

  test('writes days and numbers as the language does', () => {
    const form = new Intl.DateTimeFormat(table.locale, { month: 'long', timeZone: 'UTC' })
    expect(form.format(new Date('2026-05-04'))).toBe({ de: 'Mai', ar: 'مايو' }[language])
  })
})

test('Arabic is written from right to left, the others from left to right', () => {
  expect([en, de, ar].map(({ direction }) => direction)).toEqual(['ltr', 'ltr', 'rtl'])
})
