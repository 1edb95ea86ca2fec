import { html, nothing, type TemplateResult } from 'lit'
import type { PulseStanding } from '@joinery/api/client'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words/format.ts'
import { words } from '../words/speak.ts'
import { gapsView, type JointAct } from './gaps-view.ts'
import { nameOf } from './name-of.ts'
import { peopleOf, respondentsView } from './respondents-view.ts'

const items = ['reliability', 'openness', 'fairness', 'capability'] as const
type Item = (typeof items)[number]
type Ratings = Readonly<Record<Item, number>>

/** Where both sides are with the pulse. */
export interface Pulse {
  readonly entry: Entry
  readonly today: string
  standing: PulseStanding
  wrong: string
  readonly answer: (given: Partial<Ratings>, respondents: number) => Promise<void>
  readonly act: JointAct
  readonly refresh: () => Promise<void>
}

export async function createPulse(desk: Desk, entry: Entry): Promise<Pulse> {
  const { client } = desk.service
  const relationship = entry.id
  const read = async () => (await client.call('getPulse', { relationship })).body
  const pulse: Pulse = {
    entry,
    today: desk.today,
    standing: await read(),
    wrong: '',
    answer: async (given, respondents) => {
      const missing = items.some((item) => given[item] === undefined)
      pulse.wrong = missing ? words().pulse.answerAll : ''
      if (missing) desk.redraw()
      else
        await desk.run(async () => {
          const body = { ...(given as Ratings), respondents }
          pulse.standing = (await client.call('answerPulse', { relationship, body })).body
        })
    },
    act: (key, action) =>
      desk.run(async () => {
        const item = key as Item | 'mean'
        pulse.standing = (await client.call('planGapAction', { relationship, body: { item, ...action } })).body
        desk.say(words().gaps.written)
      }),
    refresh: () =>
      desk.run(async () => {
        pulse.standing = await read()
      }),
  }
  return pulse
}

export function pulseView(pulse: Pulse): TemplateResult {
  const { standing, entry, act } = pulse
  const { waiting, opened, firmOfOne } = standing
  const said = words().pulse
  const hasAnswered = waiting?.answered.includes('us') === true
  return html`<section id="pulse">
    <h2>${said.title}</h2>
    ${
      opened === null
        ? nothing
        : gapsView({
            entry,
            today: pulse.today,
            at: opened.at,
            what: said.column,
            gaps: opened.gaps.map((gap) =>
              Object.assign({}, gap, { key: gap.item, title: said.items[gap.item], isSum: gap.item === 'mean' }),
            ),
            act,
          })
    }
    ${hasAnswered ? sealedView(pulse, waiting.expiresAt) : askView(pulse, firmOfOne)}
  </section>`
}

function sealedView({ entry, refresh }: Pulse, expiresAt: string): TemplateResult {
  const said = words().pulse
  return html`<div class="note">
    <p><b>${said.sealed}</b> ${said.sealedMore(nameOf(entry.record), dayWords(expiresAt))}</p>
    <p><button type="button" class="plain" @click=${() => void refresh()}>${said.lookAgain}</button></p>
  </div>`
}

function askView(pulse: Pulse, firmOfOne: boolean): TemplateResult {
  const { standing, entry } = pulse
  const said = words().pulse
  const name = nameOf(entry.record)
  const theirs = standing.waiting?.answered.includes('partner') === true
  const form = html`<p>
      ${theirs ? html`<b>${said.theyAnswered(name)}</b> ` : nothing}${said.lead} ${firmOfOne ? said.firmOfOne : nothing}
    </p>
    ${formView(pulse, name)}`
  return standing.opened === null || theirs
    ? form
    : html`<details>
        <summary>${said.again}</summary>
        ${form}
      </details>`
}

function formView({ wrong, answer }: Pulse, name: string): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const given = items.flatMap((item) => (form.get(item) === null ? [] : [[item, Number(form.get(item))] as const]))
    void answer(Object.fromEntries(given), peopleOf(form))
  }
  return html`<form novalidate @submit=${send}>
    ${wrong === '' ? nothing : html`<p class="why" role="alert">${wrong}</p>`}
    ${items.map((item) => itemView(item, name))} ${respondentsView('respondents')}
    <div class="buttons"><button>${words().pulse.seal}</button></div>
  </form>`
}

function itemView(item: Item, name: string): TemplateResult {
  const said = words().pulse
  return html`<fieldset class="statement">
    <legend>${said.statements[item](name)} <span class="hint">${said.scale}</span></legend>
    <div class="rating">
      ${[1, 2, 3, 4, 5].map(
        (rating) =>
          html`<label class="option"><input type="radio" name=${item} value=${rating} /><span>${rating}</span></label>`,
      )}
    </div>
  </fieldset>`
}
