import { kindTable } from './generated/model-kinds.ts'

/** What a part of the relationship model holds, as far as rules care: parts, records, plain texts, or a single value. */
export type ModelKind = 'entity' | 'records' | 'texts' | 'value'

const marks: Readonly<Record<string, ModelKind>> = { '+': 'entity', '*': 'records', '-': 'texts' }

/** The kind of every entity, list and field of the relationship model, by path: what checks need to know, and no more. */
export const modelKinds: ReadonlyMap<string, ModelKind> = new Map(entriesOf(kindTable))

/** Reads `+rmp .createdAt -.actions`: a mark unless it is a value, as many dots as the field lies deep, and its name. */
function entriesOf(table: string): [string, ModelKind][] {
  const above: string[] = []
  return table.split(' ').map((word) => {
    const name = word.replace(/^[-+*]?\.*/, '')
    const kind = marks[word[0]!] ?? 'value'
    above.length = word.length - name.length - (kind === 'value' ? 0 : 1)
    above.push(name)
    return [above.join('.'), kind]
  })
}
