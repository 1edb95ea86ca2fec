import { html, nothing, type TemplateResult } from 'lit'
import { rateCompetences, type Relationship, type RuleSet } from '@joinery/core'
import type { Desk, OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { relationshipFrame } from '../relationship/relationship-frame.ts'
import { words } from '../words/speak.ts'
import { rated, stepDone, withStep, type Rating } from './rate.ts'
import { rateView } from './rate-view.ts'
import { ratingsView } from './ratings-view.ts'

/** What is known of how people act, and what is being said now. */
export interface Skills {
  readonly desk: Desk
  readonly rules: RuleSet
  entry: Entry
  wrong: string
  readonly rate: (rating: Rating) => Promise<void>
  readonly plan: (step: { person: string; item: string; due: string }) => Promise<void>
  readonly done: (person: string) => Promise<void>
}

/** How people act, by Annex B: rated by several, never by one alone, and nothing of it leaves the firm. */
export const openSkills: OpenPage = async (desk, [, id = '']) => {
  const [entry, rules] = await Promise.all([desk.service.read(id), desk.service.rules()])
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
  const { desk, rules, entry } = skills
  const said = words().skills
  const review = rateCompetences(rules, entry.record, { asOf: desk.today })
  return html`<section class="own">
      <h2>${said.title}</h2>
      <p>${said.lead}</p>
      <p class="hint">${words().record.privateHint}</p>
      ${review.ratings.length === 0 ? html`<p class="note">${said.nothing}</p>` : ratingsView(skills, review)}
    </section>
    ${rules.document.competences === undefined ? nothing : rateView(skills)}`
}
