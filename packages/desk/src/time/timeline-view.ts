import { html, nothing, type TemplateResult } from 'lit'
import type { Split, Timeline } from '@joinery/api/client'
import { dayWords, score } from '../words/format.ts'
import type { RuleTexts } from '../words/rule-texts.ts'
import { words } from '../words/speak.ts'

type Row = Timeline['headline']

/** The way from kept result to kept result, for the whole and for each principle. */
export function timelineView({ points, headline, principles, complete }: Timeline, texts: RuleTexts): TemplateResult {
  const said = words().time
  if (points.length === 0) return html`<p class="note">${said.nothing}</p>`
  return html`${tableView(
    said.whole,
    [said.day, said.range, ...causes()],
    points.map(({ asOf }, at) => [
      dayWords(asOf),
      rangeOf(headline.figures[at]),
      ...(at === 0 ? ['', '', ''] : splitOf(headline.steps[at - 1])),
    ]),
  )}
  ${
    points.length < 2
      ? html`<p class="quiet">${said.once}</p>`
      : tableView(
          said.each,
          [said.principle, said.fromTo, ...causes()],
          principles.map((row) => [texts.said(row.id, 'title', row.title), fromTo(row), ...splitOf(row.total)]),
        )
  }
  ${complete ? nothing : html`<p class="hint">${said.leftOut}</p>`}`
}

function tableView(caption: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="course">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td><bdi dir="ltr">${cell}</bdi></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function causes(): readonly string[] {
  const { you, aged, rules } = words().time
  return [you, aged, rules]
}

function rangeOf(figures: Row['figures'][number] | undefined): string {
  const { score: low = null, potential: high = null } = figures ?? {}
  return low === null || high === null ? '–' : `${score(low)} – ${score(high)}`
}

function fromTo({ figures }: Row): string {
  const [first, last] = [figures[0]?.score ?? null, figures.at(-1)?.score ?? null]
  return `${first === null ? '–' : score(first)} → ${last === null ? '–' : score(last)}`
}

function splitOf(split: Split | null | undefined): readonly string[] {
  if (split === null || split === undefined) return ['–', '–', '–']
  return [split.you, split.time, split.rules].map(points)
}

/** Two decimals with their sign; never nothing where there is something. */
function points(moved: number): string {
  if (moved === 0) return '0'
  const size = Math.max(0.01, Math.abs(Math.round(moved * 100) / 100))
  return `${moved > 0 ? '+' : '−'}${size.toFixed(2)}`
}
