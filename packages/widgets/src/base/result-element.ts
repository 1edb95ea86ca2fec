import type { Path, Result } from '@joinery/core'
import { html, noChange, type PropertyValues } from 'lit'
import type { Format } from '../i18n/format.ts'
import { wordsOf } from '../i18n/registry.ts'
import type { CommonWords, ResultWords } from '../i18n/strings.ts'
import type { Shown } from '../results/shown.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { loadJson } from '../rule-set/load-json.ts'
import { textsOf } from '@joinery/report/texts'
import { JoineryElement } from './element.ts'
import { saidIn } from './said.ts'
import { followResult } from './sources.ts'

/**
 * What elements that draw a result share: it is given as a property, by an address, or by an assessment on the page.
 *
 * @fires joinery-error - the result or its rule set could not be loaded
 */
export abstract class ResultElement<
  Words extends keyof ResultWords,
  Common extends keyof CommonWords,
  Writes extends keyof Format = keyof Format,
> extends JoineryElement<Pick<Format, Writes | 'language'>> {
  static override properties = {
    ...JoineryElement.properties,
    src: { type: String },
    rules: { type: String },
    for: { type: String },
    result: { attribute: false },
    ruleSet: { attribute: false },
    paths: { attribute: false },
  }

  /** Address of a result as JSON. */
  declare src: string
  /** Address of its rule set, for the names of levels and for other languages. */
  declare rules: string
  /** Id of an assessment on the page whose results to draw. */
  declare for: string
  /** The result to draw, as core or the service makes it. */
  declare result: Result | undefined
  /** Its rule set, instead of `rules`. */
  declare ruleSet: RuleSetData | undefined
  /** The cheapest paths to the next level, where they are known; a plan begins with them. */
  declare paths: readonly Path[]

  /** What the element says, in English. */
  protected abstract readonly english: {
    readonly results: Pick<ResultWords, Words>
    readonly common: Pick<CommonWords, Common>
  }

  #awaited = 0

  constructor() {
    super()
    this.src = ''
    this.rules = ''
    this.for = ''
    this.paths = []
    followResult(this, (told) => Object.assign(this, told))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== '') void this.#fetch(this.src, 'result')
    if (changed.has('rules') && this.rules !== '') void this.#fetch(this.rules, 'ruleSet')
  }

  protected override content(): unknown {
    const { result } = this
    // with its rule set it reads otherwise, and would jump
    if (this.#awaited > 0 && this.hasUpdated) return noChange
    if (this.#awaited > 0 || result === undefined) return html`<slot ?data-awaited=${this.#awaited > 0}></slot>`
    return this.draw(this.#shown(result))
  }

  protected abstract draw(shown: Shown<Words, Common, Writes>): unknown

  #shown(result: Result): Shown<Words, Common, Writes> {
    const { language, format, ruleSet, english } = this
    return {
      result,
      paths: this.paths,
      ruleSet,
      format,
      words: wordsOf(language, 'results', english.results),
      common: wordsOf(language, 'common', english.common),
      text: textsOf(ruleSet ?? { language: 'en' }, language),
      said: saidIn(language),
    }
  }

  async #fetch(address: string, to: 'result' | 'ruleSet'): Promise<void> {
    this.#awaited++
    try {
      Object.assign(this, { [to]: await loadJson(address) })
      await this.spoken
    } catch (error) {
      this.tell('joinery-error', { error })
    }
    this.#awaited--
    this.requestUpdate()
  }
}
