import { html, nothing, type TemplateResult } from 'lit'
import { rateCompetences, type Relationship } from '@joinery/core'
import type { OpenPage } from '../desk.ts'
import { ruleSet } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { relationshipFrame } from '../relationship/relationship-frame.ts'
import { words } from '../words/speak.ts'
import { rated, stepDone, withPartnerWords, withStep } from './rate.ts'
import { askView } from './ask-view.ts'
import { rateView } from './rate-view.ts'
import { ratingsView } from './ratings-view.ts'
import type { Skills } from './skills.ts'

/** How people act, by Annex B: rated by several, never by one alone, and nothing of it leaves the firm but what the partner is asked. */
export const openSkills: OpenPage = async (desk, [, id = '']) => {
  const { client } = desk.service
  const [entry, rules, { body: partner }] = await Promise.all([
    desk.service.read(id),
    desk.service.rules(),
    client.call('getRatings', { relationship: id }),
  ])
  const save = (change: (record: Relationship) => Relationship, said: string) =>
    desk.run(async () => {
      skills.entry = await desk.service.save(id, change)
      desk.say(said)
    })
  const skills: Skills = {
    desk,
    rules,
    entry,
    wrong: '',
    askWrong: '',
    partner,
    ask: (question) =>
      desk.run(async () => {
        const body = { ruleSet, ...question, items: [...question.items] }
        skills.partner = (await client.call('askForRatings', { relationship: id, body })).body
        desk.say(words().skills.asked)
      }),
    rate: (rating) => save((record) => rated(record, rating, desk.today), words().skills.written),
    plan: (step) => save((record) => withStep(record, step), words().skills.planned),
    done: (person) => save((record) => stepDone(record, person, desk.today), words().skills.stepDone),
  }
  return {
    title: words().skills.pageTitle(nameOf(entry.record)),
    view: () => relationshipFrame(skills.entry, 'skills', skillsView(skills)),
  }
}

function skillsView(skills: Skills): TemplateResult {
  const { desk, rules, entry, partner } = skills
  const said = words().skills
  const review = rateCompetences(rules, withPartnerWords(entry.record, partner.given), { asOf: desk.today })
  return html`<section class="own">
      <h2>${said.title}</h2>
      <p>${said.lead}</p>
      <p class="hint">${words().record.privateHint}</p>
      ${review.ratings.length === 0 ? html`<p class="note">${said.nothing}</p>` : ratingsView(skills, review)}
    </section>
    ${rules.document.competences === undefined ? nothing : [rateView(skills), askView(skills)]}`
}
