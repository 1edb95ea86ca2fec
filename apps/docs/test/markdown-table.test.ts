import { expect, test } from 'vitest'
import { markdownTable } from '../src/markdown-table.ts'

test('a table is aligned, and a bar inside a cell does not end it', () => {
  expect(markdownTable(['Name', 'A'], [['us | partner', 'b']])).toBe(
    '| Name          | A   |\n| ------------- | --- |\n| us \\| partner | b   |\n',
  )
})
