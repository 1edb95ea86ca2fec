import { expect, test } from 'vitest'
import { asOf, assess, assessor, readCase, ruleSet } from '../../test/baseline.ts'
import { renderReport } from '../index.ts'
import { escapeMarkdown } from './escape.ts'

const markdown = (relationship = readCase('first-customer')) =>
  renderReport(assess(relationship), {
    ruleSet,
    relationship,
    paths: assessor.paths(relationship, { asOf }),
    format: 'markdown',
  })

test.each([
  ['a | b', String.raw`a \| b`],
  ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
  ['*one* _two_ `three`', '\\*one\\* \\_two\\_ \\`three\\`'],
  ['two\nlines', 'two lines'],
  ['# no heading', String.raw`\# no heading`],
  ['- no list', String.raw`\- no list`],
  ['1. no list', String.raw`1\. no list`],
  ['[a](https://example.com)', String.raw`\[a\]\(https&#58;//example.com\)`],
  ['&amp;', '&amp;amp;'],
  ['mail @hollis', 'mail &#64;hollis'],
])('%j is written as it reads', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test.each(['first-customer', 'long-names'])('every table of %s has rows of one length', (name) => {
  const tables = markdown(readCase(name)).match(/(?:^\|.*\|\n)+/gm) ?? []
  expect(tables.length).toBeGreaterThan(14)
  for (const table of tables) {
    const widths = table
      .trim()
      .split('\n')
      .map((row) => row.split(/(?<!\\)\|/).length)
    expect(new Set(widths).size).toBe(1)
  }
})

test('no HTML of a record gets through', () => {
  expect(markdown(readCase('long-names')).replace(/^> /gm, '')).not.toMatch(/[<>]/)
})

test('the principles are rows of a table', () => {
  expect(markdown()).toMatch(/^\| 5\.7 \| Trust and mutual benefit \| `[█▒░]{12}` \|/m)
})

test('the way to the next level lists its steps', () => {
  expect(markdown()).toMatch(/To level 1, Personal: \d+ steps?, .* of work in all\./)
})

test('lenses and every clause have their table', () => {
  const report = markdown()
  expect(report).toContain('### The plan, heading by heading')
  expect(report).toContain('| 5.12.3.3 |')
})
