import { html, nothing, type TemplateResult } from 'lit'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from './name-of.ts'

const parts = [
  { name: 'questions', title: 'Where it stands' },
  { name: 'partner', title: 'The partner’s view' },
  { name: 'plan', title: 'Plan' },
  { name: 'review', title: 'Review' },
] as const

type Part = (typeof parts)[number]['name']

/** What stands around the pages of one relationship. */
export function relationshipFrame({ id, record }: Entry, here: Part, body: TemplateResult): TemplateResult {
  return html`<p class="kicker"><a href="#/">Relationships</a></p>
    <h1 tabindex="-1"><bdi>${nameOf(record)}</bdi></h1>
    <nav class="parts" aria-label="This relationship">
      ${parts.map(
        ({ name, title }) =>
          html`<a href="#/relationship/${id}/${name}" aria-current=${name === here ? 'page' : nothing}>${title}</a>`,
      )}
    </nav>
    ${body}`
}
