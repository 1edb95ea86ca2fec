import { readTyped, writeTyped, type QuestionType } from '@joinery/core/plugin'
import { html, noChange, nothing } from 'lit'
import { accept, describedBy, field } from '../inputs/field.ts'
import type { Asked, Input } from '../inputs/input.ts'

/** A field in which somebody types as a plugin reads it. What cannot be read stays as it was written, and says why. */
export function pluginInput(type: QuestionType): Input {
  return (asked, { value, set, context }) => {
    const { desk, text, said } = context
    const { id, input } = type
    const isWrong = desk.faults.has(asked.id)
    const change = ({ target }: Event) => {
      const typed = (target as HTMLInputElement).value.trim()
      const read = typed === '' ? { value: undefined } : readTyped(type, typed)
      if (accept(desk, asked.id, 'problem' in read ? read.problem : undefined) && 'value' in read) set(read.value)
    }
    const unit = input.unit === undefined ? nothing : said(text(id, 'unit', input.unit))
    const example = html`${asked.help ?? nothing} ${said(text(id, 'example', input.example))}`
    const shown: Asked = { ...asked, help: example }
    const control = html`<span class="tick">
      <input
        id=${asked.id}
        class="short"
        type="text"
        inputmode=${input.mode}
        autocomplete="off"
        maxlength="2000"
        aria-describedby=${describedBy(shown, desk)}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${isWrong ? noChange : writeTyped(type, value)}
        @change=${change}
      />
      <span class="quiet">${unit}</span>
    </span>`
    return field(shown, desk, control)
  }
}
