import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../dist/bundle')
const files = readdirSync(folder).filter((name) => name.endsWith('.js'))

function weightOf(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0)
}

/** A file and what it cannot do without. */
function closureOf(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  const text = readFileSync(join(folder, name), 'utf8')
  for (const [, needed] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) closureOf(needed!, found)
  return found
}

// the change that moves one of these says why
describe('weights, compressed as they travel', () => {
  test('all elements with Lit and the scorer', () => {
    expect(weightOf(closureOf('joinery.js'))).toBeLessThanOrEqual(50_000)
  })

  test('everything that a first assessment fetches: the elements, the reader of rule sets, the complete result', () => {
    const lazy = files.filter((name) => /^joinery-(parse|complete)-/.test(name))
    const all = new Set(['joinery.js', ...lazy].flatMap((name) => [...closureOf(name)]))
    expect(weightOf(all)).toBeLessThanOrEqual(78_000)
  })

  test('reports are fetched only when somebody asks for one', () => {
    expect([...closureOf('joinery.js')].filter((name) => name.includes('report'))).toEqual([])
  })
})
