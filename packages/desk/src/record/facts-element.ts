import type { Relationship } from '@joinery/core'
import {
  commonWords,
  controls,
  createFormat,
  define,
  factsIn,
  fields,
  focusOn,
  formStyles,
  inputWordsIn,
  itemStyles,
  JoineryElement,
  laterInputs,
  questionsView,
  saidIn,
  textsOf,
  type Asking,
  type Question,
  type RuleSetData,
} from '@joinery/widgets/asking'
import { css } from 'lit'

/** Asks for facts of one record, with the lists and forms that the assessment has. It keeps nothing: each change is told. */
class FactsElement extends JoineryElement {
  static override properties = {
    ...JoineryElement.properties,
    ruleSet: { attribute: false },
    questions: { attribute: false },
    record: { attribute: false },
    edit: { attribute: false },
    today: { type: String },
  }

  static override styles = [
    JoineryElement.styles,
    controls,
    fields,
    formStyles,
    itemStyles,
    css`
      .label {
        font-weight: 600;
      }
      .hint {
        color: var(--_quiet);
        font-size: 0.9375em;
      }
    `,
  ]

  declare ruleSet: RuleSetData
  declare questions: readonly Question[]
  declare record: Relationship
  declare edit: (record: Relationship) => void
  declare today: string

  protected override readonly formatIn = createFormat

  #first: { readonly of: RuleSetData; readonly fields: ReadonlySet<string> } | undefined
  readonly #asking: Asking = {
    open: new Map(),
    faults: new Map(),
    removed: new Map(),
    redraw: (focus) => {
      this.requestUpdate()
      if (focus !== undefined) void this.updateComplete.then(() => focusOn(this.renderRoot, focus))
    },
  }

  /** Whether an entry stands there that cannot be read. */
  get hasFaults(): boolean {
    return this.#asking.faults.size > 0
  }

  #matters(): ReadonlySet<string> {
    if (this.#first?.of !== this.ruleSet) this.#first = { of: this.ruleSet, fields: firstFields(this.ruleSet) }
    return this.#first.fields
  }

  protected override content(): unknown {
    const { language, ruleSet, record, today, format } = this
    const setRecord = (next: Relationship) => {
      this.record = next
      this.edit(next)
    }
    return questionsView(
      {
        session: { document: ruleSet, setRecord, state: () => ({ record: this.record }) },
        state: { record },
        text: textsOf(ruleSet, language),
        said: saidIn(language),
        desk: this.#asking,
        inputWords: inputWordsIn(language),
        common: commonWords(language),
        rest: { laterInputs },
        format,
        today,
      },
      this.questions,
      this.#matters(),
    )
  }
}

/** By what people tell the entries of a list apart, and who does what. */
const names = ['name', 'text', 'title', 'what', 'item', 'role', 'owner', 'standIn']

/** The fields of lists that are asked first: what rules look at, and what an entry is known by. */
function firstFields({ practice, instrument }: RuleSetData): ReadonlySet<string> {
  const known = (instrument?.questions ?? []).flatMap(({ fact }) => names.map((name) => `${fact}.${name}`))
  return new Set([...practice.indicators.flatMap(({ conditions }) => [...factsIn(conditions)]), ...known])
}

export function defineFacts(): void {
  define('desk-facts', FactsElement)
}

export type { FactsElement }
