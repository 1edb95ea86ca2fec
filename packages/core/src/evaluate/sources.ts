import { derivedFacts } from '../facts/derived-facts.ts'
import { derivedFields } from '../facts/derived-fields.ts'
import type { Reading, Tree } from '../rule-set/tree.ts'

/**
 * The parts of the record that a reading comes from: while these stay the same, so does its value. Undefined where that
 * cannot be told, or where reading anew costs less than asking.
 */
export function sourcesOf(reading: Reading): readonly string[] | undefined {
  const sources = new Set<string>()
  return collectReading(reading, sources) ? [...sources] : undefined
}

/** Gathers the sources; false where they cannot be told. */
function collectReading(reading: Reading, sources: Set<string>): boolean {
  switch (reading.is) {
    case 'fact':
      return isPlain(reading.path) && collectFact(reading.id, sources)
    case 'recorded':
      return collectFact(reading.of, sources)
    case 'field':
      return !Object.hasOwn(derivedFields, `${reading.list}.${reading.name}`)
    case 'fieldCount':
      return true
    case 'list':
      return (
        reading.fact !== 'newest' &&
        collectFact(reading.of, sources) &&
        collectTree(reading.where, sources) &&
        collectTree(reading.that, sources)
      )
  }
}

/** At most one name: longer paths may give a new list at every reading. */
function isPlain(path: readonly unknown[] | undefined): boolean {
  return path === undefined || (path.length === 1 && path[0] !== '*')
}

function collectFact(id: string, sources: Set<string>): boolean {
  if (id.startsWith('profile.') || Object.hasOwn(derivedFacts, id)) return false
  sources.add(id.split('.')[0]!)
  return true
}

function collectTree(tree: Tree | undefined, sources: Set<string>): boolean {
  if (tree === undefined) return true
  if (tree.is === 'not') return collectTree(tree.of, sources)
  if (tree.is !== 'test') return tree.of.every((branch) => collectTree(branch, sources))
  return collectReading(tree.left, sources) && (tree.right.is === 'literal' || collectReading(tree.right, sources))
}
