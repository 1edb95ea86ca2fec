import { html, nothing } from 'lit'
import type { Asked, Desk } from './input.ts'

/** A label, a hint and what is wrong, around one control. */
export function field({ id, title, help }: Asked, desk: Desk, control: unknown): unknown {
  const fault = desk.faults.get(id)
  return html`<div class="field" part="field">
    <label class="label" for=${id}>${title}</label>
    ${help === undefined ? nothing : html`<p class="hint" id="${id}-hint">${help}</p>`}
    ${fault === undefined ? nothing : html`<p class="wrong small" id="${id}-wrong">${fault}</p>`} ${control}
  </div>`
}

/** A legend, a hint and several controls of one answer. */
export function fieldSet({ id, title, help }: Asked, controls: unknown): unknown {
  return html`<fieldset class="field" id=${id} aria-describedby=${help === undefined ? nothing : `${id}-hint`}>
    <legend class="label">${title}</legend>
    ${help === undefined ? nothing : html`<p class="hint" id="${id}-hint">${help}</p>`} ${controls}
  </fieldset>`
}

export function describedBy({ id, help }: Asked, desk: Desk): string | typeof nothing {
  const parts = [help === undefined ? '' : `${id}-hint`, desk.faults.has(id) ? `${id}-wrong` : ''].filter(Boolean)
  return parts.length === 0 ? nothing : parts.join(' ')
}

/** Notes or forgets that an entry cannot be read; true where it can. */
export function accept(desk: Desk, id: string, fault: string | undefined): boolean {
  const before = desk.faults.get(id)
  if (fault === undefined) desk.faults.delete(id)
  else desk.faults.set(id, fault)
  if (before !== fault) desk.redraw()
  return fault === undefined
}
