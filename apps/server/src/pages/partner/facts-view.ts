import { html, textarea, when, type Html } from '../html.ts'
import type { Fact } from './facts.ts'
import type { Invitation } from './open-invitation.ts'

/** The shared facts, each with "yes, that is so" and "not quite". */
export function factsView(invitation: Invitation): Html {
  const { facts, token, etag, from } = invitation
  return html`<section id="facts">
    <h2>Is this so?</h2>
    <p>This is what ${from} has written down about the two of you. What you confirm counts as seen by both.</p>
    <form method="post" action="/p/${token}/facts" novalidate>
      <input type="hidden" name="seen" value="${etag}" />
      ${facts.map((fact) => factView(fact, invitation))}
      <div class="buttons"><button>Send these answers</button></div>
    </form>
  </section>`
}

function factView({ field, title, view }: Fact, { confirmed, remarks }: Invitation): Html {
  const isConfirmed = confirmed.includes(field)
  const waiting = remarks.filter((remark) => remark.field === field && remark.state === 'open')
  return html`<fieldset class="statement">
    <legend>${title}</legend>
    ${view} ${when(isConfirmed, () => html`<p><span class="tag">You confirmed this</span></p>`)}
    ${waiting.map(({ comment }) => html`<p class="note small"><b>You said:</b> <bdi>${comment}</bdi></p>`)}
    <div class="options">
      ${choice(field, { value: 'yes', label: 'Yes, that is so', isChosen: isConfirmed })}
      ${choice(field, { value: 'no', label: 'Not quite', isChosen: false })}
    </div>
    <div class="field correction">
      <label class="name" for="${field}-note">What is not quite so?</label>
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
