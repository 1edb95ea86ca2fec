import { html, type TemplateResult } from 'lit'
import type { Desk, OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { percent } from '../words/format.ts'
import { words } from '../words/speak.ts'

/** Every relationship of the firm, and what can be done with it. */
export const openHome: OpenPage = async (desk) => {
  const entries = await desk.service.list()
  return { title: words().home.title, view: () => (entries.length === 0 ? emptyView() : listView(entries, desk)) }
}

function emptyView(): TemplateResult {
  const said = words().home
  return html`<h1 tabindex="-1">${said.begin}</h1>
    <p class="lead">${said.beginLead}</p>
    <div class="buttons"><a class="button" href="#/bring-in">${said.bringIn}</a></div>`
}

function listView(entries: readonly Entry[], { service }: Desk): TemplateResult {
  const said = words().home
  return html`<h1 tabindex="-1">${said.title}</h1>
    <p class="lead">${said.lead(service.firm.name)}</p>
    <ul class="cards">
      ${entries.map(cardOf)}
    </ul>
    <div class="buttons">
      <a class="button" href="#/portfolio">${said.portfolio}</a>
      <a class="button plain" href="#/bring-in">${said.bringIn}</a>
    </div>`
}

function cardOf({ id, record }: Entry): TemplateResult {
  const { segment, rel } = record
  const share = rel?.revenueShare ?? rel?.spendShare
  const said = words().home
  const { ofSpend, ofRevenue } = said
  const facts = [
    segment?.kind ? said.segments[segment.kind] : said.notJudged,
    ...(share === undefined ? [] : [(rel?.revenueShare === undefined ? ofSpend : ofRevenue)(percent(share))]),
  ]
  return html`<li>
    <a class="card" href="#/relationship/${id}/questions">
      <b><bdi>${nameOf(record)}</bdi></b>
      ${facts.map((fact) => html`<span>${fact}</span>`)}
    </a>
  </li>`
}
