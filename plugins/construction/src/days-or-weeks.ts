import type { QuestionType } from '@joinery/core/plugin'

/** Contracts say "every four weeks" as often as "28 days": both are typed here, and days are kept. */
export const daysOrWeeks: QuestionType = {
  id: 'construction/days-or-weeks',
  writes: 'number',
  input: { mode: 'text', example: 'For example 28 days or 4 weeks' },
  read: (text) => {
    const [, count, unit = ''] = /^(\d{1,4})\s*(\p{L}*)$/u.exec(text.trim().toLowerCase()) ?? []
    const length = lengthOf(unit)
    if (count === undefined || length === undefined)
      return { problem: `"${text}" is no number of days or weeks; write 28 days or 4 weeks.` }
    return { value: Number(count) * length }
  },
  write: (days) => (days > 0 && days % 7 === 0 ? `${days / 7} ${days === 7 ? 'week' : 'weeks'}` : `${days} days`),
}

const units: readonly (readonly [length: number, words: readonly string[]])[] = [
  [1, ['', 'd', 'day', 'days', 'tag', 'tage', 'tagen']],
  [7, ['w', 'week', 'weeks', 'woche', 'wochen']],
]

function lengthOf(word: string): number | undefined {
  return units.find(([, words]) => words.includes(word))?.[0]
}
