import { derivedFrom, profileFrom } from '../facts/derived-from.ts'
import type { Reading, Tree } from '../rule-set/tree.ts'

/** The parts of the record that a reading comes from: while these stay the same, so does its value. */
export function sourcesOf(reading: Reading): ReadonlySet<string> {
  const sources = new Set<string>()
  collectReading(reading, sources)
  return sources
}

/**
 * How much news of its parts a value outlasts: 1 as long as none has changed; 0 where reading gives a new list every time, or
 * notes that a list is whole, so that it only holds while nothing is there; -1 where even then there is something to note.
 */
export function lastsFor(reading: Reading): -1 | 0 | 1 {
  if (reading.is === 'list') return reading.fact === 'newest' ? 0 : 1
  if (reading.is !== 'fact' || reading.path === undefined || isName(reading.path)) return 1
  // the profile says something of a record that says nothing
  return reading.id.startsWith('profile.') ? -1 : 0
}

function isName(path: readonly unknown[]): boolean {
  return path.length === 1 && path[0] !== '*'
}

function collectReading(reading: Reading, sources: Set<string>): void {
  switch (reading.is) {
    case 'fact':
      return collectFact(reading.id, sources)
    case 'recorded':
      return collectFact(reading.of, sources)
    case 'field':
    case 'fieldCount':
      return collectFact(`${reading.list}.${reading.name}`, sources)
    case 'list':
      collectFact(reading.field === undefined ? reading.of : `${reading.of}.${reading.field}`, sources)
      collectTree(reading.where, sources)
      collectTree(reading.that, sources)
  }
}

function collectFact(id: string, sources: Set<string>): void {
  const part = id.split('.')[0]!
  for (const source of part === 'profile' ? profileFrom : [part, ...(derivedFrom[id] ?? [])]) sources.add(source)
}

function collectTree(tree: Tree | undefined, sources: Set<string>): void {
  if (tree === undefined) return
  if (tree.is === 'not') return collectTree(tree.of, sources)
  if (tree.is !== 'test') return tree.of.forEach((branch) => collectTree(branch, sources))
  collectReading(tree.left, sources)
  if (tree.right.is !== 'literal') collectReading(tree.right, sources)
}
