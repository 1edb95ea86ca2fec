import { html, nothing, type TemplateResult } from 'lit'
import { typed } from '../typed.ts'
import { inEnglish } from '../words/in-english.ts'
import { words } from '../words/speak.ts'
import { mostByPartner } from './rate-view.ts'
import type { Skills } from './skills.ts'

/** What the partner is asked about one person: a few of the items, answered through a link. */
export function askView(skills: Skills): TemplateResult {
  const said = words().skills
  const { entry, partner, askWrong } = skills
  const people = (entry.record.people ?? []).flatMap(({ name, side }) => (side === 'us' && name ? [name] : []))
  const links = `#/relationship/${entry.id}/partner`
  return html`<section id="ask">
    <h2>${said.askTitle}</h2>
    <p>${said.askLead}</p>
    ${partner.asked === null ? nothing : html`<p class="note">${said.waits(partner.asked.person, partner.asked.items.length)} <a href=${links}>${said.toLinks}</a></p>`}
    ${people.length === 0 ? html`<p class="hint">${said.noneOfUs}</p>` : formView(skills, [...new Set(people)], askWrong)}
  </section>`
}

function formView(skills: Skills, people: readonly string[], wrong: string): TemplateResult {
  const said = words().skills
  const items = skills.rules.document.competences?.items ?? []
  return html`<form class="ask" novalidate @submit=${(event: SubmitEvent) => send(event, skills)}>
    ${wrong === '' ? nothing : html`<p class="why" role="alert">${wrong}</p>`}
    <div class="field">
      <label class="name" for="asked-person">${said.person}</label>
      <select id="asked-person" name="person">
        ${people.map((person) => html`<option value=${person}>${person}</option>`)}
      </select>
    </div>
    <fieldset class="stacked field">
      <legend class="name">${said.choose(mostByPartner)}</legend>
      ${items.map(
        ({ id, title }) =>
          html`<label class="option">
            <input type="checkbox" name="item" value=${id} /><span>${inEnglish(title)}</span>
          </label>`,
      )}
    </fieldset>
    <div class="buttons"><button>${said.ask}</button></div>
  </form>`
}

function send(event: SubmitEvent, skills: Skills): void {
  event.preventDefault()
  const element = event.currentTarget as HTMLFormElement
  const form = new FormData(element)
  const items = form.getAll('item').map(String)
  skills.askWrong = faultIn(items.length)
  if (skills.askWrong === '') void skills.ask({ person: typed(form, 'person'), items }).then(() => element.reset())
  else {
    skills.desk.redraw()
    element.scrollIntoView({ block: 'start' })
  }
}

function faultIn(count: number): string {
  const said = words().skills
  if (count === 0) return said.noItem
  return count > mostByPartner ? said.tooManyAsked(count) : ''
}
