import { html, textarea, when, type Html } from '../html.ts'
import { nameView, type Fact } from './facts.ts'
import type { Invitation } from './open-invitation.ts'

/** As many as can be read in a minute or two; all others are a line each, until somebody opens it. */
const openAtOnce = 3

/** The shared facts, each with "yes, that is so" and "not quite"; what was not confirmed yet stands first. */
export function factsView(invitation: Invitation): Html {
  const { facts, confirmed, etag, from, words, at } = invitation
  const isNew = ({ field }: Fact) => !confirmed.includes(field)
  const open = facts.filter(isNew).slice(0, openAtOnce)
  const more = facts.filter((fact) => !open.includes(fact))
  return html`<section id="facts">
    <h2>${words.facts.title}</h2>
    <p>${words.facts.lead(from)}</p>
    <form method="post" action="${at('/facts')}" novalidate>
      <input type="hidden" name="seen" value="${etag}" />
      ${open.map((fact) => factView(fact, invitation))}
      ${when(open.length > 0 && more.length > 0, () => html`<p class="below">${words.facts.more}</p>`)}
      ${more.map((fact) => foldedView(fact, invitation))}
      <div class="buttons"><button>${words.facts.send}</button></div>
    </form>
  </section>`
}

function foldedView(fact: Fact, invitation: Invitation): Html {
  const { confirmed, sent, words } = invitation
  const { field, title } = fact
  // what was just said about it is not put out of sight
  const isOpen = sent?.get(field) === 'no'
  return html`<details class="fact" ${isOpen ? html` open` : html``}>
    <summary>
      ${nameView(title)}
      ${when(confirmed.includes(field), () => html`<span class="tag">${words.facts.confirmed}</span>`)}
    </summary>
    ${factView(fact, invitation)}
  </details>`
}

function factView({ field, title, view }: Fact, invitation: Invitation): Html {
  const { confirmed, remarks, sent, etag, words } = invitation
  // a "yes" to what has changed meanwhile has to be said anew
  const said = sent?.get('seen') === etag || sent?.get(field) === 'no' ? sent?.get(field) : undefined
  const isConfirmed = confirmed.includes(field)
  const waiting = remarks.filter((remark) => remark.field === field && remark.state === 'open')
  return html`<fieldset class="statement">
    <legend>${nameView(title)}</legend>
    ${view}
    ${waiting.map(({ comment }) => html`<p class="note small"><b>${words.facts.said}</b> <bdi>${comment}</bdi></p>`)}
    <div class="options">
      ${choice(field, { value: 'yes', label: words.facts.so, isChosen: (said ?? (isConfirmed ? 'yes' : '')) === 'yes' })}
      ${choice(field, { value: 'no', label: words.facts.notQuite, isChosen: said === 'no' })}
    </div>
    <div class="field correction">
      <label class="name" for="${field}-note">${words.facts.what}</label>
      ${textarea({ id: `${field}-note`, name: `${field}-note`, maxlength: '1000', rows: '3' }, html``, sent?.get(`${field}-note`) ?? '')}
    </div>
  </fieldset>`
}

interface Choice {
  readonly value: 'yes' | 'no'
  readonly label: string
  readonly isChosen: boolean
}

function choice(field: string, { value, label, isChosen }: Choice): Html {
  return html`<label class="option"
    ><input type="radio" name="${field}" value="${value}" ${isChosen ? html` checked` : html``} /><span
      >${label}</span
    ></label
  >`
}
