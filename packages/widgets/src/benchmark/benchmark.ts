import type { Result } from '@joinery/core'
import { textsOf, type Said } from '@joinery/report/texts'
import { css, html, nothing, svg, type PropertyValues } from 'lit'
import { JoineryElement } from '../base/element.ts'
import { saidIn } from '../base/said.ts'
import { tableStyles } from '../base/table.ts'
import { fetchInto, followResult, type Wanted } from '../base/sources.ts'
import { tableWords } from '../i18n/en-details.ts'
import { benchmarkWords } from '../i18n/en-results.ts'
import { daysIn, scoresIn, wholesIn, type Format } from '../i18n/format.ts'
import { wordsOf } from '../i18n/registry.ts'
import type { RuleSetData } from '../rule-set/document.ts'

/** What an association says about its members: never about one of them. */
export interface Benchmark {
  readonly firms: number
  readonly day: string
  readonly top: number
  readonly principles: readonly {
    readonly id: string
    readonly title: string
    readonly you: number | null
    readonly lower: number
    readonly median: number
    readonly upper: number
  }[]
}

/**
 * You beside others: the middle half of the firms, and how many they are. With fewer than `min-firms` nothing is shown.
 *
 * @tag joinery-benchmark
 * @slot - shown until there is data
 * @csspart table - the table
 * @fires joinery-error - the data could not be loaded
 */
export class JoineryBenchmark extends JoineryElement<Pick<Format, 'language' | 'score' | 'range' | 'whole' | 'day'>> {
  static override properties = {
    ...JoineryElement.properties,
    data: { attribute: false },
    src: { type: String },
    rules: { type: String },
    ruleSet: { attribute: false },
    for: { type: String },
    you: { state: true },
    minFirms: { type: Number, attribute: 'min-firms' },
  }
  static override styles = [
    JoineryElement.styles,
    tableStyles,
    css`
      .strip-cell {
        inline-size: 30%;
        padding-inline-start: 12px;
      }
      svg {
        display: block;
        overflow: visible;
      }
      [dir='rtl'] svg {
        transform: scaleX(-1);
      }
      .track {
        fill: var(--_line);
      }
      .half {
        fill: var(--_accent);
        opacity: 0.35;
      }
      .middle {
        stroke: var(--_accent);
        stroke-width: 3;
      }
      .you {
        fill: var(--_ink);
      }
      @container (max-width: 29.9em) {
        .strip-cell {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .half,
        .you {
          fill: CanvasText;
        }
        .middle {
          stroke: Highlight;
        }
      }
    `,
  ]

  /** What is known about the others, and where you stand. */
  declare data: Benchmark | undefined
  /** Address of the same as JSON. */
  declare src: string
  /** Address of the rule set that they were assessed by, for other languages; not needed beside `for`. */
  declare rules: string
  /** The rule set, instead of `rules`. */
  declare ruleSet: RuleSetData | undefined
  /** Id of an assessment on the page whose result is "you". */
  declare for: string
  declare protected you: Result['principles'] | undefined
  /** The least number of firms that may be shown; never below 5. */
  declare minFirms: number

  protected override readonly formatIn = (language: string) => ({
    language,
    ...scoresIn(language),
    ...wholesIn(language),
    ...daysIn(language),
  })

  constructor() {
    super()
    this.minFirms = 5
    this.src = ''
    this.rules = ''
    this.for = ''
    followResult(this, ({ result, ruleSet }) => {
      this.you = result.principles
      this.ruleSet = ruleSet
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.#load({ from: 'src', to: 'data', isIt: isBenchmark })
    if (changed.has('rules')) this.#load({ from: 'rules', to: 'ruleSet' })
  }

  #load(wanted: Wanted): void {
    fetchInto(this, wanted).catch((error: unknown) => this.tell('joinery-error', { error }))
  }

  protected override content(): unknown {
    const { data, format } = this
    const words = wordsOf(this.language, 'results', benchmarkWords)
    const least = Math.max(5, Number(this.minFirms) || 5)
    if (data === undefined) return html`<slot></slot>`
    if (!(data.firms >= least)) return html`<p class="quiet">${words.benchmarkFew(format.whole(least))}</p>`
    const text = textsOf(this.ruleSet ?? { language: 'en' }, this.language)
    const { principle } = wordsOf(this.language, 'common', tableWords)
    return html`<table class="table" part="table">
      <caption class="quiet small">
        ${words.benchmark}: ${words.benchmarkLine(format.whole(data.firms), format.day(data.day))}
      </caption>
      <thead>
        <tr>
          <th scope="col">${principle}</th>
          <th scope="col" class="number">${words.you}</th>
          <th scope="col" class="number">${words.median}</th>
          <th scope="col" class="number">${words.middleHalf}</th>
          <td class="strip-cell"></td>
        </tr>
      </thead>
      <tbody>
        ${data.principles.map((one) => this.#rowView({ ...one, you: this.#youIn(one), title: text(one.id, 'title', one.title) }, data.top))}
      </tbody>
    </table>`
  }

  #youIn({ id, you }: Benchmark['principles'][number]): number | null {
    return this.you?.find((one) => one.id === id)?.score ?? you ?? null
  }

  #rowView({ title, you, lower, median, upper }: Shown, top: number): unknown {
    const { format } = this
    const at = (value: number) => `${Math.round((Math.max(0, Math.min(top, value)) / top) * 1e4) / 100}%`
    return html`<tr>
      <th scope="row">${saidIn(this.language)(title)}</th>
      <td class="number">${format.score(you)}</td>
      <td class="number">${format.score(median)}</td>
      <td class="number">${format.range(lower, upper)}</td>
      <td class="strip-cell">
        <svg width="100%" height="16" aria-hidden="true" focusable="false">
          <rect class="track" y="6" width="100%" height="4" rx="2"></rect>
          <rect class="half" x=${at(lower)} width=${at(upper - lower)} y="3" height="10" rx="2"></rect>
          <line class="middle" x1=${at(median)} x2=${at(median)} y1="1" y2="15"></line>
          ${you === null ? nothing : svg`<circle class="you" cx=${at(you)} cy="8" r="6"></circle>`}
        </svg>
      </td>
    </tr>`
  }
}

interface Shown extends Omit<Benchmark['principles'][number], 'title'> {
  readonly title: Said
}

function isBenchmark(value: unknown): value is Benchmark {
  return Array.isArray((value as Partial<Benchmark> | null)?.principles)
}
