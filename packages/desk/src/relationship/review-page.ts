import { html, nothing, type TemplateResult } from 'lit'
import type { Review } from '@joinery/api/client'
import type { Desk, OpenPage } from '../desk.ts'
import { saveFile } from '../page/save-file.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words.ts'
import { nameOf } from './name-of.ts'
import { held, type HeldReview } from './held-review.ts'
import { heldView } from './held-view.ts'
import { relationshipFrame } from './relationship-frame.ts'

/** Five minutes: what to look at, what goes stale, and what was said. */
export const openReview: OpenPage = async (desk, [, id = '']) => {
  const { service } = desk
  const read = async () => (await service.client.call('getReview', { relationship: id })).body
  let [entry, review] = await Promise.all([service.read(id), read()])
  const record = (said: HeldReview) =>
    desk.run(async () => {
      entry = await service.save(id, (before) => held(before, said, desk.today))
      review = await read()
      desk.say(`Recorded. The next review is on ${dayWords(said.next)}.`)
    })
  const view = () =>
    relationshipFrame(entry, 'review', html`${reviewView({ desk, entry, review })} ${heldView(review, record)}`)
  return { title: `Review with ${nameOf(entry.record)}`, view }
}

interface Shown {
  readonly desk: Desk
  readonly entry: Entry
  readonly review: Review
}

const files = [
  ['ics', 'Into the calendar'],
  ['html', 'To print'],
  ['md', 'To send'],
] as const

function reviewView({ desk, entry, review }: Shown): TemplateResult {
  const { items, lapses, next } = review
  const due = items.filter(({ kind }) => kind !== 'stale')
  const take = (ending: string) =>
    desk.run(async () => {
      const file = await desk.service.download(`/v1/relationships/${entry.id}/review.${ending}`)
      saveFile(file, `review.${ending}`)
    })
  return html`<section>
    <h2>Five minutes together</h2>
    ${
      due.length === 0
        ? html`<p>Nothing is due. Ask both sides: what went well, what did not, what comes next?</p>`
        : html`<ul class="rows">
            ${due.map(itemView)}
          </ul>`
    }
    <p>The next review should be by <b>${dayWords(next)}</b>.</p>
    <div class="buttons">
      ${files.map(([ending, title]) => html`<button type="button" class="plain" @click=${() => void take(ending)}>${title}</button>`)}
    </div>
    ${lapses.length === 0 ? html`<p class="quiet">Nothing goes stale in the next half year.</p>` : lapsesView(review)}
  </section>`
}

const kinds: Readonly<Record<Review['items'][number]['kind'], string>> = {
  promise: 'Promise',
  action: 'To do',
  risk: 'Risk',
  gap: 'Views apart',
  stale: 'Goes stale',
  contact: 'Contact',
}

function itemView({ kind, says, side, due, isOverdue }: Review['items'][number]): TemplateResult {
  const facts = [
    ...(side === null ? [] : [side === 'us' ? 'ours' : 'theirs']),
    ...(due === null ? [] : [`${isOverdue ? 'overdue since' : 'by'} ${dayWords(due)}`]),
  ]
  return html`<li>
    <span><span class="tag">${kinds[kind]}</span> <bdi>${says}</bdi></span>
    <span class=${isOverdue ? 'late' : 'quiet'}>${facts.join(', ')}</span>
  </li>`
}

/** What lapses because nobody does anything, and what that does to the range. */
function lapsesView({ lapses, scores }: Review): TemplateResult {
  const days = Object.entries(Object.groupBy(lapses, ({ on }) => on))
  return html`<h3>What goes stale if nobody does anything</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="What goes stale">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">What no longer holds</th>
            <th scope="col">Range then</th>
          </tr>
        </thead>
        <tbody>
          ${days.map(
            ([on, some = []]) =>
              html`<tr>
                <th scope="row">${dayWords(on)}</th>
                <td>
                  ${some.slice(0, 3).map(({ title }) => html`<div>${title}</div>`)}
                  ${some.length > 3 ? html`<div class="quiet">and ${some.length - 3} more</div>` : nothing}
                </td>
                <td>${rangeOn(on, scores)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function rangeOn(on: string, scores: Review['scores']): string {
  const now = scores.findLast((score) => score.on <= on)
  if (now === undefined || now.score === null || now.potential === null) return 'not known'
  return `${now.score.toFixed(1)} – ${now.potential.toFixed(1)}`
}
