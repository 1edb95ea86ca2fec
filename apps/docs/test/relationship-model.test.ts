import { expect, test } from 'vitest'
import { markdownTable } from '../src/markdown-table.ts'
import { relationshipModelPage } from '../src/relationship-model.ts'
import { textOf } from './repository.ts'

test('the page of the relationship model is what `pnpm run docs` would write', () => {
  expect(textOf('apps/docs/relationship-model.md')).toBe(relationshipModelPage())
})

test('a table is aligned, and a bar inside a cell does not end it', () => {
  expect(markdownTable(['Name', 'A'], [['us | partner', 'b']])).toBe(
    '| Name          | A   |\n| ------------- | --- |\n| us \\| partner | b   |\n',
  )
})
