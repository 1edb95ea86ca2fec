import { html } from 'lit'
import { describedBy, field } from './field.ts'
import type { Input } from './input.ts'

export const textInput: Input = (asked, { value, set, context: { desk } }) =>
  field(
    asked,
    desk,
    html`<input
      id=${asked.id}
      type="text"
      autocomplete="off"
      maxlength="2000"
      aria-describedby=${describedBy(asked, desk)}
      .value=${typeof value === 'string' ? value : ''}
      @input=${({ target }: InputEvent) => {
        const text = (target as HTMLInputElement).value
        set(text.trim() === '' ? undefined : text)
      }}
    />`,
  )
