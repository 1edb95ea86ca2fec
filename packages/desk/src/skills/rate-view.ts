import { html, nothing, type TemplateResult } from 'lit'
import type { CompetenceItem } from '@joinery/core'
import { typed } from '../typed.ts'
import { inEnglish } from '../words/in-english.ts'
import { words } from '../words/speak.ts'
import type { Rater } from './rate.ts'
import type { Skills } from './skills.ts'

const raters: readonly Rater[] = ['self', 'peer', 'partner']
const groups = ['know', 'do', 'be'] as const

/** A partner is asked for at most so many items. */
export const mostByPartner = 4

/** The 14 items, for one person, as one group sees them. */
export function rateView(skills: Skills): TemplateResult {
  const { rules, entry, wrong } = skills
  const said = words().skills
  const items = rules.document.competences?.items ?? []
  const people = [...new Set((entry.record.people ?? []).flatMap(({ name }) => (name ? [name] : [])))]
  return html`<section>
    <h2>${said.rateTitle}</h2>
    <p>${said.rateLead}</p>
    <form class="rate" novalidate @submit=${(event: SubmitEvent) => send(event, skills, items)}>
      ${wrong === '' ? nothing : html`<p class="why" role="alert">${wrong}</p>`}
      <div class="field">
        <label class="name" for="person">${said.person}</label>
        <input id="person" name="person" type="text" list="known-people" maxlength="200" autocomplete="off" />
        <datalist id="known-people">${people.map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
      <fieldset class="field">
        <legend class="name">${said.who}</legend>
        <div class="options">
          ${raters.map(
            (rater, at) =>
              html`<label class="option">
                <input type="radio" name="rater" value=${rater} ?checked=${at === 0} /><span
                  >${said.raters[rater]}</span
                >
              </label>`,
          )}
        </div>
        <p class="hint">${said.partnerHint}</p>
      </fieldset>
      ${groups.map((group) => groupView(group, items))}
      <div class="buttons"><button>${said.write}</button></div>
    </form>
  </section>`
}

function groupView(group: (typeof groups)[number], items: readonly CompetenceItem[]): TemplateResult {
  const said = words().skills
  return html`<h3>${said.groups[group]}</h3>
    ${items.filter((item) => item.group === group).map(itemView)}`
}

function itemView({ id, number, title, low, mid, high }: CompetenceItem): TemplateResult {
  const options = [
    { value: '', says: words().skills.notSeen },
    { value: '1', says: inEnglish(low) },
    { value: '2', says: inEnglish(mid) },
    { value: '3', says: inEnglish(high) },
  ]
  return html`<fieldset class="statement">
    <legend>${number}. ${inEnglish(title)}</legend>
    <div class="stacked">
      ${options.map(
        ({ value, says }) =>
          html`<label class="option">
            <input type="radio" name=${id} value=${value} ?checked=${value === ''} />
            <span>${value === '' ? nothing : html`<b>${value}</b> `}${says}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

function send(event: SubmitEvent, skills: Skills, items: readonly CompetenceItem[]): void {
  event.preventDefault()
  const element = event.currentTarget as HTMLFormElement
  const form = new FormData(element)
  const [person, rater] = [typed(form, 'person'), typed(form, 'rater') as Rater]
  const given = Object.fromEntries(
    items.flatMap(({ id }) => (typed(form, id) === '' ? [] : [[id, Number(typed(form, id))] as const])),
  )
  skills.wrong = faultIn(person, rater, Object.keys(given).length)
  if (skills.wrong === '') void skills.rate({ person, rater, given }).then(() => element.reset())
  else {
    skills.desk.redraw()
    element.scrollIntoView({ block: 'start' })
  }
}

function faultIn(person: string, rater: Rater, count: number): string {
  const said = words().skills
  if (person === '') return said.noPerson
  if (count === 0) return said.noRating
  return rater === 'partner' && count > mostByPartner ? said.tooMany(count) : ''
}
