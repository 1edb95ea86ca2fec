import type { Answer, Relationship } from '@joinery/core'
import type { RuleSetData } from '../rule-set/document.ts'
import type { AnswerStore, PlanEntry, SavedAssessment, Snapshot } from './answer-store.ts'
import { pagesOf, type Page } from './pages.ts'
import { splitFirm, withComplete, withFact } from './record.ts'
import type { Assessed, Live, Scorer } from './scorer.ts'

/** Everything an assessment shows at one moment. */
export interface State {
  readonly record: Relationship
  readonly scope: string
  readonly page: string
  readonly pages: readonly Page[]
  readonly plan: SavedAssessment['plan']
  readonly earlier: readonly Snapshot[]
  readonly live: Live | undefined
  readonly saved: 'nothing' | 'device' | 'memory' | 'service' | 'failed'
  /** The rule set that the answers were first given for, where this page now has another version. */
  readonly madeFor: SavedAssessment['ruleSet'] | undefined
}

/** One assessment being filled in. Every change is written, scored and shown. */
export interface Session {
  readonly document: RuleSetData
  readonly state: () => State
  readonly answer: (indicator: string, answer: Answer | undefined) => void
  readonly setFact: (path: string, value: unknown) => void
  readonly setComplete: (path: string, isWhole: boolean) => void
  readonly setPlan: (step: string, entry: PlanEntry) => void
  readonly goTo: (page: string) => void
  readonly setScope: (scope: string) => void
  /** Takes over a whole record, from a file or a link. */
  readonly replace: (record: Relationship, scope?: string) => void
  readonly assess: () => Promise<Assessed>
  readonly worthAsking: () => Promise<readonly string[]>
  /** Keeps the figures of a result, to compare later ones with. */
  readonly remember: (snapshot: Snapshot) => void
  readonly forget: () => Promise<void>
  readonly toSave: () => SavedAssessment
}

export interface SessionParts {
  readonly document: RuleSetData
  readonly scorer: Scorer
  readonly store: AnswerStore
  readonly name: string
  readonly scope: string
  readonly today: () => string
  readonly onChange: () => void
}

/** Opens an assessment where it was left. */
export async function openSession(parts: SessionParts): Promise<Session> {
  const saved = await parts.store.load(parts.name)
  const firm = await parts.store.loadFirm()
  const holder = createHolder(parts, firstState(parts, saved, firm))
  const { state, change, replaceAll } = holder
  const { document, scorer, store, name } = parts
  const options = () => ({ asOf: parts.today(), scope: state().scope })
  return {
    document,
    state,
    toSave: holder.toSave,
    answer: (indicator, answer) => change({ record: withAnswer(state().record, indicator, answer) }),
    setFact: (path, value) => change({ record: withFact(state().record, path, value) }),
    setComplete: (path, isWhole) =>
      change({ record: withComplete(state().record, path, isWhole ? parts.today() : undefined) }),
    setPlan: (step, entry) => change({ plan: { ...state().plan, [step]: { ...state().plan[step], ...entry } } }),
    goTo: (page) => change({ page }),
    setScope: (scope) => change({ scope, pages: pagesOf(document, scope) }),
    replace: (record, scope = state().scope) => change({ record, scope, pages: pagesOf(document, scope) }),
    assess: async () => scorer.assess(state().record, options()),
    worthAsking: () => scorer.worthAsking(state().record, options()),
    remember: (snapshot) => change({ earlier: withSnapshot(state().earlier, snapshot) }),
    forget: async () => {
      await store.remove(name)
      const { org } = state().record
      replaceAll({ record: org === undefined ? {} : { org }, page: '', plan: {}, earlier: [], saved: 'nothing' })
    },
  }
}

function firstState(
  { document, scorer, store, scope }: SessionParts,
  saved: SavedAssessment | undefined,
  firm: Relationship['org'],
): State {
  const known = saved !== undefined && isScope(document, saved.scope) ? saved.scope : scope
  return {
    record: firm === undefined ? (saved?.record ?? {}) : { ...saved?.record, org: firm },
    scope: known,
    page: saved?.page ?? '',
    pages: pagesOf(document, known),
    plan: saved?.plan ?? {},
    earlier: saved?.earlier ?? [],
    live: undefined,
    saved: saved === undefined ? 'nothing' : store.kind,
    madeFor: saved !== undefined && saved.ruleSet.hash !== scorer.hash ? saved.ruleSet : undefined,
  }
}

/** Holds the state; every change is written before it is scored and shown. */
function createHolder(parts: SessionParts, first: State) {
  const { scorer, store } = parts
  let state = first
  const set = (next: Partial<State>) => void (state = { ...state, ...next })
  const show = (next: Partial<State>) => {
    set(next)
    parts.onChange()
  }
  const score = () => {
    const { record, scope } = state
    const live = scorer.live(record, { asOf: parts.today(), scope })
    if (!(live instanceof Promise)) return set({ live })
    live.then(
      // an answer that comes late may be overtaken by the next change
      (late) => state.record === record && state.scope === scope && show({ live: late }),
      // without a service, or a scorer, the figures stay as they were
      () => undefined,
    )
  }
  const toSave = () => savedOf(parts, state)
  const change = (next: Partial<State>) => {
    const before = state.record.org
    set(next)
    const { firm } = splitFirm(state.record)
    const writes = [store.save(toSave()), ...(firm === before ? [] : [store.saveFirm(firm)])]
    set({ saved: store.kind })
    Promise.all(writes).catch(() => show({ saved: 'failed' }))
    if (next.record !== undefined || next.scope !== undefined) score()
    parts.onChange()
  }
  const replaceAll = (next: Partial<State>) => {
    set(next)
    score()
    parts.onChange()
  }
  score()
  return { state: () => state, change, replaceAll, toSave }
}

function savedOf({ document, scorer, name, today }: SessionParts, state: State): SavedAssessment {
  const { record, scope, page, plan, earlier } = state
  const ruleSet = { id: document.id, version: document.version, hash: scorer.hash }
  return { format: 1, name, ruleSet, scope, page, record: splitFirm(record).own, plan, earlier, changedAt: today() }
}

function withAnswer(record: Relationship, indicator: string, answer: Answer | undefined): Relationship {
  const { [indicator]: _before, ...others } = record.answers ?? {}
  const answers = answer === undefined ? others : { ...others, [indicator]: answer }
  if (Object.keys(answers).length > 0) return { ...record, answers }
  const { answers: _none, ...rest } = record
  return rest
}

/** One snapshot a day and scope; the last ten days are enough to see where things go. */
function withSnapshot(earlier: readonly Snapshot[], snapshot: Snapshot): readonly Snapshot[] {
  const others = earlier.filter(({ asOf, scope }) => asOf !== snapshot.asOf || scope !== snapshot.scope)
  return [...others, snapshot].slice(-10)
}

function isScope({ scopes }: RuleSetData, id: string): boolean {
  return id === 'full' || (scopes ?? []).some((scope) => scope.id === id)
}
