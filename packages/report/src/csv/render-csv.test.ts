import { expect, test } from 'vitest'
import { assess, readCase, ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'

const firstCustomer = readCase('first-customer')
const csv = (relationship = firstCustomer, header = true) =>
  renderReport(assess(relationship), { ruleSet, relationship, format: 'csv', header })

/** Reads CSV the way RFC 4180 writes it. */
function read(text: string): string[][] {
  const rows = text.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? []
  expect(rows.join('')).toBe(text)
  return rows.map((row) =>
    [...`${row.slice(0, -2)},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    ),
  )
}

test('one line per indicator below a header, all of the same length', () => {
  const rows = read(csv())
  expect(rows).toHaveLength(1 + 144)
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
  expect(rows[0]).toEqual(expect.arrayContaining(['principle', 'clause', 'indicator', 'level', 'outcome', 'reason']))
})

test('results are joined by leaving out the header', () => {
  const joined = read(csv() + csv(readCase('long-names'), false))
  expect(joined).toHaveLength(1 + 2 * 144)
  expect(joined.filter(([first]) => first === 'our_firm')).toHaveLength(1)
})

const named = (name: string) => read(csv({ org: { name } }))[1]?.[0]

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
  'the text %j cannot become a formula',
  (name) => {
    expect(named(name)).toMatch(/^'/)
  },
)

test.each(['Hollis, Joinery', 'The "best"', 'two\nlines', 'a; b', 'شركة', "'quoted'"])(
  'the text %j comes back as it was',
  (name) => {
    expect(named(name)).toBe(name)
  },
)

test('numbers stay numbers', () => {
  const [head = [], ...rows] = read(csv())
  const value = head.indexOf('value')
  expect(rows.every((row) => /^\d(\.\d+)?$/.test(row[value] ?? ''))).toBe(true)
})

test('what does not apply has no number', () => {
  const [head = [], ...rows] = read(csv({ rel: { stage: 'running' } }))
  const row = rows.find((cells) => cells.includes('5.12.3.3'))
  expect(row?.[head.indexOf('clause_applies')]).toBe('no')
  expect(row?.[head.indexOf('clause_score')]).toBe('')
})
