import { html, type TemplateResult } from 'lit'
import type { Review } from '@joinery/api/client'
import type { HeldReview } from './held-review.ts'
import { typed } from '../typed.ts'
import { words } from '../words/speak.ts'

const lines = [0, 1, 2] as const

/** What was said in the review, written down while it is fresh. */
export function heldView({ next }: Review, record: (said: HeldReview) => Promise<void>): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    void record(saidIn(new FormData(form))).then(() => form.reset())
  }
  const texts = words().held
  return html`<section>
    <h2>${texts.title}</h2>
    <form @submit=${send}>
      <div class="grid">
        ${number('us', texts.us)} ${number('partner', texts.partner)}
        <div class="field">
          <label class="name" for="next">${texts.next}</label>
          <input id="next" name="next" type="date" required .value=${next} />
        </div>
      </div>
      <h3>${texts.agreed}</h3>
      ${lines.map(actionView)}
      <div class="buttons"><button>${texts.record}</button></div>
    </form>
  </section>`
}

function number(name: string, title: string): TemplateResult {
  return html`<div class="field">
    <label class="name" for=${name}>${title}</label>
    <input
      id=${name}
      name=${name}
      type="number"
      inputmode="numeric"
      min="0"
      max="99"
      value="1"
      class="short"
      required
    />
  </div>`
}

function actionView(at: number): TemplateResult {
  const said = words().held
  return html`<fieldset class="grid action">
    <legend class="unseen">${said.action(at + 1)}</legend>
    <div class="field wide">
      <label class="name" for="what-${at}">${said.what}</label>
      <input id="what-${at}" name="what-${at}" type="text" maxlength="300" />
    </div>
    <div class="field">
      <label class="name" for="side-${at}">${said.whose}</label>
      <select id="side-${at}" name="side-${at}">
        <option value="us">${words().review.sides.us}</option>
        <option value="partner">${words().review.sides.partner}</option>
      </select>
    </div>
    <div class="field">
      <label class="name" for="owner-${at}">${said.who}</label>
      <input id="owner-${at}" name="owner-${at}" type="text" maxlength="200" />
    </div>
    <div class="field">
      <label class="name" for="due-${at}">${said.due}</label>
      <input id="due-${at}" name="due-${at}" type="date" />
    </div>
  </fieldset>`
}

function saidIn(form: FormData): HeldReview {
  const text = (name: string) => typed(form, name)
  const actions = lines.flatMap((at) => {
    const what = text(`what-${at}`)
    const side = text(`side-${at}`) === 'partner' ? ('partner' as const) : ('us' as const)
    return what === '' ? [] : [{ side, what, owner: text(`owner-${at}`), due: text(`due-${at}`) }]
  })
  return { us: Number(text('us')), partner: Number(text('partner')), next: text('next'), actions }
}
