import { describe, expect, test } from 'vitest'
import { assess, readCase, ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'
import { displayWidth } from './display-width.ts'

const firstCustomer = readCase('first-customer')
const longNames = readCase('long-names')
const table = (relationship = firstCustomer, options: { colour?: boolean; width?: number } = {}) =>
  renderReport(assess(relationship), { ruleSet, relationship, format: 'table', ...options })

test('twelve principles, each with a bar, its range and its level', () => {
  const rows = table()
    .split('\n')
    .filter((line) => /^5\.\d+ /.test(line))
  expect(rows).toHaveLength(12)
  expect(rows[0]).toMatch(/^5\.1 +Relationship management +█+▒*░* +\d\.\d( – \d\.\d)? +1 Personal +\d+ %$/)
})

describe.each([
  ['Latin names', firstCustomer],
  ['wide and very long names', longNames],
])('with %s', (_name, relationship) => {
  test.each([40, 50, 80, 120])('no line is wider than %d columns', (width) => {
    const widest = Math.max(...table(relationship, { width }).split('\n').map(displayWidth))
    expect(widest).toBeLessThanOrEqual(width)
  })
})

test('colour is only there when it is asked for, and adds no word', () => {
  const plain = table()
  const coloured = table(firstCustomer, { colour: true })
  expect(plain).not.toContain('\u001B')
  expect(coloured).toContain('\u001B[36m')
  // oxlint-disable-next-line no-control-regex
  const bare = coloured.replaceAll(/\u001B\[\d+m/g, '')
  expect(bare.split('\n').map((line) => line.trimEnd())).toEqual(plain.split('\n'))
})

test('at most five next steps', () => {
  expect(table()).toContain('\n 5. ')
  expect(table()).not.toContain('\n 6. ')
})

test('the last line says what the result can be replayed from', () => {
  expect(table()).toMatch(/iso-44003 \d+\.\d+\.\d+ #[0-9a-f]{12}/)
})
