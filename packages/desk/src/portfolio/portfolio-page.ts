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
import { percent } from '../words/format.ts'
import { inEnglish } from '../words/in-english.ts'
import { criteriaView, type Looked } from './criteria-view.ts'
import { judged, type Judgement } from './judge.ts'
import { words } from '../words/speak.ts'

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
    title: words().portfolio.title,
    view: () => (looked.length === 0 ? emptyView() : portfolioView({ looked, judge, profile })),
  }
}

function emptyView(): TemplateResult {
  const said = words().portfolio
  return html`<h1 tabindex="-1">${said.heading}</h1>
    <p class="lead">${said.empty}</p>
    <div class="buttons"><a class="button" href="#/bring-in">${words().home.bringIn}</a></div>`
}

interface Shown {
  readonly looked: readonly Looked[]
  readonly judge: (id: string, judgement: Judgement) => void
  readonly profile: RuleSetDocument['profile']
}

function portfolioView({ looked, judge, profile }: Shown): TemplateResult {
  const standings = looked.map(({ entry: { record }, result }) => ({ record, result }))
  const portfolio = portfolioFrom(standings, profile)
  const said = words().portfolio
  return html`<h1 tabindex="-1">${said.heading}</h1>
    <p class="lead">${said.lead}</p>
    ${looked.map((one, at) => criteriaView({ one, row: portfolio.rows[at], profile, judge }))}
    ${chosenView(portfolio, looked)}
    <section>
      <h2>${said.stand}</h2>
      <joinery-portfolio
        heading-level="3"
        .relationships=${looked.map(({ entry, result }) => ({ name: nameOf(entry.record), result }))}
      ></joinery-portfolio>
    </section>
    <section>
      <h2>${said.hangs}</h2>
      ${concentrationView('revenue', portfolio.revenue, looked.length)}
      ${concentrationView('spend', portfolio.spend, looked.length)}
    </section>`
}

function chosenView({ chosen, rows }: Portfolio, looked: readonly Looked[]): TemplateResult {
  const simple = rows.filter(({ segment }) => segment === 'simple').length
  const said = words().portfolio
  return html`<section>
    <h2>${said.after}</h2>
    ${
      chosen.length === 0
        ? html`<p>${said.noneYet}</p>`
        : html`<ol class="rows chosen">
            ${chosen.map((at) => {
              const [row, one] = [rows[at], looked[at]]
              return row === undefined || one === undefined
                ? nothing
                : html`<li>
                    <a href="#/relationship/${one.entry.id}/questions"><bdi>${nameOf(one.entry.record)}</bdi></a>
                    <span class="quiet">${inEnglish(row.suggestion.because)}</span>
                  </li>`
            })}
          </ol>`
    }
    ${simple === 0 ? nothing : html`<p class="quiet">${said.plain(simple, rows.length)}</p>`}
  </section>`
}

function concentrationView(
  of: 'revenue' | 'spend',
  { known, largest, largestThree, index }: Concentration,
  all: number,
): TemplateResult {
  const said = words().portfolio
  if (largest === null || largestThree === null)
    return html`<p class="quiet">${said.unknown[of]} <a href="#/bring-in">${said.toSee}</a></p>`
  const isOnFew = index !== null && index > 0.25
  const some = known > 1 ? said.onSome(percent(largestThree), Math.min(3, known)) : ''
  return html`<p>
    ${said.onOne[of](percent(largest))}${some}${said.knownOf(known, all)} ${isOnFew ? said.much : nothing}
  </p>`
}
