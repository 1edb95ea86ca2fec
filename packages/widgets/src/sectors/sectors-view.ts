import type { ReportBlock } from '@joinery/core/plugin'
import type { SectorResult } from '@joinery/core'
import { html, nothing } from 'lit'
import type { detailWords } from '../i18n/en-details.ts'
import { wordsOf } from '../i18n/registry.ts'
import { outcomeView } from '../results/details-view.ts'
import { topOf } from '../results/levels.ts'
import { type Shown, type WithHeadings } from '../results/shown.ts'
import { textsOf } from '@joinery/report/texts'
import { sectors as english } from './words.ts'
import type { Page, SectorPage } from '../assessment/view.ts'

type ShownSectors = Shown<keyof typeof detailWords> & WithHeadings

/** What plugins say, each beside the core result: figures, rules with their reasons, sections of their own, and what failed. */
export function sectorsView(shown: ShownSectors, pages: readonly Page[]): unknown {
  return (shown.result.sectors ?? []).map((sector) => sectorView(shown, sector, pages))
}

function sectorView(core: ShownSectors, sector: SectorResult, pages: readonly Page[]): unknown {
  const page = pageOf(sector, pages)
  const shown = ofSector(core, sector, page)
  const { heading, said, text, format } = shown
  const words = wordsOf(format.language, 'sectors', english)
  return html`<section class="result-part sector">
    ${heading(html`${words.beside}: ${said(text('rule-set', 'title', sector.title))}`, 1, 'h2')}
    ${figuresView(core, sector)} ${faultsView(shown, sector)}
    <ul class="outcomes">
      ${sector.rules.map((rule) => ruleView(shown, sector, rule))}
    </ul>
    ${(page?.sectionsIn(format.language, sector) ?? sector.sections).map(
      ({ id, title, blocks }) =>
        html`<div class="card">${heading(said(text(id, 'title', title)), 2, 'h3')} ${blocks.map(blockView)}</div>`,
    )}
  </section>`
}

/** The texts and reasons of the sector; its result is no more than what reasons are made from. */
function ofSector(core: ShownSectors, sector: SectorResult, page: SectorPage | undefined): ShownSectors {
  const { headline, principles, clauses, errors, notices, provenance } = sector
  const document = page?.document
  return {
    ...core,
    result: { ...core.result, headline, principles, clauses, errors: [...errors], notices: [...notices], provenance },
    ...(document === undefined ? {} : { ruleSet: document, text: textsOf(document, core.format.language) }),
  }
}

function pageOf({ plugin }: SectorResult, pages: readonly Page[]): SectorPage | undefined {
  return pages.filter((page) => page.kind === 'sector').find((page) => page.plugin === plugin)
}

/** The core score first: the sector never takes its place. */
function figuresView(core: Shown, { headline }: SectorResult): unknown {
  const { format, result } = core
  const words = wordsOf(format.language, 'sectors', english)
  if (result.headline.reached !== null) return html`<p class="quiet">${words.inFull}</p>`
  const top = format.whole(topOf(core))
  const range = ({ score, potential }: SectorResult['headline']) => format.range(score, potential)
  return html`<p class="figure">
    ${words.alone(range(result.headline), top)}<br />
    <span class="strong">${words.together(range(headline), top)}</span>
  </p>`
}

function faultsView({ format, said }: Shown, { faults, fetched }: SectorResult): unknown {
  const words = wordsOf(format.language, 'sectors', english)
  const told = faults.map(({ contribution, message }) => ({ part: contribution, message }))
  const refused = fetched.flatMap(({ provider, problems }) =>
    problems.map(({ place, message }) => ({
      part: provider,
      message: place === '' ? message : `${place}: ${message}`,
    })),
  )
  const all = [...told, ...refused.filter((one) => !told.some(({ message }) => message === one.message))]
  if (all.length === 0) return nothing
  return html`<ul class="notices">
    ${all.map(
      ({ part, message }) =>
        html`<li class="note small">${words.failed(part)} ${said({ text: message, lang: 'en' })}</li>`,
    )}
  </ul>`
}

type Rule = SectorResult['rules'][number]

function ruleView(
  shown: ShownSectors,
  { clauses }: SectorResult,
  { indicator, outcome, statement, next }: Rule,
): unknown {
  const result = clauses.flatMap(({ outcomes }) => outcomes).find((one) => one.indicator === indicator)
  if (result === undefined) return nothing
  const isOpen = outcome === 'unmet' || outcome === 'partly' || outcome === 'unknown'
  const { said, text } = shown
  const advice = isOpen && next !== null ? html`<p class="small">${said(text(indicator, 'next', next))}</p>` : nothing
  return outcomeView(shown, result, { statement, advice })
}

function blockView(block: ReportBlock): unknown {
  switch (block.is) {
    case 'text':
      return html`<p>${block.text}</p>`
    case 'list':
      return html`<ul class="reasons">
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`
    case 'table':
      return html`<div class="scroll">
        <table part="table">
          <thead>
            <tr>
              ${block.columns.map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
  }
}
