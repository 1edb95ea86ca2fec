import { html, nothing, type TemplateResult } from 'lit'
import type { Proposal, Question } from '@joinery/intake'
import { counted } from '../words.ts'
import { freeTogether, isFree, type Found } from './bringing.ts'
import { keyOf, type Bring, type State } from './state.ts'

/** What the files say about each partner, to be confirmed one by one or all at once. */
export function findingsView({ found, confirmed }: State, bring: Bring): TemplateResult | typeof nothing {
  if (found === undefined) return nothing
  const free = found.flatMap((one) => freeKeys(one))
  const isAll = free.length > 0 && free.every((key) => confirmed.has(key))
  const fresh = found.filter(({ candidate }) => candidate.id === undefined).length
  return html`<section>
    <h2>What your files say</h2>
    <p>Confirm what is right. What is recorded already is never written over.</p>
    ${
      free.length === 0
        ? html`<p class="note">Nothing new was found for these partners.</p>`
        : html`<p>
            <button type="button" class="plain" @click=${() => bring.confirm(free, !isAll)}>
              ${isAll ? 'Confirm none' : `Confirm all ${free.length}`}
            </button>
          </p>`
    }
    ${found.map((one) => foundView(one, confirmed, bring))}
    <div class="buttons">
      <button type="button" ?disabled=${confirmed.size + fresh === 0} @click=${() => void bring.write()}>
        ${writeWords(confirmed.size, fresh)}
      </button>
    </div>
  </section>`
}

function writeWords(findings: number, fresh: number): string {
  const add = fresh === 0 ? '' : `Add ${counted(fresh, 'partner')}`
  const write = findings === 0 ? '' : `write ${counted(findings, 'finding')}`
  const words = [add, write].filter((part) => part !== '').join(' and ')
  return words === '' ? 'Write' : `${words[0]?.toUpperCase()}${words.slice(1)}`
}

function freeKeys(one: Found): readonly string[] {
  return freeTogether(one.proposals).map((at) => keyOf(one, at))
}

function foundView(one: Found, confirmed: ReadonlySet<string>, bring: Bring): TemplateResult {
  const { candidate, proposals, asked } = one
  return html`<fieldset class="stacked found">
    <legend>
      <h3><bdi>${candidate.name}</bdi>${candidate.id === undefined ? html` <span class="tag">new</span>` : nothing}</h3>
    </legend>
    ${asked.map((question) => askedView(question))}
    ${proposals.length + asked.length === 0 ? html`<p class="quiet">The files say nothing about this partner.</p>` : nothing}
    ${proposals.map((proposal, at) => proposalView(proposal, { key: keyOf(one, at), confirmed, bring }))}
  </fieldset>`
}

/** An answer would go for all partners of the file, so it is given by choosing the partner under the name of the file. */
function askedView({ text, options }: Question): TemplateResult {
  const names = options.filter(({ value }) => value !== 'none')
  return html`<p class="note">
    ${text} ${names.map(({ label }, at) => html`${at === 0 ? '' : ', '}<bdi>${label}</bdi>`)}.
    <span class="hint">Choose the partner above by the name that it has in the file, and look again.</span>
  </p>`
}

interface Shown {
  readonly key: string
  readonly confirmed: ReadonlySet<string>
  readonly bring: Bring
}

function proposalView(proposal: Proposal, { key, confirmed, bring }: Shown): TemplateResult {
  const { says, because, recorded } = proposal
  if (!isFree(proposal))
    return html`<p class="kept">
      ${says} <span class="hint">${because}. Your record says ${String(recorded)}, and that stays.</span>
    </p>`
  const toggle = ({ currentTarget }: Event) => bring.confirm([key], (currentTarget as HTMLInputElement).checked)
  return html`<label class="option">
    <input type="checkbox" .checked=${confirmed.has(key)} @change=${toggle} />
    <span>${says} <span class="hint">${because}</span></span>
  </label>`
}
