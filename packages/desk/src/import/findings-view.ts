import { html, nothing, type TemplateResult } from 'lit'
import { inGroups, type Proposal, type Question } from '@joinery/intake'
import { words } from '../words/speak.ts'
import { inEnglish } from '../words/in-english.ts'
import { freeTogether, isFree, type Found } from './bringing.ts'
import { keyOf, type Bring, type State } from './state.ts'

/** What the files say about each partner, to be confirmed one by one or all at once. */
export function findingsView(state: State, bring: Bring): TemplateResult | typeof nothing {
  const { found, confirmed } = state
  if (found === undefined) return nothing
  const free = found.flatMap((one) => freeKeys(one))
  const isAll = free.length > 0 && free.every((key) => confirmed.has(key))
  const fresh = found.filter(({ candidate }) => candidate.id === undefined).length
  const said = words().findings
  return html`<section>
    <h2>${said.title}</h2>
    <p>${said.lead}</p>
    ${
      free.length === 0
        ? html`<p class="note">${said.nothing}</p>`
        : html`<p>
            <button type="button" class="plain" @click=${() => bring.confirm(free, !isAll)}>
              ${isAll ? said.none : said.all(free.length)}
            </button>
          </p>`
    }
    ${found.map((one) => foundView(one, state, bring))}
    <div class="buttons">
      <button type="button" ?disabled=${confirmed.size + fresh === 0} @click=${() => void bring.write()}>
        ${said.write(fresh, confirmed.size)}
      </button>
    </div>
  </section>`
}

function freeKeys(one: Found): readonly string[] {
  return freeTogether(one.proposals).map((at) => keyOf(one, at))
}

function foundView(one: Found, state: State, bring: Bring): TemplateResult {
  const { candidate, proposals, asked } = one
  const keys = new Map(proposals.map((proposal, at) => [proposal, keyOf(one, at)]))
  return html`<fieldset class="stacked found">
    <legend>
      <h3>
        <bdi>${candidate.name}</bdi
        >${candidate.id === undefined ? html` <span class="tag">${words().findings.new}</span>` : nothing}
      </h3>
    </legend>
    ${asked.map((question) => askedView(question))}
    ${proposals.length + asked.length === 0 ? html`<p class="quiet">${words().findings.silent}</p>` : nothing}
    ${inGroups(proposals).map((group) => groupView(group, { keys, state, bring }))}
  </fieldset>`
}

interface Grouped {
  readonly keys: ReadonlyMap<Proposal, string>
  readonly state: State
  readonly bring: Bring
}

/** Many alike are one line, confirmed by one tick; who wants to look at each of them unfolds them. */
function groupView(group: readonly Proposal[], { keys, state, bring }: Grouped): unknown {
  const { confirmed, unfolded } = state
  const each = () => group.map((one) => proposalView(one, { key: keys.get(one) ?? '', confirmed, bring }))
  const name = group[0]?.group
  const free = group.filter(isFree).map((one) => keys.get(one) ?? '')
  const key = free[0]
  if (name === undefined || key === undefined) return each()
  const isAll = free.every((one) => confirmed.has(one))
  const said = words().findings
  const toggle = ({ currentTarget }: Event) => bring.confirm(free, (currentTarget as HTMLInputElement).checked)
  return html`<label class="option">
      <input
        type="checkbox"
        .checked=${isAll}
        .indeterminate=${!isAll && free.some((one) => confirmed.has(one))}
        @change=${toggle}
      />
      <span>${inEnglish(name)}</span>
    </label>
    <details ?open=${unfolded.has(key)}>
      <summary @click=${(event: Event) => unfold(event, key, bring)}>${said.each(group.length)}</summary>
      ${unfolded.has(key) ? html`<div class="stacked">${each()}</div>` : nothing}
    </details>`
}

/** Thousands of lines are drawn only where somebody wants to see them. */
function unfold(event: Event, key: string, { unfold: turn }: Bring): void {
  event.preventDefault()
  turn(key)
}

/** An answer would go for all partners of the file, so it is given by choosing the partner under the name of the file. */
function askedView({ text, options }: Question): TemplateResult {
  const names = options.filter(({ value }) => value !== 'none')
  return html`<p class="note">
    ${inEnglish(text)} ${names.map(({ label }, at) => html`${at === 0 ? '' : ', '}<bdi>${label}</bdi>`)}.
    <span class="hint">${words().findings.howToAnswer}</span>
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
      ${inEnglish(says)}
      <span class="hint">${inEnglish(`${because}.`)} ${words().findings.stays(String(recorded))}</span>
    </p>`
  const toggle = ({ currentTarget }: Event) => bring.confirm([key], (currentTarget as HTMLInputElement).checked)
  return html`<label class="option">
    <input type="checkbox" .checked=${confirmed.has(key)} @change=${toggle} />
    <span>${inEnglish(says)} <span class="hint">${inEnglish(because)}</span></span>
  </label>`
}
