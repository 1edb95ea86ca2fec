import { html, nothing, type TemplateResult } from 'lit'
import type { Relationship } from '@joinery/core'
import { saidIn, type Question, type RuleSetData } from '@joinery/widgets/asking'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { words } from '../words/speak.ts'
import { ChangedMeanwhile, changedFacts, withEdits } from './edits.ts'
import type { FactsElement } from './facts-element.ts'
import type { Section } from './sections.ts'

interface Given {
  readonly entry: Entry
  readonly section: Section
  readonly ruleSet: RuleSetData
}

/** One heading that is being filled in. */
export interface Writing extends Given {
  entry: Entry
  draft: Relationship
  readonly desk: Desk
  readonly save: () => Promise<void>
  /** Saves what is not saved yet; fails where that cannot be. */
  readonly leave: () => Promise<void>
}

export function createSection(desk: Desk, given: Given): Writing {
  const facts = [...given.section.shared, ...given.section.own].map(({ fact }) => fact)
  const keep = async () => {
    const edits = { opened: writing.entry.record, draft: writing.draft, facts, today: desk.today }
    if (changedFacts(edits).length === 0) return false
    if (hasFaults()) throw new Error(words().record.wrong)
    try {
      writing.entry = await desk.service.save(writing.entry.id, (record) => withEdits(record, edits))
    } catch (error) {
      throw error instanceof ChangedMeanwhile ? new Error(sayChanged(given, error.fact)) : error
    }
    writing.draft = writing.entry.record
    return true
  }
  const writing: Writing = {
    ...given,
    draft: given.entry.record,
    desk,
    save: () =>
      desk.run(async () => {
        const isChanged = await keep()
        desk.say(isChanged ? words().record.saved : words().record.nothing)
      }),
    leave: async () => void (await keep()),
  }
  return writing
}

function hasFaults(): boolean {
  return [...document.querySelectorAll<FactsElement>('desk-facts')].some((element) => element.hasFaults)
}

function sayChanged({ section }: Given, fact: string): string {
  const question = [...section.shared, ...section.own].find((one) => one.fact === fact)
  return words().record.changedMeanwhile(question?.title ?? fact)
}

export function sectionView(writing: Writing): TemplateResult {
  const { section, entry, save } = writing
  const said = words().record
  const mark = saidIn(words().language)
  const isBoth = section.shared.length > 0 && section.own.length > 0
  return html`<section>
    <p class="kicker"><a href="#/relationship/${entry.id}/record">${said.all}</a></p>
    <h2>${mark(section.title)}</h2>
    <p>${mark(section.prompt)}</p>
    ${isBoth ? html`<h3>${said.shared}</h3>` : nothing} ${factsView(section.shared, writing)}
    ${
      section.own.length === 0
        ? nothing
        : html`<div class="own">
            <h3>${said.private}</h3>
            <p class="hint">${said.privateHint}</p>
            ${factsView(section.own, writing)}
          </div>`
    }
    <div class="buttons">
      <button type="button" @click=${() => void save()}>${said.save}</button>
      <a class="button plain" href="#/relationship/${entry.id}/plan">${said.toPlan}</a>
    </div>
  </section>`
}

function factsView(questions: readonly Question[], writing: Writing): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing
  const edit = (draft: Relationship) => {
    writing.draft = draft
    writing.desk.redraw()
  }
  return html`<desk-facts
    today=${writing.desk.today}
    .ruleSet=${writing.ruleSet}
    .questions=${questions}
    .record=${writing.draft}
    .edit=${edit}
  ></desk-facts>`
}
