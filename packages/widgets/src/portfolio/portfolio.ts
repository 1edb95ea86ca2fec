import type { Result } from '@joinery/core'
import { textsOf, type Said } from '@joinery/report/texts'
import { html, nothing, type PropertyValues } from 'lit'
import { buttons } from '../base/buttons.ts'
import { JoineryElement } from '../base/element.ts'
import { onAccent } from '../base/on-accent.ts'
import { raised } from '../base/raised.ts'
import { saidIn } from '../base/said.ts'
import { unseen } from '../base/unseen.ts'
import { fetchInto, followResult, type Wanted } from '../base/sources.ts'
import { knownWords, portfolioWords } from '../i18n/en-results.ts'
import { daysIn, percentsIn, scoresIn, type Format } from '../i18n/format.ts'
import { wordsOf } from '../i18n/registry.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { portfolioStyles } from './portfolio.styles.ts'
import { rowOfResult, sorted, type Row } from './rows.ts'

interface Related {
  readonly name: string
  readonly result: Result
}

/**
 * Several relationships by principle: a heat map that is a table. Without `relationships`, those kept on this device.
 *
 * @tag joinery-portfolio
 * @slot - shown while there are no relationships
 * @csspart table - the table
 * @fires joinery-error - the relationships could not be loaded
 */
export class JoineryPortfolio extends JoineryElement<Pick<Format, 'language' | 'score' | 'percent' | 'day'>> {
  static override properties = {
    ...JoineryElement.properties,
    relationships: { attribute: false },
    src: { type: String },
    rules: { type: String },
    ruleSet: { attribute: false },
    for: { type: String },
    sortBy: { state: true },
    kept: { state: true },
  }
  static override styles = [JoineryElement.styles, raised, onAccent, unseen, buttons, portfolioStyles]

  /** The relationships to show; without it, those kept on this device. */
  declare relationships: readonly Related[] | undefined
  /** Address of the relationships as JSON: a list of `name` and `result`. */
  declare src: string
  /** Address of a rule set that they were assessed by, for other languages. */
  declare rules: string
  /** The rule set, instead of `rules`. */
  declare ruleSet: RuleSetData | undefined
  /** Id of an assessment on the page: with each of its results, what is kept on the device is read again. */
  declare for: string
  declare protected sortBy: string
  declare protected kept: readonly Row[]

  protected override readonly formatIn = (language: string) => ({
    language,
    ...scoresIn(language),
    ...percentsIn(language),
    ...daysIn(language),
  })

  constructor() {
    super()
    this.sortBy = ''
    this.kept = []
    this.src = ''
    this.rules = ''
    this.for = ''
    followResult(this, ({ ruleSet }) => {
      this.ruleSet = ruleSet
      this.#refresh()
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.#load({ from: 'src', to: 'relationships', isIt: areRelationships })
    if (changed.has('rules')) this.#load({ from: 'rules', to: 'ruleSet' })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.src === '' && this.relationships === undefined) this.#refresh()
  }

  /** Reads again what is kept on the device. */
  async refresh(): Promise<void> {
    const { keptRows } = await import('./kept-rows.ts')
    this.kept = await keptRows()
  }

  /** Where the part that reads them does not come, it stays with what it has. */
  #refresh(): void {
    this.refresh().catch(() => undefined)
  }

  #load(wanted: Wanted): void {
    fetchInto(this, wanted).catch((error: unknown) => this.tell('joinery-error', { error }))
  }

  protected override content(): unknown {
    const words = wordsOf(this.language, 'results', portfolioWords)
    const rows = this.relationships?.map(({ name, result }) => rowOfResult(name, result)) ?? this.kept
    if (rows.length === 0) return html`<slot><p class="quiet">${words.noRelationships}</p></slot>`
    const text = textsOf(this.ruleSet ?? { language: 'en' }, this.language)
    const columns = rows[0]!.cells.map(({ id, title }) => ({ id, title: text(id, 'title', title) }))
    return html`<div class="scroller" role="region" tabindex="0" aria-label=${words.relationships}>
      <table part="table">
        <caption class="quiet small">
          ${words.portfolioLead}
        </caption>
        <thead>
          <tr>
            <th scope="col" aria-sort=${this.#sortOf('')}>
              ${this.#sortButton('', { text: words.relationship, lang: this.language })}
            </th>
            ${columns.map(
              ({ id, title }) =>
                html`<th scope="col" class="turned" aria-sort=${this.#sortOf(id)}>${this.#sortButton(id, title)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${sorted(rows, this.sortBy).map((row) => this.#rowView(row, words.relationship))}
        </tbody>
      </table>
    </div>`
  }

  #rowView({ name, day, cells }: Row, unnamed: string): unknown {
    const { format } = this
    const { known } = wordsOf(this.language, 'common', knownWords)
    return html`<tr>
      <th scope="row">
        ${name || unnamed}${day === '' ? nothing : html`<span class="quiet small day">${format.day(day)}</span>`}
      </th>
      ${cells.map(
        ({ score, top, heat }) =>
          html`<td class="figure heat-${heat}">
            ${score === null ? html`<span aria-hidden="true">–</span><span class="visually-hidden">${known}: 0</span>` : top === undefined ? format.score(score) : format.percent(score / top)}
          </td>`,
      )}
    </tr>`
  }

  #sortButton(id: string, title: Said): unknown {
    const words = wordsOf(this.language, 'results', portfolioWords)
    return html`<button
      type="button"
      class="plain small"
      title=${words.sortBy(title.text)}
      @click=${() => (this.sortBy = id)}
    >
      ${saidIn(this.language)(title)}
    </button>`
  }

  #sortOf(id: string): 'ascending' | 'none' {
    return this.sortBy === id ? 'ascending' : 'none'
  }
}

function areRelationships(value: unknown): value is readonly Related[] {
  return (
    Array.isArray(value) && value.every((one) => Array.isArray((one as Partial<Related> | null)?.result?.principles))
  )
}
