import type { Relationship, Result } from '@joinery/core'
import { html, type PropertyValues } from 'lit'
import { controls } from '../base/controls.ts'
import { JoineryElement } from '../base/element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { keyOf } from '../session/device-store.ts'
import type { Session } from '../session/session.ts'
import type { Assessed } from '../session/scorer.ts'
import { resultStyles } from '../results/results.styles.ts'
import { barStyles } from '../results/bars.styles.ts'
import { planStyles } from '../results/plan.styles.ts'
import { focusOn } from './focus-on.ts'
import { formStyles } from './form.styles.ts'
import { partStyles } from './parts.styles.ts'
import { frameStyles } from './frame.styles.ts'
import { faultLines } from './fault-lines.ts'
import { frameView } from './frame-view.ts'
import { createKeeper } from './keeper.ts'
import { rememberResult } from './remember-result.ts'
import { openAssessment } from './open-assessment.ts'
import { problemsOf } from './problems.ts'
import { pageIn, withPage } from './history-page.ts'
import { resultsPage } from './results-page.ts'
import { today } from './today.ts'
import { viewOf } from './view-of.ts'

/**
 * An assessment of one business relationship. With `rules` it is scored in the page and kept on the device.
 *
 * @tag joinery-assessment
 * @slot - shown until the assessment is there, and if it cannot be loaded
 * @csspart root, frame, page, statement, option, answers, questions, facts, live, steps, nav, keep, results
 * @fires joinery-ready - the questions are there
 * @fires joinery-answer - something was answered; `detail.record` is the record
 * @fires joinery-step - somebody goes to another page; can be prevented
 * @fires joinery-result - a result was made; `detail.result`
 * @fires joinery-error - the rule set could not be used; `detail.error`
 */
export class JoineryAssessment extends JoineryElement {
  static override properties = {
    ...JoineryElement.properties,
    rules: { type: String },
    name: { type: String },
    scope: { type: String },
    asOf: { type: String, attribute: 'as-of' },
    ruleSet: { attribute: false },
  }

  static override styles = [
    JoineryElement.styles,
    controls,
    rulerStyles,
    frameStyles,
    partStyles,
    formStyles,
    barStyles,
    resultStyles,
    planStyles,
  ]

  /** Address of a bundled rule set. */
  declare rules: string
  /** Tells apart several relationships on one device. */
  declare name: string
  /** Where to begin: a scope of the rule set. */
  declare scope: string
  /** The day that ages are counted from; default: today. */
  declare asOf: string
  /** A bundled rule set as parsed JSON, instead of `rules`. */
  declare ruleSet: unknown

