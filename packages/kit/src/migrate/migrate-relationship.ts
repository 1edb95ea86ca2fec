import type { Answer, Relationship, RuleSet } from '@joinery/core'
import { isReused } from '../diff/reused.ts'
import { indicatorMap, type IndicatorMove } from './indicator-map.ts'
import { addRetired, restorable, type RetiredAnswer } from './retired-answers.ts'

/** What happened to one answer. */
export interface AnswerMove {
  /** The indicator that was answered, by its earlier id. */
  readonly indicator: string
  readonly kind: IndicatorMove['kind'] | 'unknown'
  /** Indicators that have the answer now. */
  readonly to: readonly string[]
  /** `check`: carried over, but somebody should read it again. `left`: it belongs to no indicator, and stands where it stood. */
  readonly outcome: 'carried' | 'check' | 'set-aside' | 'restored' | 'left'
  /** The same in a plain sentence. */
  readonly words: string
}

/** A record carried over to a later version, and what became of its answers. */
export interface Migration {
  /** A copy for the later version; nothing of the original is missing in it. */
  readonly relationship: Relationship
  readonly answers: readonly AnswerMove[]
}

/** Carries relationships from one version of a rule set to another. */
export interface Migrator {
  /** What became of every indicator. */
  readonly map: readonly IndicatorMove[]
  readonly migrate: (relationship: Relationship) => Migration
}

/**
 * Prepares the way from one version of a rule set to another. Answers follow their indicators; what cannot be carried over is
 * kept under `ext.joinery.retiredAnswers`, with what it answered, and comes back where a later version asks the same again.
 * Pure: the relationship is not touched.
 */
export function createMigrator(before: RuleSet, after: RuleSet): Migrator {
  const map = indicatorMap(before, after)
  const way: Way = { before, after, map, moves: new Map(map.flatMap((move) => move.from.map((id) => [id, move]))) }
  return { map, migrate: (relationship) => migrate(relationship, way) }
}

interface Way {
  readonly before: RuleSet
  readonly after: RuleSet
  readonly map: readonly IndicatorMove[]
  readonly moves: ReadonlyMap<string, IndicatorMove>
}

interface State extends Way {
  readonly answers: Map<string, Answer>
  readonly retired: RetiredAnswer[]
  readonly report: AnswerMove[]
}

function migrate(relationship: Relationship, way: Way): Migration {
  const state: State = { ...way, answers: new Map(), retired: [], report: [] }
  const given = new Map<string, { key: string; answer: Answer }>()
  for (const [key, answer] of Object.entries(relationship.answers ?? {})) {
    const id = way.before.indicators[way.before.answerKeys.get(key) ?? -1]?.id
    if (id === undefined) leave(state, key, answer)
    else if (given.has(id)) setAside(state, id, { answer, why: 'it was answered twice' })
    else given.set(id, { key, answer })
  }
  for (const move of way.map) {
    const found = move.from.flatMap((id) => (given.has(id) ? [{ id, ...given.get(id)! }] : []))
    if (found.length > 0) moveAnswers(state, move, found)
  }
  const { left, restored } = restorable(relationship, way.after, (id) => isAnswered(state, id))
  for (const { indicator, answer } of restored) {
    state.answers.set(indicator, answer)
    report(state, { indicator, to: [indicator], outcome: 'restored' }, 'the answer given earlier counts again')
  }
  return { relationship: rebuilt(relationship, state, left), answers: state.report }
}

interface Given {
  readonly id: string
  readonly key: string
  readonly answer: Answer
}

function moveAnswers(state: State, move: IndicatorMove, found: readonly Given[]): void {
  const refusal = refusalOf(state, move, found)
  for (const [index, { id, key, answer }] of found.entries()) {
    if (refusal !== undefined) setAside(state, id, { answer, why: refusal })
    // of several equal answers one is carried over, and the others are kept
    else if (index > 0) setAside(state, id, { answer, why: `the same answer stands at ${move.to.join(', ')}` })
    else carry(state, move, { id, key, answer })
  }
}

