import { html, nothing, type TemplateResult } from 'lit'
import { percent } from '../words.ts'
import type { Candidate } from './bringing.ts'
import { everyCandidate, type Bring, type State } from './state.ts'
import { typed } from '../typed.ts'

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
  return html`<section>
    <h2>Which partners is this about?</h2>
    <p>Three to five are worth the effort to begin with. More can follow later.</p>
    ${
      largest.length === 0
        ? nothing
        : html`<p>
            <button type="button" class="plain" @click=${() => bring.pick(largest, true)}>
              Choose the largest five
            </button>
          </p>`
    }
    <fieldset class="stacked">
      <legend class="unseen">Partners</legend>
      ${shown.map((candidate) => candidateView(candidate, state, bring))}
    </fieldset>
    ${all.length > shown.length ? html`<p class="hint">${all.length - shown.length} smaller ones are not shown.</p>` : nothing}
    ${addView(bring)}
    <div class="buttons">
      <button type="button" ?disabled=${state.picked.size === 0} @click=${() => void bring.find()}>
        Look for them in the files
      </button>
    </div>
  </section>`
}

function candidateView(candidate: Candidate, { picked }: State, { pick }: Bring): TemplateResult {
  const { name, id, revenueShare, spendShare } = candidate
  const facts = [
    ...(id === undefined ? [] : ['already looked after']),
    ...(revenueShare === undefined ? [] : [`${percent(revenueShare)} of revenue`]),
    ...(spendShare === undefined ? [] : [`${percent(spendShare)} of spend`]),
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
      <label class="name" for="another">Another partner</label>
      <input id="another" name="partner" type="text" autocomplete="off" maxlength="200" />
    </div>
    <button class="plain">Add</button>
  </form>`
}
