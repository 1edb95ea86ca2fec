import { html, type TemplateResult } from 'lit'
import type { Desk, OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { percent } from '../words.ts'

/** Every relationship of the firm, and what can be done with it. */
export const openHome: OpenPage = async (desk) => {
  const entries = await desk.service.list()
  return { title: 'Relationships', view: () => (entries.length === 0 ? emptyView() : listView(entries, desk)) }
}

function emptyView(): TemplateResult {
  return html`<h1 tabindex="-1">Begin with what you have</h1>
    <p class="lead">
      Your list of sales or purchases tells who your partners are. Your calendar tells how often you meet. Bring them
      in: they are read on this device, and nothing is sent before you say so.
    </p>
    <div class="buttons"><a class="button" href="#/bring-in">Bring in files</a></div>`
}

function listView(entries: readonly Entry[], { service }: Desk): TemplateResult {
  return html`<h1 tabindex="-1">Relationships</h1>
    <p class="lead">What <bdi>${service.firm.name}</bdi> looks after.</p>
    <ul class="cards">
      ${entries.map(cardOf)}
    </ul>
    <div class="buttons">
      <a class="button" href="#/portfolio">Who deserves the effort?</a>
      <a class="button plain" href="#/bring-in">Bring in files</a>
    </div>`
}

const segments = { key: 'Key partner', important: 'Important partner', simple: 'Plain trading' } as const

function cardOf({ id, record }: Entry): TemplateResult {
  const { segment, rel } = record
  const share = rel?.revenueShare ?? rel?.spendShare
  const facts = [
    segment?.kind ? segments[segment.kind] : 'Not judged yet',
    ...(share === undefined
      ? []
      : [`${percent(share)} of our ${rel?.revenueShare === undefined ? 'spend' : 'revenue'}`]),
  ]
  return html`<li>
    <a class="card" href="#/relationship/${id}/questions">
      <b><bdi>${nameOf(record)}</bdi></b>
      ${facts.map((fact) => html`<span>${fact}</span>`)}
    </a>
  </li>`
}
