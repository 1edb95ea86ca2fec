import { html, type TemplateResult } from 'lit'
import { factOf, saidIn } from '@joinery/widgets/asking'
import type { Relationship } from '@joinery/core'
import type { OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { relationshipFrame } from '../relationship/relationship-frame.ts'
import { words } from '../words/speak.ts'
import { defineFacts } from './facts-element.ts'
import { createSection, sectionView } from './section-view.ts'
import { sectionsOf, type Section } from './sections.ts'

/** What the firm writes down itself, heading by heading. */
export const openRecord: OpenPage = async (desk, [, id = '', , wanted]) => {
  defineFacts()
  const [entry, ruleSet] = await Promise.all([desk.service.read(id), desk.service.ruleSet()])
  const sections = sectionsOf(ruleSet)
  const section = sections.find((one) => one.id === wanted)
  if (section === undefined)
    return { title: nameOf(entry.record), view: () => relationshipFrame(entry, 'record', listView(entry, sections)) }
  const written = createSection(desk, { entry, section, ruleSet })
  return {
    title: `${section.title.text} – ${nameOf(entry.record)}`,
    view: () => relationshipFrame(written.entry, 'record', sectionView(written)),
    leave: written.leave,
  }
}

function listView({ id, record }: Entry, sections: readonly Section[]): TemplateResult {
  const said = words().record
  const mark = saidIn(words().language)
  return html`<section>
    <h2>${said.title}</h2>
    <p>${said.lead}</p>
    <ul class="cards">
      ${sections.map(
        (section) =>
          html`<li>
            <a class="card" href="#/relationship/${id}/record/${section.id}">
              <b>${mark(section.title)}</b>
              <span>${said.filled(...filledOf(section, record))}</span>
            </a>
          </li>`,
      )}
    </ul>
  </section>`
}

function filledOf({ shared, own }: Section, record: Relationship): [filled: number, all: number] {
  const all = [...shared, ...own]
  return [all.filter(({ fact }) => factOf(record, fact) !== undefined).length, all.length]
}
