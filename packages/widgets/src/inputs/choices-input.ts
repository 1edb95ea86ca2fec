import { html } from 'lit'
import { live } from '../base/live.ts'
import { fieldSet } from './field.ts'
import type { Input } from './input.ts'

/** Any of several. */
export const choicesInput: Input = (asked, { value, set, context }) => {
  const chosen = Array.isArray(value) ? value : []
  const toggle = (one: string, isChosen: boolean) => {
    // in the order of the choices, so that the same answers make the same record
    const next = (asked.choices ?? [])
      .map((choice) => choice.value)
      .filter((other) => (other === one ? isChosen : chosen.includes(other)))
    set(next.length === 0 ? undefined : next)
  }
  return fieldSet(
    asked,
    html`<div class="checks">
      ${(asked.choices ?? []).map(
        (choice, index) =>
          html`<label class="tick">
            <input
              type="checkbox"
              id="${asked.id}-${index}"
              .checked=${live(chosen.includes(choice.value))}
              @change=${({ target }: Event) => toggle(choice.value, (target as HTMLInputElement).checked)}
            />
            <span>${context.said(context.text(asked.textsId, `choice.${choice.value}`, choice.label))}</span>
          </label>`,
      )}
    </div>`,
  )
}
