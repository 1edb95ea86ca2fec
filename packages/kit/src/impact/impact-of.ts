import { indicatorPoints, type AssessOptions, type Relationship, type RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import { scoringOf, type CaseAssessor } from '../cases/scoring.ts'
import { diffRuleSets } from '../diff/diff-rule-sets.ts'
import { createMigrator } from '../migrate/migrate-relationship.ts'
import { createCauses, type Causes } from './causes.ts'
import type { ImpactInput, ImpactReader, PrincipleImpact, RelationshipImpact } from './impact.ts'
import { shiftOf } from './shift.ts'

export interface ImpactOptions extends AssessOptions {
  /** The plugins whose code each version needs, where the rule sets are those of plugins. */
  readonly plugins?: { readonly before?: Plugin; readonly after?: Plugin }
}

/**
 * Compares relationships under two versions of a rule set; compile once, compare many. Answers follow their indicators first,
 * as they do when the version is published. Throws a DocumentError where the day is none or a version lacks the scope.
 *
 * @example
 * const { of } = createImpact(before, after, { asOf: '2026-11-24' })
 * const { isMoved, principles } = of({ id: 'castell-rowe', relationship })
 */
export function createImpact(before: RuleSet, after: RuleSet, { plugins, ...options }: ImpactOptions): ImpactReader {
  const diff = diffRuleSets(before, after)
  const context: Context = {
    left: scoringOf(plugins?.before).assessor(before),
    right: scoringOf(plugins?.after).assessor(after),
    titles: new Map([...before.principles, ...after.principles].map(({ id, document }) => [id, document.title])),
    causes: createCauses(before, after, diff.changes),
  }
  context.left.score({}, options)
  context.right.score({}, options)
  const { migrate } = createMigrator(before, after)
  return {
    diff,
    of: ({ id, relationship, asOf = options.asOf }) => {
      const carried = migrate(relationship)
      const setAside = carried.answers.filter(({ outcome }) => outcome === 'set-aside').length
      const sides = { before: relationship, after: carried.relationship, options: { ...options, asOf } }
      return { id, setAside, ...movesOf(context, sides) }
    },
  }
}

/** The same over a stream, one at a time: nothing is kept, so there may be any number of them. */
export async function* impactOf(
  reader: ImpactReader,
  relationships: AsyncIterable<ImpactInput> | Iterable<ImpactInput>,
): AsyncGenerator<RelationshipImpact> {
  for await (const input of relationships) yield reader.of(input)
}

interface Context {
  readonly left: CaseAssessor
  readonly right: CaseAssessor
  readonly titles: ReadonlyMap<string, string>
  readonly causes: Causes
}

const pointsOf = (score: ReturnType<CaseAssessor['score']>) => indicatorPoints(score.scored())

interface Sides {
  readonly before: Relationship
  readonly after: Relationship
  readonly options: AssessOptions
}

function movesOf({ left, right, titles, causes }: Context, { before, after, options }: Sides) {
  const scores = { before: left.score(before, options), after: right.score(after, options) }
  const headline = shiftOf(scores.before.headline, scores.after.headline)
  const shifts = [...titles].map(([id, title]) => {
    const find = (nodes: typeof scores.before.principles) => nodes.find((node) => node.id === id)
    return Object.assign({ id, title }, shiftOf(find(scores.before.principles), find(scores.after.principles)))
  })
  const isMoved = [headline, ...shifts].some(({ direction }) => direction !== 'same')
  // most stay where they are; only the others are taken apart
  const found = isMoved ? causes({ before: pointsOf(scores.before), after: pointsOf(scores.after) }) : undefined
  const principles = shifts.map((shift): PrincipleImpact => {
    const own = shift.direction === 'same' ? undefined : found?.ofPrinciple(shift.id)
    return Object.assign(shift, { causes: own ?? [] })
  })
  const inside = principles.flatMap((principle) => principle.causes)
  const own = headline.direction === 'same' ? undefined : found?.ofHeadline(inside)
  return { isMoved, headline: { ...headline, causes: own ?? [] }, principles }
}
