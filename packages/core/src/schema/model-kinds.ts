import { kindTable } from './generated/model-kinds.ts'

/** What a part of the relationship model holds, as far as rules care: records, plain texts, or a value or part of its own. */
export type ModelKind = 'records' | 'texts' | 'single'

/** What stands after a name: how deep it lies, and what it holds. */
const marks: Readonly<Record<string, readonly [depth: number, kind: ModelKind]>> = {
  ':': [0, 'single'],
  '{': [0, 'records'],
  ' ': [1, 'single'],
  '=': [1, 'texts'],
  ']': [1, 'records'],
  '.': [2, 'single'],
}

/** The kind of every entity, list and field of the relationship model, by path: what checks need to know, and no more. */
export const modelKinds: ReadonlyMap<string, ModelKind> = new Map(entriesOf(kindTable))

/** Reads `rmp:owner changes]at.source.`: names with a mark after each. */
function entriesOf(table: string): [string, ModelKind][] {
  const above: string[] = []
  return Array.from(table.matchAll(/(\w+)(.)/g), ([, name, mark]) => {
    const [depth, kind] = marks[mark!]!
    above.length = depth
    above.push(name!)
    return [above.join('.'), kind]
  })
}
