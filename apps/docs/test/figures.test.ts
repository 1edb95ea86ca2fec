import { expect, test } from 'vitest'
import { joinery, textOf } from './repository.ts'

interface Node {
  readonly id: string
  readonly score: number | null
  readonly potential: number | null
  readonly level: number | null
}

interface Figures {
  readonly headline: Omit<Node, 'id'>
  readonly principles: readonly Node[]
  readonly clauses: readonly Node[]
}

const example = ['apps/cli/examples/harbour-joinery.json', '--as-of', '2026-11-20']
const result = JSON.parse(joinery(['assess', ...example, '--format', 'json'])) as Figures
const nodes = new Map(
  [...result.principles, ...result.clauses, { id: 'headline', ...result.headline }].map((node) => [node.id, node]),
)

/** Rows of the guide such as: | `p10.own` | … | 1 | 1 | 1 |. */
const rows = Array.from(
  textOf('apps/docs/scoring.md').matchAll(/^\| `([a-z0-9.]+)` +\|.*\| ([\d.]+) +\| ([\d.]+) +\| (\d) +\|$/gm),
  ([, id, ...figures]) => ({ id: id!, figures: figures.map(Number) }),
)

test('the guide to scoring has rows with figures', () => {
  expect(rows.length).toBeGreaterThan(5)
})

test.each(rows)('the score, potential and level of $id in the guide are those of the example', ({ id, figures }) => {
  const node = nodes.get(id)
  expect(figures).toEqual([node?.score, node?.potential, node?.level])
})
