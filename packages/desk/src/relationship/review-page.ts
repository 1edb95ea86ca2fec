import { html, nothing, type TemplateResult } from 'lit'
import type { Review } from '@joinery/api/client'
import type { Desk, OpenPage } from '../desk.ts'
import { saveFile } from '../page/save-file.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords, score } from '../words/format.ts'
import { inEnglish } from '../words/in-english.ts'
import { nameOf } from './name-of.ts'
import { held, type HeldReview } from './held-review.ts'
import { heldView } from './held-view.ts'
import { relationshipFrame } from './relationship-frame.ts'
import { words } from '../words/speak.ts'

/** Five minutes: what to look at, what goes stale, and what was said. */
export const openReview: OpenPage = async (desk, [, id = '']) => {
  const { service } = desk
  const read = async () => (await service.client.call('getReview', { relationship: id })).body
  let [entry, review] = await Promise.all([service.read(id), read()])
  const record = (said: HeldReview) =>
    desk.run(async () => {
      entry = await service.save(id, (before) => held(before, said, desk.today))
      review = await read()
      desk.say(words().review.recorded(dayWords(said.next)))
    })
  const view = () =>
    relationshipFrame(entry, 'review', html`${reviewView({ desk, entry, review })} ${heldView(review, record)}`)
  return { title: words().review.pageTitle(nameOf(entry.record)), view }
}

interface Shown {
  readonly desk: Desk
  readonly entry: Entry
  readonly review: Review
}

const endings = ['ics', 'html', 'md'] as const

function reviewView({ desk, entry, review }: Shown): TemplateResult {
  const said = words().review
  const { items, lapses, next } = review
  const due = items.filter(({ kind }) => kind !== 'stale')
  const take = (ending: string) =>
    desk.run(async () => {
      const file = await desk.service.download(`/v1/relationships/${entry.id}/review.${ending}`)
      saveFile(file, `${said.file}.${ending}`)
    })
  return html`<section>
    <h2>${said.title}</h2>
    ${
      due.length === 0
        ? html`<p>${said.nothing}</p>`
        : html`<ul class="rows">
            ${due.map(itemView)}
          </ul>`
    }
    <p>${said.next(dayWords(next))}</p>
    <div class="buttons">
      ${endings.map((ending) => html`<button type="button" class="plain" @click=${() => void take(ending)}>${said.files[ending]}</button>`)}
    </div>
    ${lapses.length === 0 ? html`<p class="quiet">${said.noLapse}</p>` : lapsesView(review)}
  </section>`
}

function itemView({ kind, says, side, due, isOverdue }: Review['items'][number]): TemplateResult {
  const said = words().review
  const facts = [
    ...(side === null ? [] : [said.sides[side]]),
    ...(due === null ? [] : [(isOverdue ? said.overdue : said.by)(dayWords(due))]),
  ]
  return html`<li>
    <span><span class="tag">${said.kinds[kind]}</span> ${inEnglish(html`<bdi>${says}</bdi>`)}</span>
    <span class=${isOverdue ? 'late' : 'quiet'}>${facts.join(', ')}</span>
  </li>`
}

/** What lapses because nobody does anything, and what that does to the range. */
function lapsesView({ lapses, scores }: Review): TemplateResult {
  // not every browser that the desk runs in has `Object.groupBy`
  const days = [...new Set(lapses.map(({ on }) => on))].map(
    (day) => [day, lapses.filter(({ on }) => on === day)] as const,
  )
  const said = words().review
  return html`<h3>${said.lapses}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${said.lapsesTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">${said.from}</th>
            <th scope="col">${said.lapsed}</th>
            <th scope="col">${said.range}</th>
          </tr>
        </thead>
        <tbody>
          ${days.map(
            ([on, some]) =>
              html`<tr>
                <th scope="row">${dayWords(on)}</th>
                <td>
                  ${some.slice(0, 3).map(({ title }) => html`<div>${inEnglish(title)}</div>`)}
                  ${some.length > 3 ? html`<div class="quiet">${said.more(some.length - 3)}</div>` : nothing}
                </td>
                <td><bdi dir="ltr">${rangeOn(on, scores)}</bdi></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function rangeOn(on: string, scores: Review['scores']): string {
  const now = scores.findLast((range) => range.on <= on)
  if (now === undefined || now.score === null || now.potential === null) return words().review.notKnown
  return `${score(now.score)} – ${score(now.potential)}`
}
