import { html } from 'lit'
import type { resultsPageWords } from '../i18n/en-later.ts'
import type { Snapshot } from '../session/answer-store.ts'
import type { Column } from './bars-view.ts'
import type { Shown } from './shown.ts'

/** What has changed since an earlier result. */
export function changesSince(earlier: Snapshot, shown: Shown<keyof typeof resultsPageWords>): Column {
  return { title: shown.words.change, cell: (id) => changeOf(shown, earlier, id) }
}

function changeOf(
  { result, format, words }: Shown<keyof typeof resultsPageWords>,
  earlier: Snapshot,
  id: string,
): unknown {
  const now = result.principles.find((one) => one.id === id)?.score ?? null
  const before = earlier.principles.find((one) => one.id === id)?.score ?? null
  if (now === null || before === null) return '–'
  const points = Math.round((now - before) * 100) / 100
  if (Math.abs(points) < 0.05) return html`<span class="quiet">${words.same}</span>`
  return points > 0
    ? html`<span class="up"><span aria-hidden="true">▲ </span>${words.up(format.score(points))}</span>`
    : html`<span class="down"><span aria-hidden="true">▼ </span>${words.down(format.score(-points))}</span>`
}
