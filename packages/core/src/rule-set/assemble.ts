import type { OwnFact } from '../schema/rule-set.ts'
import type { AddedOperators } from '../operators/operator.ts'
import { methods } from './methods.ts'
import type { Resolution } from './resolution.ts'
import type { Clause, Indicator, Principle, ResolvedDocument, RuleSet } from './rule-set.ts'
import { readsOf, type Tree } from './tree.ts'

/** The conditions of a document, parsed. */
export interface Trees {
  readonly conditions: ReadonlyMap<string, Tree>
  readonly appliesWhen: ReadonlyMap<string, Tree>
}

/** What a fact of the relationship model is called in plain words. */
type LabelOf = (id: string) => string | undefined

/** What lies outside the document. */
export interface Around {
  readonly labelOf: LabelOf
  /** The SHA-256 of its canonical JSON. */
  readonly hashOf: (document: ResolvedDocument) => string
  readonly operators?: AddedOperators | undefined
}

/** Puts a checked document and its parsed conditions together; everything that many assessments need is worked out once. */
export function assemble(
  { document, changes, layers }: Resolution,
  trees: Trees,
  { labelOf, hashOf, operators }: Around,
): RuleSet {
  const indicators: Indicator[] = []
  let firstPart = 0
  for (const [index, indicator] of document.practice.indicators.entries()) {
    indicators.push(indicatorOf(document, trees, { indicator, index, firstPart }))
    firstPart += indicators[index]!.parts.length
  }
  const name = document.method.name as keyof typeof methods
  return {
    id: document.id,
    version: document.version,
    hash: hashOf(document),
    document,
    method: { name, parameters: { ...methods[name], ...document.method.parameters }, scale: document.scale },
    principles: document.reference.principles.map((principle) => principleOf(principle, indicators, trees)),
    indicators,
    layers,
    changes,
    answerKeys: new Map([
      ...indicators.map(({ citation, index }) => [citation, index] as const),
      ...indicators.map(({ id, index }) => [id, index] as const),
    ]),
    answerValues: new Map(
      document.answers.scale.map(({ value, share }) => [value, { is: 'share' as const, value, share }]),
    ),
    labels: labelsOf(indicators, document.facts ?? [], labelOf),
    operators,
  }
}

/** Plain words for every fact that the rules read, so that a page can explain without carrying the model. */
function labelsOf(
  indicators: readonly Indicator[],
  own: readonly OwnFact[],
  labelOf: LabelOf,
): Readonly<Record<string, string>> {
  const reads = new Set(indicators.flatMap(readsOfIndicator))
  const declared = new Map(own.map(({ id, title }) => [id, title]))
  return Object.fromEntries(
    [...reads].toSorted().flatMap((id) => {
      const label = declared.get(id) ?? labelOf(id)
      return label === undefined ? [] : [[id, label]]
    }),
  )
}

function indicatorOf(
  document: ResolvedDocument,
  trees: Trees,
  at: { indicator: ResolvedDocument['practice']['indicators'][number]; index: number; firstPart: number },
): Indicator {
  const { indicator, index, firstPart } = at
  const clause = document.reference.principles
    .flatMap(({ clauses }) => clauses)
    .find(({ id }) => id === indicator.clause)
  const tree = trees.conditions.get(indicator.id)
  return {
    document: indicator,
    id: indicator.id,
    citation:
      clause?.citation === undefined || indicator.level === undefined
        ? indicator.id
        : `${clause.citation}/${indicator.level}`,
    index,
    clause: indicator.clause,
    level: indicator.level,
    weight: indicator.weight ?? 1,
    critical: indicator.critical ?? false,
    mayNotApply: (indicator.notApplicable ?? true) && !indicator.critical,
    parts: partsOf(tree),
    firstPart,
    supportedBy:
      tree === undefined
        ? [withAncestors([`answers.${indicator.id}`])]
        : partsOf(tree).map((part) => withAncestors(readsOf(part))),
  }
}

function partsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return []
  return tree.is === 'all' ? tree.of : [tree]
}

function principleOf(
  principle: ResolvedDocument['reference']['principles'][number],
  indicators: readonly Indicator[],
  trees: Trees,
): Principle {
  const clauses = principle.clauses.map((clause): Clause => {
    const own = indicators.filter((indicator) => indicator.clause === clause.id)
    const reads = own.flatMap(readsOfIndicator)
    return {
      document: clause,
      id: clause.id,
      principle: principle.id,
      weight: clause.weight ?? 1,
      indicators: own,
      appliesWhen: trees.appliesWhen.get(clause.id),
      reads: new Set(reads),
      confirmedBy: withAncestors(reads),
    }
  })
  return { document: principle, id: principle.id, weight: principle.weight ?? 1, clauses }
}

/** An indicator that is only answered reads its own answer: that is what a partner can confirm. */
function readsOfIndicator(indicator: Indicator): readonly string[] {
  if (indicator.parts.length === 0) return [`answers.${indicator.id}`]
  return indicator.parts.flatMap((part) => [...readsOf(part)])
}

/** Facts with everything above them: `rmp.owner` and `rmp`. */
function withAncestors(facts: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const fact of facts) {
    const words = fact.split('.')
    words.forEach((_word, index) => all.add(words.slice(0, index + 1).join('.')))
  }
  return all
}
