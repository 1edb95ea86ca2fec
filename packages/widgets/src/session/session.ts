import type { Answer, Relationship, RuleSet } from '@joinery/core'
import type { RuleSetData } from '../rule-set/document.ts'
import type { Page, Session, State } from '../assessment/view.ts'
import type { AnswerStore, SavedAssessment } from './answer-store.ts'
import { pagesOf } from './pages.ts'
import { splitFirm } from './data.ts'
import type { Scorer } from './scorer.ts'

export type AddPages = (pages: readonly Page[], scope: string) => readonly Page[]

export interface SessionParts {
  readonly document: RuleSetData
  readonly scorer: Scorer
  readonly store: AnswerStore
  readonly name: string
  readonly scope: string
  readonly today: () => string
  readonly onChange: () => void
  /** The newest version where the page holds on to an older one; told as soon as it is known. */
  readonly newest?: Promise<string | undefined>
  /** Adds the pages of plugins to those of a scope. */
  readonly addPages?: AddPages | undefined
  readonly recordRules?: RuleSet | undefined
}

/** Opens an assessment where it was left. */
export async function openSession(parts: SessionParts): Promise<Session> {
  const saved = await parts.store.load(parts.name)
  const firm = await parts.store.loadFirm()
  const holder = createHolder(parts, firstState(parts, saved, firm))
  const { state, change, replaceAll } = holder
  tellNewest(parts, (newest) => holder.note({ newest }))
  const { document, scorer, store, name } = parts
  const options = () => ({ asOf: parts.today(), scope: state().scope })
  return {
    document,
    recordRules: parts.recordRules,
    host: store.host,
    state,
    toSave: holder.toSave,
    answer: (indicator, answer) => change({ record: withAnswer(state().record, indicator, answer) }),
    setRecord: (record) => change({ record }),
    setPlan: (step, entry) => change({ plan: { ...state().plan, [step]: { ...state().plan[step], ...entry } } }),
    goTo: (page) => change({ page }),
    pagesIn: (scope) => pagesIn(parts, scope),
    setScope: (scope) => change({ scope, pages: pagesIn(parts, scope) }),
    replace: (record, scope = state().scope) => change({ record, scope, pages: pagesIn(parts, scope) }),
    assess: async () => scorer.assess(state().record, options()),
    worthAsking: () => scorer.worthAsking(state().record, options()),
    setEarlier: (earlier) => change({ earlier }),
    forget: async () => {
      await store.remove(name)
      const { org } = state().record
      replaceAll({ record: org === undefined ? {} : { org }, page: '', plan: {}, earlier: [], saved: 'nothing' })
    },
  }
}

function pagesIn({ document, addPages = (pages) => pages }: SessionParts, scope: string): readonly Page[] {
  return addPages(pagesOf(document, scope), scope)
}

function firstState(parts: SessionParts, saved: SavedAssessment | undefined, firm: Relationship['org']): State {
  const { document, scorer, store, scope } = parts
  const known = saved !== undefined && isScope(document, saved.scope) ? saved.scope : scope
  return {
    record: firm === undefined ? (saved?.record ?? {}) : { ...saved?.record, org: firm },
    scope: known,
    page: saved?.page ?? '',
    pages: pagesIn(parts, known),
    plan: saved?.plan ?? {},
    earlier: saved?.earlier ?? [],
    live: undefined,
    saved: saved === undefined ? 'nothing' : store.kind,
    refused: undefined,
    newest: undefined,
    madeFor: saved !== undefined && saved.ruleSet.hash !== scorer.hash ? saved.ruleSet : undefined,
  }
}

/** Holds the state; every change is written before it is scored and shown. */
function createHolder(parts: SessionParts, first: State) {
  const { scorer, store } = parts
  let state = first
  const set = (next: Partial<State>) => void (state = { ...state, ...next })
  /** What comes late may be overtaken by the next change. */
  const show = (record: Relationship, next: Partial<State>) => {
    if (state.record !== record) return
    set(next)
    parts.onChange()
  }
  const score = ({ record, scope } = state) => {
    const live = scorer.live(record, { asOf: parts.today(), scope })
    if (!(live instanceof Promise)) return set({ live })
    // without a service, or a scorer, the figures stay as they were
    live.then((late) => state.scope === scope && show(record, { live: late })).catch(() => undefined)
  }
  const toSave = () => savedOf(parts, state)
  const isSent = store.kind === 'service'
  const write = (before: Relationship['org'], { record } = state) => {
    set({ saved: isSent ? 'sending' : store.kind, refused: undefined })
    written(store, toSave(), { firm: record.org, before }).then(
      () => isSent && show(record, { saved: 'service' }),
      (refused: unknown) => show(record, { saved: 'failed', refused }),
    )
  }
  const change = (next: Partial<State>) => {
    const before = state.record.org
    set(next)
    write(before)
    if (next.record !== undefined || next.scope !== undefined) score()
    parts.onChange()
  }
  const replaceAll = (next: Partial<State>) => {
    set(next)
    score()
    parts.onChange()
  }
  score()
  return { state: () => state, change, replaceAll, toSave, note: (next: Partial<State>) => show(state.record, next) }
}

function tellNewest({ newest }: SessionParts, tell: (version: string) => void): void {
  newest?.then(
    (version) => version !== undefined && tell(version),
    // whoever asked for it tells what went wrong
    () => undefined,
  )
}

async function written(
  store: AnswerStore,
  saved: SavedAssessment,
  { firm, before }: { firm: Relationship['org']; before: Relationship['org'] },
): Promise<void> {
  await Promise.all([store.save(saved), firm === before ? undefined : store.saveFirm(firm)])
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

function isScope({ scopes }: RuleSetData, id: string): boolean {
  return id === 'full' || (scopes ?? []).some((scope) => scope.id === id)
}
