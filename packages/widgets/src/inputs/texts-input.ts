import { html, nothing } from 'lit'
import { describedBy, field } from './field.ts'
import type { Asked, Input, InputContext } from './input.ts'

/** Several short texts, one a line. */
export const textsInput: Input = (asked, { value, set, context }) => {
  const texts = Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
  const lines = ({ target }: Event) => (target as HTMLTextAreaElement).value.split('\n')
  const { desk } = context
  const area = html`<textarea
      id=${asked.id}
      rows=${Math.max(3, texts.length + 1)}
      placeholder=${context.words.perLine}
      aria-describedby=${describedBy(asked, desk)}
      .value=${texts.join('\n')}
      @input=${(event: Event) => {
        const given = lines(event).filter((line) => line.trim() !== '')
        set(given.length === 0 ? undefined : given)
      }}
    ></textarea>
    ${wholeList(asked, { count: texts.length, set, context })}`
  return field(asked, desk, area)
}

/** Whether the list is all there is: a count of an unfinished list is only a lower bound. */
export function wholeList(
  asked: Asked,
  { count, set, context }: { count: number; set: (value: unknown) => void; context: InputContext },
): unknown {
  const { words, isWhole, setWhole } = context
  const change = ({ target }: Event) => {
    const { checked } = target as HTMLInputElement
    if (count === 0) set(checked ? [] : undefined)
    setWhole(checked)
  }
  if (asked.preset !== undefined) return nothing
  return html`<label class="tick small">
    <input type="checkbox" id="${asked.id}-all" .checked=${isWhole} @change=${change} />
    ${count === 0 ? words.none : words.isAll}
  </label>`
}
