import { html, nothing, type TemplateResult } from 'lit'
import type { Entry } from '../service/firm-service.ts'
import { words } from '../words/speak.ts'
import { nameOf } from './name-of.ts'

type Part = 'questions' | 'record' | 'partner' | 'plan' | 'review' | 'skills' | 'time'

const parts = (): readonly { readonly name: Part; readonly title: string }[] => [
  { name: 'questions', title: words().frame.questions },
  { name: 'record', title: words().record.part },
  { name: 'partner', title: words().frame.partner },
  { name: 'plan', title: words().frame.plan },
  { name: 'review', title: words().frame.review },
  { name: 'time', title: words().time.part },
  { name: 'skills', title: words().skills.part },
]

/** What stands around the pages of one relationship. */
export function relationshipFrame({ id, record }: Entry, here: Part, body: TemplateResult): TemplateResult {
  return html`<p class="kicker"><a href="#/">${words().home.title}</a></p>
    <h1 tabindex="-1"><bdi>${nameOf(record)}</bdi></h1>
    <nav class="parts" aria-label=${words().frame.thisRelationship}>
      ${parts().map(
        ({ name, title }) =>
          html`<a href="#/relationship/${id}/${name}" aria-current=${name === here ? 'page' : nothing}>${title}</a>`,
      )}
    </nav>
    ${body}`
}
