import { html } from 'lit'
import { live } from '../base/live.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { fieldSet } from './field.ts'
import { fieldTypeOf } from './field-type.ts'
import type { Asked, InputContext, SetValue } from './input.ts'

type Item = Readonly<Record<string, unknown>>

/** Whether items are one of a fixed choice and a yes or no: then a tick says it all. */
export function isTickList({ fields = [], fact }: Asked, facts: RuleSetData['facts']): boolean {
  const [first, second, ...others] = fields
  return (
    others.length === 0 &&
    first?.choices !== undefined &&
    second !== undefined &&
    fieldTypeOf(`${fact}.${second.field}`, { hasChoices: false, facts }) === 'yesNo'
  )
}

export function tickList(
  asked: Asked,
  { items, set, context }: { items: readonly Item[]; set: SetValue; context: InputContext },
): unknown {
  const [key, flag] = (asked.fields ?? []).map(({ field }) => field) as [string, string]
  const choices = asked.fields?.[0]?.choices ?? []
  const isTicked = (value: string) => items.some((item) => item[key] === value && item[flag] === true)
  const toggle = (value: string, isOn: boolean) => {
    const next = choices.map((choice) => ({
      ...items.find((item) => item[key] === choice.value),
      [key]: choice.value,
      [flag]: choice.value === value ? isOn : isTicked(choice.value),
    }))
    // with the first tick all others are answered too: they say nothing yet
    set(next.some((item) => item[flag]) ? next : undefined)
  }
  return fieldSet(
    asked,
    html`<div class="checks columns">
      ${choices.map(
        (choice, index) =>
          html`<label class="tick">
            <input
              type="checkbox"
              id="${asked.id}-${index}"
              .checked=${live(isTicked(choice.value))}
              @change=${({ target }: Event) => toggle(choice.value, (target as HTMLInputElement).checked)}
            />
            <span>${context.said(context.text(`${asked.fact}.${key}`, `choice.${choice.value}`, choice.label))}</span>
          </label>`,
      )}
    </div>`,
  )
}
