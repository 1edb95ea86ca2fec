import { html, when, type Html } from '../page.ts'

/** What there is to choose from, and what is chosen. */
export interface Options<Option> {
  readonly chosen: string
  readonly options: readonly Option[]
}

export function select(name: string, label: string, { chosen, options }: Options<readonly [string, string]>): Html {
  return html`<div class="field">
    <label class="name" for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html` selected` : html``}>${text}</option>`)}
    </select>
  </div>`
}

export function radios(
  name: string,
  label: string,
  { chosen, options }: Options<readonly [string, string, string]>,
): Html {
  return html`<fieldset class="field stacked">
    <legend class="name">${label}</legend>
    ${options.map(
      ([value, title, about]) =>
        html`<label class="option"
          ><input type="radio" name="${name}" value="${value}" ${value === chosen ? html` checked` : html``} /><span
            ><strong>${title}</strong> <span class="hint">${about}</span></span
          ></label
        >`,
    )}
  </fieldset>`
}

interface Tick {
  readonly label: string
  readonly isOn: boolean
  readonly hint?: string
}

export function tick(name: string, { label, isOn, hint = '' }: Tick): Html {
  return html`<div class="field stacked">
    <label class="option"
      ><input type="checkbox" name="${name}" value="on" ${isOn ? html` checked` : html``} /><span
        ><strong>${label}</strong> ${when(hint !== '', () => html`<span class="hint">${hint}</span>`)}</span
      ></label
    >
  </div>`
}

export function colour(name: string, label: string, value: string): Html {
  return html`<label><span class="name">${label}</span><input type="color" name="${name}" value="${value}" /></label>`
}
