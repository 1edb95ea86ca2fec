import { parseRuleSet, type Relationship } from '@joinery/core'
import { createImpact, type ImpactReader, type RelationshipImpact } from '@joinery/kit'
import { count, randomOf, type Cell, type Tally } from '../privacy/tally.ts'

export interface ImpactInput {
  /** Canonical texts of both versions. */
  readonly before: string
  readonly after: string
  readonly asOf: string
  readonly relationships: readonly { readonly id: string; readonly firm: string; readonly record: Relationship }[]
  /** What the rounding of counts hangs on. */
  readonly secret: string
}

/** What a page of relationships adds to the counts of an impact; no answer and no score leaves it. */
export interface ImpactPage {
  readonly cells: readonly (readonly [string, Cell])[]
  readonly principles: readonly { readonly id: string; readonly title: string }[]
  /** The changes that may move scores; those who moved are counted in the cell `change <index>`. */
  readonly changes: readonly ChangeWords[]
}

interface ChangeWords {
  readonly kind: string
  readonly of: string
  readonly id: string
  readonly words: string
}

/** Compares a page of relationships under two versions. */
export function impactOnPage({ before, after, asOf, relationships, secret }: ImpactInput): ImpactPage {
  const { reader, principles } = readerOf(before, after, asOf)
  const tally: Tally = new Map()
  const moving = reader.diff.changes.filter(({ bump }) => bump !== 'patch')
  const indexOf = new Map(moving.map((change, index) => [change, index]))
  for (const { id, firm, record } of relationships) {
    const counted = { firm, random: randomOf(secret, id) }
    const impact = reader.of({ id, relationship: record })
    for (const name of cellsOf(impact)) count(tally, name, counted)
    for (const change of causesOf(impact)) count(tally, `change ${indexOf.get(change)}`, counted)
  }
  const changes = moving.map(({ kind, of, id, words }) => ({ kind, of, id, words }))
  return { cells: [...tally], principles, changes }
}

function cellsOf({ headline, principles, setAside }: RelationshipImpact): string[] {
  return [
    'all',
    `headline ${headline.direction}`,
    ...principles.map(({ id, direction }) => `${id} ${direction}`),
    ...(setAside > 0 ? ['asked again'] : []),
  ]
}

function causesOf({ headline, principles }: RelationshipImpact) {
  return new Set([headline, ...principles].flatMap(({ causes }) => causes.map(({ change }) => change)))
}

interface Made {
  readonly key: string
  readonly reader: ImpactReader
  readonly principles: ImpactPage['principles']
}

/** The pages of one preview come one after another: both versions are read once. */
let made: Made | undefined

function readerOf(before: string, after: string, asOf: string): Made {
  const key = `${asOf}\n${before}\n${after}`
  if (made?.key === key) return made
  const [left, right] = [parseRuleSet(JSON.parse(before)), parseRuleSet(JSON.parse(after))]
  const titles = new Map([...left.principles, ...right.principles].map(({ id, document }) => [id, document.title]))
  const principles = [...titles].map(([id, title]) => ({ id, title }))
  made = { key, reader: createImpact(left, right, { asOf }), principles }
  return made
}
