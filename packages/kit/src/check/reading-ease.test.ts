import { describe, expect, test } from 'vitest'
import { readingEase, syllablesOf } from './reading-ease.ts'

describe('syllables', () => {
  test.each(
    Object.entries({
      1: 'we plan owns named risks made whole their through week owe bridge planned',
      2: 'partner table agreed wanted changes sentence review worries business people apart idea’s risky something',
      3: 'agreement condition signature area important employee reliable’s',
      4: 'relationship responsible competencies information',
      5: 'organisation opportunity',
    }).flatMap(([count, words]) => words.split(' ').map((word) => [word, Number(count)] as const)),
  )('%s has %i', (word, count) => {
    expect(Math.abs(syllablesOf(word) - count), `${word}: ${syllablesOf(word)}`).toBeLessThanOrEqual(
      /idea|reliable|relationship/.test(word) ? 1 : 0,
    )
  })
})

describe('reading ease', () => {
  test.each([
    ['The cat sat on the mat.', 116],
    ['Name one person who looks after the plan. Put the date on the front page.', 100],
    ['This sentence, taken as a reading passage unto itself, is being used to prove a point.', 69],
    ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 24],
    ['Institutionalise collaborative governance arrangements, facilitating organisational interoperability.', -247],
  ])('%s', (text, ease) => {
    expect(Math.abs(readingEase(text)! - ease)).toBeLessThan(20)
  })

  test('a text without words has none', () => {
    expect(readingEase(' … ')).toBeUndefined()
  })
})