/** Why answers cannot follow their indicator; undefined where they can. */
function refusalOf(
  { before, after, answers }: State,
  move: IndicatorMove,
  found: readonly Given[],
): string | undefined {
  const [first, ...others] = found
  const { value } = first!.answer
  const isFull = value === 'notApplicable' || before.answerValues.get(value)?.share === 1
  if (move.kind === 'retired') return 'it is not asked any more'
  if (move.kind === 'kept' && isReused(before, after, first!.id)) return 'the id stands for something else now'
  if (found.some(({ answer }) => !isOnScale(after, answer.value))) return `"${value}" is no answer any more`
  if (move.kind === 'merged' && found.length < move.from.length) return 'it is asked together with others now'
  if (others.some(({ answer }) => answer.value !== value || answer.reason !== first!.answer.reason))
    return 'it is asked together with others now, and they were answered differently'
  if (move.to.length > 1 && !isFull) return `"${value}" may hold for one part of what is asked in parts now, or for all`
  if (move.kind !== 'kept' && move.to.some((id) => answers.has(id))) return 'what took its place is answered already'
  return undefined
}

function isOnScale({ answerValues, document }: RuleSet, value: string): boolean {
  if (value === 'notApplicable') return document.answers.notApplicable !== undefined
  return value === 'notSure' || answerValues.has(value)
}

function carry(state: State, { kind, to }: IndicatorMove, { id, key, answer }: Given): void {
  const { after, answers } = state
  for (const target of to) {
    // a citation stays a citation, as long as it leads to the same indicator
    const same = kind === 'kept' && after.indicators[after.answerKeys.get(key) ?? -1]?.id === id
    answers.set(same ? key : target, answer)
  }
  const caution = cautionOf(state, { kind, from: [id], to })
  const name = to.join(', ')
  const words = to.includes(id) ? 'the answer stays' : `the answer follows to ${name}`
  report(state, { indicator: id, to, outcome: caution === undefined ? 'carried' : 'check' }, `${words}${caution ?? ''}`)
}

function cautionOf({ before, after }: State, { from, to }: IndicatorMove): string | undefined {
  const [old, fresh] = [
    before.indicators.find(({ id }) => id === from[0]),
    after.indicators.find(({ id }) => id === to[0]),
  ]
  if (old?.document.statement !== fresh?.document.statement)
    return ', but it is asked in other words now: read it again'
  return old?.level === fresh?.level ? undefined : `, but it counts for level ${fresh?.level} now: read it again`
}

function leave(state: State, key: string, answer: Answer): void {
  state.answers.set(key, answer)
  report(
    state,
    { indicator: key, to: [], outcome: 'left' },
    'the earlier version has no such indicator; it stays where it is',
  )
}

function setAside(state: State, id: string, { answer, why }: { answer: Answer; why: string }): void {
  const { id: ruleSet, version, indicators } = state.before
  const statement = indicators.find((indicator) => indicator.id === id)!.document.statement
  state.retired.push({ indicator: id, ruleSet, version, statement, answer, because: why })
  report(state, { indicator: id, to: [], outcome: 'set-aside' }, `${why}; the answer "${answer.value}" is kept aside`)
}

function report({ report: list, moves }: State, entry: Omit<AnswerMove, 'kind' | 'words'>, words: string): void {
  list.push({ ...entry, kind: moves.get(entry.indicator)?.kind ?? 'unknown', words })
}

function isAnswered({ answers, after }: State, id: string): boolean {
  const index = after.answerKeys.get(id)
  return [...answers.keys()].some((key) => after.answerKeys.get(key) === index)
}

function rebuilt(relationship: Relationship, state: State, left: readonly RetiredAnswer[]): Relationship {
  const renamed = new Map(
    state.map.flatMap(({ kind, from, to }) => (kind === 'renamed' ? [[`answers.${from[0]}`, `answers.${to[0]}`]] : [])),
  )
  const { answers: _answers, ...rest } = relationship
  const moved: Relationship = {
    ...rest,
    ...(relationship.answers === undefined && state.answers.size === 0
      ? {}
      : { answers: Object.fromEntries(state.answers) }),
    ...(relationship.evidence === undefined
      ? {}
      : { evidence: relationship.evidence.map((item) => followed(item, renamed)) }),
  }
  return addRetired(moved, [...left, ...state.retired])
}

/** Evidence for an answer follows the answer. */
function followed<Item>(item: Item, renamed: ReadonlyMap<string, string>): Item {
  const path = typeof item === 'object' && item !== null && 'factPath' in item ? item.factPath : undefined
  const now = typeof path === 'string' ? renamed.get(path) : undefined
  return now === undefined ? item : { ...item, factPath: now }
}
