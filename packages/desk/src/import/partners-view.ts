import { html, nothing, type TemplateResult } from 'lit'
import { percent } from '../words/format.ts'
import type { Candidate } from './bringing.ts'
import { everyCandidate, type Bring, type State } from './state.ts'
import { typed } from '../typed.ts'
import { words } from '../words/speak.ts'

/** More than this nobody reads through; the others are small. */
const mostShown = 40

/** Which partners to look for in the files: those that are looked after already, and those of the ledgers. */
export function partnersView(state: State, bring: Bring): TemplateResult {
  const all = everyCandidate(state)
  const shown = all.filter(({ id, name }, at) => id !== undefined || at < mostShown || state.added.includes(name))
  const largest = all
    .filter(({ revenueShare, spendShare }) => revenueShare !== undefined || spendShare !== undefined)
    .slice(0, 5)
    .map(({ name }) => name)
  const said = words().partners
  return html`<section>
    <h2>${said.title}</h2>
    <p>${said.lead}</p>
    ${
      largest.length === 0
        ? nothing
        : html`<p>
            <button type="button" class="plain" @click=${() => bring.pick(largest, true)}>${said.largest}</button>
          </p>`
    }
    <fieldset class="stacked">
      <legend class="unseen">${said.legend}</legend>
      ${shown.map((candidate) => candidateView(candidate, state, bring))}
    </fieldset>
    ${all.length > shown.length ? html`<p class="hint">${said.smaller(all.length - shown.length)}</p>` : nothing}
    ${addView(bring)}
    <div class="buttons">
      <button type="button" ?disabled=${state.picked.size === 0} @click=${() => void bring.find()}>${said.find}</button>
    </div>
  </section>`
}

function candidateView(candidate: Candidate, { picked }: State, { pick }: Bring): TemplateResult {
  const { name, id, revenueShare, spendShare } = candidate
  const said = words().partners
  const facts = [
    ...(id === undefined ? [] : [said.known]),
    ...(revenueShare === undefined ? [] : [said.ofRevenue(percent(revenueShare))]),
    ...(spendShare === undefined ? [] : [said.ofSpend(percent(spendShare))]),
  ]
  const toggle = ({ currentTarget }: Event) => pick([name], (currentTarget as HTMLInputElement).checked)
  return html`<label class="option">
    <input type="checkbox" .checked=${picked.has(name)} @change=${toggle} />
    <span><bdi>${name}</bdi> <span class="hint inline">${facts.join(', ')}</span></span>
  </label>`
}

function addView({ addPartner }: Bring): TemplateResult {
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const name = typed(new FormData(form), 'partner')
    if (name !== '') addPartner(name)
    form.reset()
  }
  return html`<form class="inline-form" novalidate @submit=${add}>
    <div class="field">
      <label class="name" for="another">${words().partners.another}</label>
      <input id="another" name="partner" type="text" autocomplete="off" maxlength="200" />
    </div>
    <button class="plain">${words().partners.add}</button>
  </form>`
}
