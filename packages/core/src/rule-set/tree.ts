import type { Literal } from '../schema/condition.ts'

/** A condition after parsing: references expanded, every fact resolved to a way of reading it. */
export type Tree =
  | { readonly is: 'all' | 'any'; readonly of: readonly Tree[] }
  | { readonly is: 'not'; readonly of: Tree }
  | Test

export interface Test {
  readonly is: 'test'
  readonly left: Reading
  readonly operator: string
  readonly right: Operand
}

export type Operand = { readonly is: 'literal'; readonly value: Literal } | Reading

export type ListFact = 'count' | 'share' | 'every' | 'newest'

/** How a value is read: from the record, from a list, or from one item of a list. */
export type Reading =
  | { readonly is: 'fact'; readonly id: string; readonly path?: readonly Step[] }
  | { readonly is: 'recorded'; readonly of: string }
  | {
      readonly is: 'list'
      readonly fact: ListFact
      readonly of: string
      readonly where?: Tree
      readonly that?: Tree
      readonly field?: string
    }
  | { readonly is: 'field'; readonly list: string; readonly name: string }
  | { readonly is: 'fieldCount'; readonly list: string; readonly name: string }

/** One step of a path into a structured fact; `'*'` takes every item. */
export type Step = { readonly name: string } | { readonly index: number } | '*'

/** The record facts that a tree reads: `risks`, `risks.scope`, `rmp.owner`. */
export function readsOf(tree: Tree): ReadonlySet<string> {
  const reads = new Set<string>()
  collect(tree, reads)
  return reads
}

function collect(tree: Tree, reads: Set<string>): void {
  if (tree.is === 'not') return collect(tree.of, reads)
  if (tree.is !== 'test') return tree.of.forEach((branch) => collect(branch, reads))
  collectReading(tree.left, reads)
  if (tree.right.is !== 'literal') collectReading(tree.right, reads)
}

function collectReading(reading: Reading, reads: Set<string>): void {
  switch (reading.is) {
    case 'fact':
      if (!reading.id.startsWith('profile.')) reads.add(reading.id)
      return
    case 'recorded':
      reads.add(reading.of)
      return
    case 'field':
    case 'fieldCount':
      reads.add(`${reading.list}.${reading.name}`)
      return
    case 'list':
      reads.add(reading.field === undefined ? reading.of : `${reading.of}.${reading.field}`)
      if (reading.where !== undefined) collect(reading.where, reads)
      if (reading.that !== undefined) collect(reading.that, reads)
  }
}