  #session: Session | undefined
  #faults: readonly string[] = []
  #assessed: Assessed | undefined
  #worth: readonly string[] = []
  #problems: ReturnType<typeof problemsOf> = []
  #turn = 0
  readonly #folds = new Set<string>()
  readonly #desk = {
    open: new Map<string, number>(),
    faults: new Map<string, string>(),
    removed: new Map<string, { index: number; item: unknown }>(),
    redraw: (focus?: string) => this.#redraw(focus),
  }
  readonly #keeper = createKeeper({
    session: () => this.#session,
    redraw: () => this.requestUpdate(),
    onForgotten: () => this.#redraw('page-title'),
    onReplaced: () => this.#go('about', 'page-title'),
    words: () => this.#view().words,
  })
  readonly #onPop = ({ state }: PopStateEvent) => this.#onHistory(state)

  // another tab of the same site has gone on with this assessment
  readonly #onStorage = ({ key }: StorageEvent) => {
    if (key === keyOf(this.name)) void this.#load()
  }

  constructor() {
    super()
    this.rules = ''
    this.name = 'relationship'
    this.scope = ''
    this.asOf = ''
  }

  /** Everything that has been recorded and answered. */
  get record(): Relationship {
    return this.#session?.state().record ?? {}
  }

  set record(record) {
    this.#session?.replace(record)
  }

  /** The complete result as it stands; undefined until the questions are there. */
  async result(): Promise<Result | undefined> {
    return (await this.#session?.assess())?.result
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.#onPop)
    window.addEventListener('storage', this.#onStorage)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('popstate', this.#onPop)
    window.removeEventListener('storage', this.#onStorage)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rules') || changed.has('ruleSet') || changed.has('name')) void this.#load()
  }

  protected override content(): unknown {
    if (this.#faults.length > 0) return this.#faultView()
    if (this.#session === undefined) return html`<slot></slot>`
    return frameView(this.#view(), (view) => resultsPage(view, this.#folds))
  }

  #faultView(): unknown {
    const { common } = viewOf.words(this.language)
    return html`<slot></slot>
      <div class="note" role="alert">
        <p class="strong">${common.failed}</p>
        <ul>
          ${this.#faults.map((fault) => html`<li class="small">${fault}</li>`)}
        </ul>
        <button type="button" @click=${() => void this.#load()}>${common.tryAgain}</button>
      </div>`
  }

  async #load(): Promise<void> {
    if (this.rules === '' && this.ruleSet === undefined) return
    const turn = ++this.#turn
    try {
      const session = await openAssessment(this, () => this.#onChange())
      // a later change of the attributes has overtaken this one
      if (turn !== this.#turn) return
      this.#session = session
      this.#faults = []
      history.replaceState(withPage(history.state, this.name, session.state().page), '')
      this.#keeper.readAddress()
      const { id, version } = session.document
      this.tell('joinery-ready', { ruleSet: { id, version } })
      void this.#refreshResult()
    } catch (error) {
      if (turn !== this.#turn) return
      this.#faults = faultLines(error)
      this.tell('joinery-error', { error })
    }
    this.requestUpdate()
  }

  #view() {
    return viewOf({
      session: this.#session!,
      language: this.language,
      format: this.format,
      heading: (text, depth, look) => this.heading(text, depth, look),
      desk: this.#desk,
      folds: this.#folds,
      today: this.asOf || today(),
      go: (page, focus) => this.#go(page, focus),
      continueFrom: (page) => this.#continue(page),
      assessed: this.#assessed,
      worth: this.#worth,
      problems: this.#problems,
      keep: this.#keeper.keep(),
    })
  }

  #onChange(): void {
    if (this.#problems.length > 0) this.#problems = problemsOf(this.#view())
    this.tell('joinery-answer', { record: this.record })
    this.requestUpdate()
    void this.#refreshResult()
  }

  #continue(from: string): void {
    const { pages } = this.#session!.state()
    this.#problems = problemsOf(this.#view())
    if (this.#problems.length > 0) return this.#redraw('problems')
    this.#go(pages[pages.findIndex(({ id }) => id === from) + 1]?.id ?? '')
  }

  #go(page: string, focus = 'page-title'): void {
    const before = this.#session?.state().page ?? ''
    if (this.#session === undefined || !this.tell('joinery-step', { from: before, to: page }, true)) return
    this.#problems = []
    if (page !== before) {
      history.pushState(withPage(history.state, this.name, page), '')
      this.#session.goTo(page)
    }
    this.#redraw(focus)
  }

  /** The browser's own back and forward lead through the pages; what was answered stays answered. */
  #onHistory(state: unknown): void {
    const page = pageIn(state, this.name)
    if (page === undefined) return
    this.#session?.goTo(page)
    this.#redraw('page-title')
  }

  async #refreshResult(): Promise<void> {
    const session = this.#session
    if (session === undefined || session.state().page !== 'results') return
    const { record } = session.state()
    const isStale = () => session.state().record !== record
    const assessed = await session.assess()
    if (isStale()) return
    this.#assessed = assessed
    rememberResult(session, assessed.result)
    this.requestUpdate()
    this.tell('joinery-result', { ...assessed, ruleSet: session.document, plan: session.state().plan })
    const worth = await session.worthAsking()
    if (isStale()) return
    this.#worth = worth
    this.requestUpdate()
  }

  #redraw(focus?: string): void {
    this.requestUpdate()
    if (focus !== undefined) void this.updateComplete.then(() => focusOn(this.renderRoot, focus))
  }
}
