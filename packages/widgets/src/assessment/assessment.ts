import type { Relationship, Result } from '@joinery/core'
import { html, type PropertyValues } from 'lit'
import { headingsOf } from '../base/heading.ts'
import { listen } from '../base/listen.ts'
import { JoineryElement } from '../base/element.ts'
import { createFormat } from '../i18n/format.ts'
import type { Asked } from '../session/asked.ts'
import { keyOf } from '../session/device-store.ts'
import { assessmentStyles } from './assessment.styles.ts'
import { faultLines } from './fault-lines.ts'
import { faultView } from './fault-view.ts'
import { focusOn } from './focus-on.ts'
import { frameView } from './frame-view.ts'
import { pageIn, withPage } from './history-page.ts'
import { createLaterParts } from './later-parts.ts'
import { createOpening } from './opening.ts'
import type { Problem } from './problems.ts'
import { today } from './today.ts'
import { viewOf } from './view-of.ts'
import type { Session } from './view.ts'

const texts = ['rules', 'api', 'apiKey', 'token', 'digest', 'trust', 'signature', 'scope', 'asOf'] as const

/** What an assessment is opened anew for. */
const opening = ['rules', 'ruleSet', 'name', 'api', 'apiKey', 'digest', 'trust', 'signature'] as const

/**
 * An assessment of one business relationship: scored in the page and kept on the device, or with `api` by a service.
 *
 * @tag joinery-assessment
 * @slot - shown until the assessment is there, and if it cannot be loaded
 * @csspart heading - every heading; frame - the page with what stands beside it; page - one page; clause - one clause; statement - one statement;
 *   answers - its answers; option - one answer; questions - questions of a page; facts - what can be put on record;
 *   field - one question; items - a list of people or risks; live - the range so far; steps - all pages; nav - buttons below;
 *   button-back - to the page before; button-next - to the next page; keep - ways to keep, move or delete the answers;
 *   results - the result; headline - its level and range; plan - what to do next; table - every table
 * @fires joinery-ready - the questions are there; joinery-answer - something was answered, `detail.record` is the record;
 *   joinery-step - before another page, can be prevented; joinery-result - a result was made; joinery-error - no rule set
 */
export class JoineryAssessment extends JoineryElement {
  static override properties = {
    ...JoineryElement.properties,
    headingLevel: { type: Number, attribute: 'heading-level' },
    rules: { type: String },
    name: { type: String },
    scope: { type: String },
    asOf: { type: String, attribute: 'as-of' },
    api: { type: String },
    apiKey: { type: String, attribute: 'key' },
    token: { type: String },
    renew: { type: String },
    digest: { type: String },
    trust: { type: String },
    signature: { type: String },
    ruleSet: { attribute: false },
  }

  static override styles = assessmentStyles

  /** Level of the first heading inside; the page around knows which one fits. Default 2. */
  declare headingLevel: number
  /** Address of a bundled rule set; with `api` the id of one that the service has will do. */
  declare rules: string
  /** Address of a service that keeps and scores the answers; without it they stay on the device. */
  declare api: string
  /** The service's publishable key for this site: everybody begins a visit of their own. */
  declare apiKey: string
  /** Instead of the key a token for one relationship, which a server of the site asked for; it may be renewed. */
  declare token: string
  /** Where the page gets another token before one ends: an address of the site, asked with POST, or a function; default: the service. */
  declare renew: string | (() => Promise<string>) | undefined
  /** The one version of the rule set that this page takes, by its SHA-256. */
  declare digest: string
  /** Address of the public keys that this page trusts; a rule set that none of them signed is refused. */
  declare trust: string
  /** Address of the signature; default: that of the rule set with `.jws` behind it. */
  declare signature: string
  /** Tells apart several relationships on one device. */
  declare name: string
  /** Where to begin: a scope of the rule set. */
  declare scope: string
  /** The day that ages are counted from; default: today. */
  declare asOf: string
  /** A bundled rule set as parsed JSON, instead of `rules`. */
  declare ruleSet: unknown

  protected override readonly formatIn = createFormat

