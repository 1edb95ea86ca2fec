import { html, nothing, type TemplateResult } from 'lit'
import {
  segmentCriteria,
  segmentScoresOf,
  targetLevelFor,
  type PortfolioRow,
  type Result,
  type RuleSetDocument,
  type Segment,
} from '@joinery/core'
import type { Entry } from '../service/firm-service.ts'
import { nameOf } from '../relationship/name-of.ts'
import { percent } from '../words/format.ts'
import { openSuggestion, reasonFor, type Criterion, type Judgement } from './judge.ts'
import { words } from '../words/speak.ts'

/** A relationship, and where it stands. */
export interface Looked {
  readonly entry: Entry
  readonly result: Result
}

interface Judged {
  readonly one: Looked
  readonly row: PortfolioRow | undefined
  /** What the rule set says is worth reaching, by size and segment. */
  readonly profile: RuleSetDocument['profile']
  readonly judge: (id: string, judgement: Judgement) => void
}

const scores = [1, 2, 3] as const

/** One partner: four criteria, what follows from them, and what the firm decides. */
export function criteriaView({ one, row, profile, judge }: Judged): TemplateResult {
  const { id, record } = one.entry
  const given = segmentScoresOf(record)
  const shares = [
    ...(row?.revenueShare == null ? [] : [words().partners.ofRevenue(percent(row.revenueShare))]),
    ...(row?.spendShare == null ? [] : [words().partners.ofSpend(percent(row.spendShare))]),
  ]
  return html`<section class="judged" aria-labelledby="judge-${id}">
    <h2 id="judge-${id}"><bdi>${nameOf(record)}</bdi> <span class="hint inline">${shares.join(', ')}</span></h2>
    <div class="criteria">
      ${(Object.keys(segmentCriteria) as Criterion[]).map((criterion) =>
        criterionView({ id, criterion, score: given[criterion], judge }),
      )}
    </div>
    ${decisionView({ one, profile, judge })}
  </section>`
}

interface Scored {
  readonly id: string
  readonly criterion: Criterion
  readonly score: number | undefined
  readonly judge: Judged['judge']
}

function criterionView({ id, criterion, score: now, judge }: Scored): TemplateResult {
  const said = words().portfolio
  return html`<fieldset>
    <legend class="name">${said.criteria[criterion]}</legend>
    <div class="options">
      ${scores.map(
        (score) =>
          html`<label class="option">
            <input
              type="radio"
              name="${id}-${criterion}"
              value=${score}
              .checked=${now === score}
              @change=${() => judge(id, { criterion, score })}
            />
            <span>${said.scores[score]}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

function decisionView({ one: { entry }, profile, judge }: Omit<Judged, 'row'>): TemplateResult {
  const { id, record } = entry
  const suggested = openSuggestion(record)
  const kind = record.segment?.kind || undefined
  const levelFor = (segment: Segment) => targetLevelFor(profile, record, segment)
  const decide = ({ currentTarget }: Event) => {
    const segment = (currentTarget as HTMLSelectElement).value as Segment
    judge(id, { segment, targetLevel: levelFor(segment) })
  }
  const said = words().portfolio
  return html`<div class="decision">
    <p>${said.reasons[reasonFor(record)]}</p>
    ${
      suggested === undefined
        ? nothing
        : html`<button
            type="button"
            class="plain"
            @click=${() => judge(id, { segment: suggested, targetLevel: levelFor(suggested) })}
          >
            ${said.take[suggested](levelFor(suggested))}
          </button>`
    }
    <div class="field">
      <label class="name" for="segment-${id}">${said.decided}</label>
      <select id="segment-${id}" @change=${decide}>
        <option value="" disabled ?selected=${kind === undefined}>${said.notYet}</option>
        ${(Object.keys(said.segments) as Segment[]).map(
          (segment) => html`<option value=${segment} ?selected=${kind === segment}>${said.segments[segment]}</option>`,
        )}
      </select>
      ${
        record.segment?.targetLevel === undefined
          ? nothing
          : html`<span class="hint">${said.toReach(record.segment.targetLevel)}</span>`
      }
    </div>
  </div>`
}
