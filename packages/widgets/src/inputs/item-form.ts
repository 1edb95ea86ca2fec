import { html, nothing } from 'lit'
import type { QuestionField } from '../rule-set/document.ts'
import { choiceInput } from './choice-input.ts'
import { choicesInput } from './choices-input.ts'
import { dateInput } from './date-input.ts'
import { fieldTypeOf, type FieldType } from './field-type.ts'
import type { Asked, Input, InputContext } from './input.ts'
import { numberInput } from './number-input.ts'
import { shareInput } from './share-input.ts'
import { textInput } from './text-input.ts'
import { yesNoInput } from './yes-no-input.ts'

type Item = Readonly<Record<string, unknown>>

const inputs: Readonly<Record<FieldType, Input>> = {
  text: textInput,
  number: numberInput,
  share: shareInput,
  date: dateInput,
  yesNo: yesNoInput,
  choice: choiceInput,
  choices: choicesInput,
}

interface At {
  readonly item: Item
  readonly id: string
  readonly set: (item: Item) => void
  readonly context: InputContext
}

/** The form of one item: what the rules look at first, the rest behind a fold. */
export function itemForm(asked: Asked, at: At): unknown {
  const { context } = at
  const fields = (asked.fields ?? []).filter(({ field }) => !Object.hasOwn(asked.preset ?? {}, field))
  const isFirst = ({ field }: QuestionField, index: number) =>
    index === 0 || context.matters.has(`${asked.fact}.${field}`) || fields.length <= 4
  const first = fields.filter(isFirst)
  const more = fields.filter((field) => !first.includes(field))
  return html`<div class="item-form">
    ${first.map((field, index) => ask(asked, { ...at, field, isFirst: index === 0 }))}
    ${
      more.length === 0
        ? nothing
        : html`<details class="item-more">
            <summary>${context.words.more}</summary>
            <div class="item-form">${more.map((field) => ask(asked, { ...at, field, isFirst: false }))}</div>
          </details>`
    }
  </div>`
}

function ask(
  asked: Asked,
  { item, id, set, context, field, isFirst }: At & { field: QuestionField; isFirst: boolean },
) {
  const path = `${asked.fact}.${field.field}`
  const { text, said } = context
  const type = fieldTypeOf(path, { hasChoices: field.choices !== undefined, facts: context.facts })
  const change = (value: unknown) => {
    const { [field.field]: _before, ...others } = item
    set(value === undefined ? others : { ...others, [field.field]: value })
  }
  return inputs[type](
    {
      id: isFirst ? `${id}-first` : `${id}-${field.field}`,
      fact: path,
      textsId: path,
      title: said(text(path, 'title', field.title)),
      choices: field.choices,
      ...(field.help === undefined ? {} : { help: said(text(path, 'help', field.help)) }),
    },
    { value: item[field.field], set: change, context },
  )
}
