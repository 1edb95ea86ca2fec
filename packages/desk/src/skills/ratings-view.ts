import { html, nothing, type TemplateResult } from 'lit'
import type { CompetenceRating, CompetenceReview } from '@joinery/core'
import { typed } from '../typed.ts'
import { dayWords } from '../words/format.ts'
import { inEnglish } from '../words/in-english.ts'
import { words } from '../words/speak.ts'
import { openStepOf, shortItem } from './rate.ts'
import type { Skills } from './skills.ts'

/** What was said of each person: the lowest of two groups or more counts, and one step follows. */
export function ratingsView(skills: Skills, { ratings, steps, tooMany }: CompetenceReview): TemplateResult {
  const said = words().skills
  const people = [...new Set(ratings.map(({ person }) => person))]
  const ofPerson = (wanted: string) => ratings.filter(({ person }) => person === wanted)
  return html`${people.map(
    (person) =>
      html`<h3><bdi>${person}</bdi></h3>
        ${tableView(skills, person, ofPerson(person))}
        ${tooMany.includes(person) ? html`<p class="note">${said.askedTooMuch}</p>` : nothing}
        ${stepView(
          skills,
          person,
          steps.find((step) => step.person === person),
        )}`,
  )}`
}

function tableView({ partner }: Skills, person: string, ratings: readonly CompetenceRating[]): TemplateResult {
  const said = words().skills
  const isSeen = (item: string) => partner.given.some((word) => word.person === person && shortItem(word.item) === item)
  const cell = (value: number | undefined | null) => value ?? '–'
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${said.table(person)}>
    <table>
      <thead>
        <tr>
          <th scope="col">${said.item}</th>
          <th scope="col">${said.raters.self}</th>
          <th scope="col">${said.raters.peer}</th>
          <th scope="col">${said.raters.partner}</th>
          <th scope="col">${said.counts}</th>
          <th scope="col">${said.spread}</th>
        </tr>
      </thead>
      <tbody>
        ${ratings.map(
          ({ item, title, ratings: { self, peer, partner: theirs }, score, spread }) =>
            html`<tr>
              <th scope="row">${inEnglish(title)}</th>
              <td>${cell(self)}</td>
              <td>${cell(peer)}</td>
              <td>${cell(theirs)}${isSeen(item) ? html` <span class="hint">${said.seen}</span>` : nothing}</td>
              <td>${score === null ? said.needsTwo : html`<b>${score}</b>`}</td>
              <td>${cell(spread)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function stepView(
  { entry, rules, plan, done }: Skills,
  person: string,
  suggested: CompetenceReview['steps'][number] | undefined,
): TemplateResult | typeof nothing {
  const said = words().skills
  const open = openStepOf(entry.record, person)
  if (open !== undefined) {
    const items = rules.document.competences?.items ?? []
    const title = items.find(({ id }) => shortItem(id) === shortItem(open.item ?? ''))?.title ?? open.item ?? ''
    return html`<p class="note">
      <b>${said.worksOn(title)}</b> ${said.until(dayWords(open.actionDue ?? ''))}
      <button type="button" class="plain quietly" @click=${() => void done(person)}>
        ${said.isDone}<span class="unseen">: ${person}</span>
      </button>
    </p>`
  }
  if (suggested === undefined) return nothing
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const due = typed(new FormData(event.currentTarget as HTMLFormElement), 'due')
    if (due !== '') void plan({ person, item: suggested.item, due })
  }
  const id = `due-${person.replaceAll(/\W+/g, '-')}`
  return html`<form class="card gap" @submit=${send}>
    <h4>${said.step(suggested.title)}</h4>
    <p>${inEnglish(suggested.act)}</p>
    <div class="inline-form">
      <div class="field">
        <label class="name" for=${id}>${said.by}</label>
        <input id=${id} name="due" type="date" required .value=${suggested.by} />
      </div>
      <button>${said.plan}</button>
    </div>
  </form>`
}
