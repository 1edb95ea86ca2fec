import { html, nothing, type TemplateResult } from 'lit'
import type { PulseStanding } from '@joinery/api/client'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words.ts'
import { gapsView, type NewAction } from './gaps-view.ts'
import { nameOf } from './name-of.ts'

const items = ['reliability', 'openness', 'fairness', 'capability'] as const
type Item = (typeof items)[number]
type Ratings = Readonly<Record<Item, number>>

/** Where both sides are with the pulse. */
export interface Pulse {
  readonly entry: Entry
  standing: PulseStanding
  wrong: string
  readonly answer: (given: Partial<Ratings>, respondents: number) => Promise<void>
  readonly act: (action: NewAction) => Promise<void>
  readonly refresh: () => Promise<void>
}

export async function createPulse(desk: Desk, entry: Entry): Promise<Pulse> {
  const { client } = desk.service
  const relationship = entry.id
  const read = async () => (await client.call('getPulse', { relationship })).body
  const pulse: Pulse = {
    entry,
    standing: await read(),
    wrong: '',
    answer: async (given, respondents) => {
      const missing = items.some((item) => given[item] === undefined)
      pulse.wrong = missing ? 'Please answer all four: choose a number from 1 to 5 for each.' : ''
      if (missing) desk.redraw()
      else
        await desk.run(async () => {
          const body = { ...(given as Ratings), respondents }
          pulse.standing = (await client.call('answerPulse', { relationship, body })).body
        })
    },
    act: (action) =>
      desk.run(async () => {
        pulse.standing = (await client.call('planGapAction', { relationship, body: action })).body
        desk.say('Written down. Both of you will find it under things to do.')
      }),
    refresh: () =>
      desk.run(async () => {
        pulse.standing = await read()
      }),
  }
  return pulse
}

/** The statements, as the firm reads them of its partner. */
const statements: Readonly<Record<Item, (name: string) => string>> = {
  reliability: (name) => `${name} does what it said it would do.`,
  openness: (name) => `${name} tells us early when something goes wrong.`,
  fairness: () => 'The deal feels fair to us.',
  capability: (name) => `${name} is able to do what we need.`,
}

export function pulseView(pulse: Pulse): TemplateResult {
  const { standing, entry } = pulse
  const { waiting, opened, firmOfOne } = standing
  const hasAnswered = waiting?.answered.includes('us') === true
  return html`<section>
    <h2>Four questions on trust</h2>
    ${opened === null ? nothing : gapsView({ opened, entry, act: pulse.act })}
    ${hasAnswered ? sealedView(pulse, waiting.expiresAt) : askView(pulse, firmOfOne)}
  </section>`
}

function sealedView({ entry, refresh }: Pulse, expiresAt: string): TemplateResult {
  return html`<div class="note">
    <p>
      <b>Your answers are sealed.</b> Nobody can read them, not even you, until <bdi>${nameOf(entry.record)}</bdi> has
      answered too. Then both open at once. If that has not happened by ${dayWords(expiresAt)}, they are thrown away.
    </p>
    <p><button type="button" class="plain" @click=${() => void refresh()}>Look again</button></p>
  </div>`
}

function askView(pulse: Pulse, firmOfOne: boolean): TemplateResult {
  const { standing, entry } = pulse
  const name = nameOf(entry.record)
  const theirs = standing.waiting?.answered.includes('partner') === true
  const form = html`<p>
      ${theirs ? html`<b><bdi>${name}</bdi> has answered.</b> ` : nothing}Both sides answer the same four. Answers stay
      sealed until both are in.
      ${firmOfOne ? 'As you are a firm of one, your partner will know that the answers are yours.' : nothing}
    </p>
    ${formView(pulse, name)}`
  return standing.opened === null || theirs
    ? form
    : html`<details>
        <summary>Answer again, for a new round</summary>
        ${form}
      </details>`
}

function formView({ wrong, answer }: Pulse, name: string): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const given = items.flatMap((item) => (form.get(item) === null ? [] : [[item, Number(form.get(item))] as const]))
    const people = Math.max(1, Math.min(1000, Math.round(Number(form.get('respondents'))) || 1))
    void answer(Object.fromEntries(given), people)
  }
  return html`<form novalidate @submit=${send}>
    ${wrong === '' ? nothing : html`<p class="why" role="alert">${wrong}</p>`}
    ${items.map((item) => itemView(item, name))}
    <div class="field">
      <label class="name" for="respondents">How many of you does this stand for?</label>
      <span class="hint">Below three people nobody is anonymous.</span>
      <input
        id="respondents"
        name="respondents"
        type="number"
        inputmode="numeric"
        min="1"
        max="1000"
        value="1"
        class="short"
      />
    </div>
    <div class="buttons"><button>Seal our answers</button></div>
  </form>`
}

function itemView(item: Item, name: string): TemplateResult {
  return html`<fieldset class="statement">
    <legend>${statements[item](name)} <span class="hint">1: not at all, 5: fully</span></legend>
    <div class="rating">
      ${[1, 2, 3, 4, 5].map(
        (rating) =>
          html`<label class="option"><input type="radio" name=${item} value=${rating} /><span>${rating}</span></label>`,
      )}
    </div>
  </fieldset>`
}
