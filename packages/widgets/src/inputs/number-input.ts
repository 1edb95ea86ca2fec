import { html, noChange, nothing } from 'lit'
import { live } from '../base/live.ts'
import { accept, describedBy, field } from './field.ts'
import type { Asked, Input } from './input.ts'

export const numberInput: Input = (asked, at) =>
  entry(asked, { ...at, factor: 1, isRight: Number.isFinite, fault: at.context.words.notNumber, unit: undefined })

interface Entry extends Readonly<Omit<Parameters<Input>[1], never>> {
  readonly factor: number
  readonly isRight: (value: number) => boolean
  readonly fault: string
  readonly unit: string | undefined
}

/** A field for a number, in the unit that people use. */
export function entry(asked: Asked, { value, set, context, factor, isRight, fault, unit }: Entry): unknown {
  const { desk } = context
  const isWrong = desk.faults.has(asked.id)
  // what cannot be read stays as it was written, until it is put right
  const shown = typeof value === 'number' ? String(Math.round(value * factor * 1e4) / 1e4) : ''
  const change = ({ target }: Event) => {
    const text = (target as HTMLInputElement).value.trim().replace(',', '.')
    const number = Number(text)
    if (text === '') {
      accept(desk, asked.id, undefined)
      set(undefined)
    } else if (accept(desk, asked.id, isRight(number) ? undefined : fault)) set(number / factor)
  }
  const control = html`<span class="tick">
    <input
      id=${asked.id}
      class="number"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-describedby=${describedBy(asked, desk)}
      aria-invalid=${isWrong ? 'true' : nothing}
      .value=${isWrong ? noChange : live(shown)}
      @change=${change}
    />
    ${unit === undefined ? nothing : html`<span class="quiet">${unit}</span>`}
  </span>`
  return field(asked, desk, control)
}
