import { html, nothing } from 'lit'
import { accept, describedBy, field } from './field.ts'
import type { Input } from './input.ts'

export const dateInput: Input = (asked, { value, set, context: { desk, words } }) => {
  const change = ({ target }: Event) => {
    const { value: day, validity } = target as HTMLInputElement
    const isRight = !validity.badInput && (day === '' || /^[12]\d{3}-\d\d-\d\d$/.test(day))
    if (accept(desk, asked.id, isRight ? undefined : words.notDay)) set(day === '' ? undefined : day)
  }
  return field(
    asked,
    desk,
    html`<input
      id=${asked.id}
      class="short"
      type="date"
      min="1900-01-01"
      max="2999-12-31"
      aria-describedby=${describedBy(asked, desk)}
      aria-invalid=${desk.faults.has(asked.id) ? 'true' : nothing}
      .value=${typeof value === 'string' ? value : ''}
      @change=${change}
    />`,
  )
}
