import { html, nothing, type TemplateResult } from 'lit'
import {
  portfolioFrom,
  type Concentration,
  type Portfolio,
  type Relationship,
  type RuleSetDocument,
} from '@joinery/core'
import type { OpenPage } from '../desk.ts'
import { fewAtOnce } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { percent } from '../words.ts'
import { criteriaView, type Looked } from './criteria-view.ts'
import { judged, type Judgement } from './judge.ts'

/** Who deserves the effort: four criteria a partner, what follows from them, and where each stands. */
export const openPortfolio: OpenPage = async (desk) => {
  const { service } = desk
  const { profile } = await service.ruleSet()
  let looked = await fewAtOnce(await service.list(), async (entry): Promise<Looked> => {
    return { entry, result: await service.assess(entry.id) }
  })
  // one after the other, so that a quick second click does not meet the first on its way
  let saving: Promise<void> = Promise.resolve()
  const judge = (id: string, judgement: Judgement) => {
    const change = (record: Relationship) => judged(record, judgement, desk.today)
    looked = looked.map((one) =>
      one.entry.id === id ? { ...one, entry: { ...one.entry, record: change(one.entry.record) } } : one,
    )
    desk.redraw()
    saving = saving.then(() => desk.run(() => save(id, change)))
  }
  const save = async (id: string, change: (record: Relationship) => Relationship) => {
    await service.save(id, change)
    const result = await service.assess(id)
    looked = looked.map((one) => (one.entry.id === id ? { ...one, result } : one))
  }
  return {
    title: 'Portfolio',
    view: () => (looked.length === 0 ? emptyView() : portfolioView({ looked, judge, profile })),
  }
}

function emptyView(): TemplateResult {
  return html`<h1 tabindex="-1">Who deserves the effort?</h1>
    <p class="lead">There is no partner here yet.</p>
    <div class="buttons"><a class="button" href="#/bring-in">Bring in files</a></div>`
}

interface Shown {
  readonly looked: readonly Looked[]
  readonly judge: (id: string, judgement: Judgement) => void
  readonly profile: RuleSetDocument['profile']
}

function portfolioView({ looked, judge, profile }: Shown): TemplateResult {
  const standings = looked.map(({ entry: { record }, result }) => ({ record, result }))
  const portfolio = portfolioFrom(standings, profile)
  return html`<h1 tabindex="-1">Who deserves the effort?</h1>
    <p class="lead">Four taps for each partner, about two minutes in all. Everything here stays in your firm.</p>
    ${looked.map((one, at) => criteriaView({ one, row: portfolio.rows[at], profile, judge }))}
    ${chosenView(portfolio, looked)}
    <section>
      <h2>Where they stand</h2>
      <joinery-portfolio
        heading-level="3"
        .relationships=${looked.map(({ entry, result }) => ({ name: nameOf(entry.record), result }))}
      ></joinery-portfolio>
    </section>
    <section>
      <h2>How much hangs on how few</h2>
      ${concentrationView('revenue', portfolio.revenue, looked.length)}
      ${concentrationView('spend', portfolio.spend, looked.length)}
    </section>`
}

function chosenView({ chosen, rows }: Portfolio, looked: readonly Looked[]): TemplateResult {
  const simple = rows.filter(({ segment }) => segment === 'simple').length
  return html`<section>
    <h2>Look after these</h2>
    ${
      chosen.length === 0
        ? html`<p>None yet: judge your partners above. Three to five are what a small firm can look after well.</p>`
        : html`<ol class="rows chosen">
            ${chosen.map((at) => {
              const [row, one] = [rows[at], looked[at]]
              return row === undefined || one === undefined
                ? nothing
                : html`<li>
                    <a href="#/relationship/${one.entry.id}/questions"><bdi>${nameOf(one.entry.record)}</bdi></a>
                    <span class="quiet">${row.suggestion.because}</span>
                  </li>`
            })}
          </ol>`
    }
    ${simple === 0 ? nothing : html`<p class="quiet">Plain trading is enough for ${simple} of ${rows.length}.</p>`}
  </section>`
}

function concentrationView(of: string, { known, largest, largestThree, index }: Concentration, all: number) {
  if (largest === null || largestThree === null)
    return html`<p class="quiet">No share of ${of} is known. <a href="#/bring-in">Bring in a ledger</a> to see it.</p>`
  const isOnFew = index !== null && index > 0.25
  return html`<p>
    Of your ${of}, <b>${percent(largest)}</b> hangs on one
    partner${known > 1 ? html` and <b>${percent(largestThree)}</b> on ${Math.min(3, known)}` : nothing} (${known} of
    ${all} shares are known). ${isOnFew ? 'That is much: think about what happens if one of them stops.' : nothing}
  </p>`
}
