import type { Assessor } from '../assessor.ts'
import { DocumentError, type FaultCode } from '../fault.ts'
import type { AssessOptions } from '../runner.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Result } from '../schema/result.ts'
import { nodeChange, type Comparison, type Course } from './comparison.ts'
import { movedIn } from './moved.ts'

/** One of the two assessments: a record, a version of the rule set and a day. */
export interface Compared {
  readonly assessor: Pick<Assessor, 'assess' | 'ruleSet'>
  readonly relationship: Relationship
  readonly options: AssessOptions
}

/**
 * Tells apart why an assessment came out differently from an earlier one: time passed, the rules changed, you changed. The
 * assessments between the two are made one after the other – the earlier record by the earlier rules on the later day, then
 * by the later rules, then the later record – so that every step changes one thing, and the steps add up to the whole. What
 * two causes did together stands with the later one. Both must be of the same rule set, in any two versions, and in the same
 * scope.
 *
 * @example
 * compareAssessments(
 *   { assessor: may, relationship: inMay, options: { asOf: '2026-05-04' } },
 *   { assessor: now, relationship: today, options: { asOf: '2026-11-23' } },
 * ).headline.score // { change: 0.4, time: -0.2, rules: 0.1, you: 0.5 }
 */
export function compareAssessments(from: Compared, to: Compared): Comparison {
  checkComparable(from, to)
  const course = courseOf(from, to)
  const [first, later, ruled, last] = course
  const sameRules = { before: to.assessor.ruleSet, after: to.assessor.ruleSet }
  const rules = { before: from.assessor.ruleSet, after: to.assessor.ruleSet }
  return {
    from: first.provenance,
    to: last.provenance,
    differs: { time: later !== first, rules: ruled !== later, you: !isSameInput(ruled, last) },
    headline: nodeChange(course.map(({ headline }) => headline) as unknown as Course<Result['headline']>),
    principles: principleChanges(course),
    moved: [
      ...movedIn({ cause: 'time', before: first, after: later, ruleSets: { ...rules, after: rules.before } }),
      ...movedIn({ cause: 'rules', before: later, after: ruled, ruleSets: rules }),
      ...movedIn({ cause: 'you', before: ruled, after: last, ruleSets: sameRules }),
    ],
  }
}

/** The four assessments on the way. Where days or rules are the same, the next one is the same object. */
function courseOf(from: Compared, to: Compared): Course<Result> {
  const first = from.assessor.assess(from.relationship, from.options)
  const last = to.assessor.assess(to.relationship, to.options)
  const earlier = { ...from.options, asOf: to.options.asOf }
  const later =
    first.provenance.asOf === last.provenance.asOf ? first : from.assessor.assess(from.relationship, earlier)
  const ruled = first.provenance.hash === last.provenance.hash ? later : to.assessor.assess(from.relationship, earlier)
  return [first, later, ruled, last]
}

/** The same record, and the same said of who confirmed it. */
function isSameInput(ruled: Result, last: Result): boolean {
  return ruled.provenance.inputHash === last.provenance.inputHash && ruled.confirmation === last.confirmation
}

function principleChanges(course: Course<Result>): Comparison['principles'] {
  const byId = course.map(({ principles }) => new Map(principles.map((principle) => [principle.id, principle])))
  const named = new Map(course.flatMap(({ principles }) => principles).map((found) => [found.id, found]))
  return [...named.values()].map(({ id, clause, title }) => {
    const own = byId.map((principles) => principles.get(id))
    return Object.assign({ id, clause, title }, nodeChange(own as unknown as Parameters<typeof nodeChange>[0]))
  })
}

function checkComparable(from: Compared, to: Compared): void {
  const earlier = from.assessor.ruleSet.id
  const later = to.assessor.ruleSet.id
  if (earlier !== later)
    throw incomparable('/ruleSet', later, `one is of "${earlier}", the other of "${later}": compare two of the same`)
  const [scope, other] = [from.options.scope ?? 'full', to.options.scope ?? 'full']
  if (scope !== other)
    throw incomparable('/scope', other, `one has the scope "${scope}", the other "${other}": compare two of the same`)
}

function incomparable(path: string, value: string, message: string): DocumentError {
  const code: FaultCode = 'conflict'
  return new DocumentError('options', [{ code, path, value, message, severity: 'error' }])
}
