import { html, textarea, when, type Html } from '../html.ts'
import { nameView, type Fact } from './facts.ts'
import type { Invitation } from './open-invitation.ts'

/** The shared facts, each with "yes, that is so" and "not quite". */
export function factsView(invitation: Invitation): Html {
  const { facts, etag, from, words, at } = invitation
  return html`<section id="facts">
    <h2>${words.facts.title}</h2>
    <p>${words.facts.lead(from)}</p>
    <form method="post" action="${at('/facts')}" novalidate>
      <input type="hidden" name="seen" value="${etag}" />
      ${facts.map((fact) => factView(fact, invitation))}
      <div class="buttons"><button>${words.facts.send}</button></div>
    </form>
  </section>`
}

function factView({ field, title, view }: Fact, { confirmed, remarks, words }: Invitation): Html {
  const isConfirmed = confirmed.includes(field)
  const waiting = remarks.filter((remark) => remark.field === field && remark.state === 'open')
  return html`<fieldset class="statement">
    <legend>${nameView(title)}</legend>
    ${view} ${when(isConfirmed, () => html`<p><span class="tag">${words.facts.confirmed}</span></p>`)}
    ${waiting.map(({ comment }) => html`<p class="note small"><b>${words.facts.said}</b> <bdi>${comment}</bdi></p>`)}
    <div class="options">
      ${choice(field, { value: 'yes', label: words.facts.so, isChosen: isConfirmed })}
      ${choice(field, { value: 'no', label: words.facts.notQuite, isChosen: false })}
    </div>
    <div class="field correction">
      <label class="name" for="${field}-note">${words.facts.what}</label>
      ${textarea({ id: `${field}-note`, name: `${field}-note`, maxlength: '1000', rows: '3' }, html``, '')}
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
