import { html, nothing } from 'lit'
import { live } from '../base/live.ts'
import { fieldSet, field } from './field.ts'
import type { Asked, Input } from './input.ts'

const mostRadios = 7

/** One of several: radio buttons while they can be taken in at a glance, else a list to choose from. */
export const choiceInput: Input = (asked, at) => {
  const { value, set, context } = at
  const choices = asked.choices ?? []
  if (choices.length > mostRadios) return choiceList(asked, at)
  return fieldSet(
    asked,
    html`<div class="radios">
        ${choices.map(
          (choice, index) =>
            html`<label class="tick">
              <input
                type="radio"
                name=${asked.id}
                id="${asked.id}-${index}"
                .checked=${live(value === choice.value)}
                @change=${() => set(choice.value)}
              />
              <span>${context.said(context.text(asked.textsId, `choice.${choice.value}`, choice.label))}</span>
            </label>`,
        )}
      </div>
      ${
        value === undefined
          ? nothing
          : html`<button type="button" class="plain small" @click=${() => set(undefined)}>
              ${context.words.clear}
            </button>`
      }`,
  )
}

function choiceList(asked: Asked, { value, set, context }: Parameters<Input>[1]): unknown {
  const change = ({ target }: Event) => set((target as HTMLSelectElement).value || undefined)
  return field(
    asked,
    context.desk,
    html`<select id=${asked.id} class="short" @change=${change}>
      <option value="" ?selected=${value === undefined}>${context.words.choose}</option>
      ${(asked.choices ?? []).map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${value === choice.value}>
            ${context.text(asked.textsId, `choice.${choice.value}`, choice.label).text}
          </option>`,
      )}
    </select>`,
  )
}