  #session: Session | undefined
  #faults: readonly string[] = []
  #problems: readonly Problem[] = []
  #told: Relationship | undefined
  readonly #folds = new Set<string>()
  readonly #desk = {
    open: new Map<string, number>(),
    faults: new Map<string, string>(),
    removed: new Map<string, { index: number; item: unknown }>(),
    redraw: (focus?: string) => this.#redraw(focus),
  }
  readonly #parts = createLaterParts({
    root: () => this.renderRoot as ShadowRoot,
    styles: JoineryAssessment.elementStyles,
    language: () => this.language,
    session: () => this.#session,
    redraw: (focus) => this.#redraw(focus),
    go: (page, focus) => this.#go(page, focus),
    tell: (name, detail) => this.tell(name, detail),
  })
  readonly #opening = createOpening({
    asked: () => this.#asked(),
    element: this,
    onChange: () => this.#onChange(),
    onOpen: (session) => this.#show(session),
    onFail: (error) => this.#fail(error),
  })

  constructor() {
    super()
    listen(this, 'popstate', ({ state }) => this.#onHistory(state))
    // another tab of the same site has gone on with this assessment
    listen(this, 'storage', ({ key }) => key === keyOf(this.name) && this.#load())
    listen(this, 'joinery-plugin', () => this.#load())
    for (const name of texts) this[name] = ''
    Object.assign(this, { headingLevel: 2, name: 'relationship' })
  }

  /** Everything that has been recorded and answered; setting it takes over another record. */
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (opening.some((name) => changed.has(name))) this.#load()
    // what could not be sent with the token before is sent with this one
    else if (changed.has('token')) this.#session?.goTo(this.#session.state().page)
  }

  protected override content(): unknown {
    if (this.#faults.length > 0) return faultView(this.language, this.#faults, () => this.#load())
    return this.#session === undefined ? html`<slot></slot>` : frameView(this.#view(this.#session))
  }

  #load(): void {
    if (this.rules === '' && this.ruleSet === undefined) return
    void this.#parts.questions.load()
    void this.#opening.open()
  }

  #asked(): Asked {
    const { rules, ruleSet, digest, api, apiKey: key, name, scope } = this
    const late = { token: () => this.token, renew: () => this.renew, today: () => this.asOf || today() }
    return { rules, ruleSet, digest, api, key, name, scope, ...late }
  }

  #show(session: Session): void {
    this.#session = session
    this.#faults = []
    this.#told = session.state().record
    history.replaceState(withPage(history.state, this.name, session.state().page), '')
    this.#parts.loadInTime()
    this.#parts.keeper()?.readAddress()
    const { id, version } = session.document
    this.tell('joinery-ready', { ruleSet: { id, version } })
    void this.#parts.result()?.refresh()
    this.requestUpdate()
  }

  #fail(error: unknown): void {
    this.#faults = faultLines(error)
    this.tell('joinery-error', { error })
    this.requestUpdate()
  }

  #view(session: Session) {
    return viewOf({
      session,
      language: this.language,
      format: this.format,
      heading: headingsOf(this),
      desk: this.#desk,
      folds: this.#folds,
      today: this.asOf || today(),
      go: (page, focus) => this.#go(page, focus),
      continueFrom: (page) => this.#continue(session, page),
      assessed: this.#parts.result()?.assessed(),
      worth: this.#parts.result()?.worth() ?? [],
      problems: this.#problems,
      questions: this.#parts.questions.now(),
      rest: this.#parts.rest.now(),
      keep: this.#parts.keeper()?.keep(),
    })
  }

  #onChange(): void {
    const { record } = this
    if (this.#session && this.#problems.length > 0) this.#findProblems(this.#session)
    if (record !== this.#told) this.tell('joinery-answer', { record })
    this.#told = record
    this.requestUpdate()
    void this.#parts.result()?.refresh()
  }

  #continue(session: Session, from: string): void {
    const { pages } = session.state()
    this.#findProblems(session)
    if (this.#problems.length > 0) return this.#redraw('problems')
    this.#go(pages[pages.findIndex(({ id }) => id === from) + 1]?.id ?? '')
  }

  #findProblems(session: Session): void {
    this.#problems = this.#parts.questions.now()?.problemsOf(this.#view(session)) ?? []
  }

  #go(page: string, focus = 'page-title'): void {
    const before = this.#session?.state().page ?? ''
    if (this.#session === undefined || !this.tell('joinery-step', { from: before, to: page }, true)) return
    this.#problems = []
    if (page !== before) {
      history.pushState(withPage(history.state, this.name, page), '')
      this.#session.goTo(page)
    }
    this.#parts.loadAll()
    this.#redraw(focus)
  }

  /** The browser's own back and forward lead through the pages; what was answered stays answered. */
  #onHistory(state: unknown): void {
    const page = pageIn(state, this.name)
    if (page === undefined) return
    this.#session?.goTo(page)
    this.#redraw('page-title')
  }

  #redraw(focus?: string): void {
    this.requestUpdate()
    if (focus !== undefined) void this.updateComplete.then(() => focusOn(this.renderRoot, focus))
  }
}
