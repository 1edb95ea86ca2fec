import { html, nothing, type TemplateResult } from 'lit'
import type { PulseStanding } from '@joinery/api/client'
import type { Relationship } from '@joinery/core'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words.ts'
import { nameOf } from './name-of.ts'
import { typed } from '../typed.ts'

type Opened = NonNullable<PulseStanding['opened']>
type Gap = Opened['gaps'][number]

/** Who does something about a gap on each side, and when both look again. */
export interface NewAction {
  readonly item: Gap['item']
  readonly owner: string
  readonly partnerOwner: string
  readonly recheckAt: string
}

interface Shown {
  readonly opened: Opened
  readonly entry: Entry
  readonly act: (action: NewAction) => Promise<void>
}

const questions: Readonly<Record<Gap['item'], string>> = {
  reliability: 'Does what was said',
  openness: 'Tells early',
  fairness: 'The deal is fair',
  capability: 'Is able',
  mean: 'All four together',
}

/** What both sides said, item by item; where they lie apart, something to do. */
export function gapsView({ opened, entry, act }: Shown): TemplateResult {
  const name = nameOf(entry.record)
  const apart = opened.gaps.filter(({ flag, item }) => flag !== null && item !== 'mean')
  return html`<p>
      Both sides have answered: you on ${dayWords(opened.at.us)}, <bdi>${name}</bdi> on ${dayWords(opened.at.partner)}.
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Both views">
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">You</th>
            <th scope="col"><bdi>${name}</bdi></th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          ${opened.gaps.map(
            (gap) =>
              html`<tr>
                <th scope="row">${questions[gap.item]}</th>
                <td>${gap.us}</td>
                <td>${gap.partner}</td>
                <td>${meaningOf(gap)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${apart.length === 0 ? html`<p>You see this alike. Keep it so, and ask again in half a year.</p>` : nothing}
    ${apart.map((gap) => actionView(gap, { entry, act }))}`
}

function meaningOf({ flag, kind }: Gap): string {
  if (flag === null) return 'Seen alike'
  const words = flag === 'priority' ? 'Talk about this first' : 'Talk about this'
  return `${words}: ${kind === 'blind-spot' ? 'a blind spot, you rate it higher' : 'a hidden strength, they rate it higher'}`
}

/** A gap without something to do on both sides is only a number. */
function actionView({ item, action }: Gap, { entry, act }: Omit<Shown, 'opened'>): TemplateResult {
  if (action !== null)
    return html`<p class="note">
      <b>${questions[item]}:</b> <bdi>${action.owner}</bdi> and <bdi>${action.partnerOwner}</bdi> act on it; you both
      look again on ${dayWords(action.recheckAt)}.
    </p>`
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string) => typed(form, name)
    void act({ item, owner: text('owner'), partnerOwner: text('partner-owner'), recheckAt: text('recheck') })
  }
  const { us, partner } = leadsOf(entry.record)
  const id = `gap-${item}`
  return html`<form class="card gap" @submit=${send} aria-labelledby=${id}>
    <h3 id=${id}>${questions[item]}: what do both of you do about it?</h3>
    <div class="grid">
      <div class="field">
        <label class="name" for="${id}-us">Who acts at our side</label>
        <input id="${id}-us" name="owner" type="text" required maxlength="200" .value=${us} />
      </div>
      <div class="field">
        <label class="name" for="${id}-partner">Who acts at theirs</label>
        <input id="${id}-partner" name="partner-owner" type="text" required maxlength="200" .value=${partner} />
      </div>
      <div class="field">
        <label class="name" for="${id}-day">When we look again</label>
        <input id="${id}-day" name="recheck" type="date" required />
      </div>
    </div>
    <div class="buttons"><button>Write it down for both</button></div>
  </form>`
}

function leadsOf({ people = [], rmp }: Relationship) {
  const lead = (side: 'us' | 'partner') => people.find((person) => person.side === side && person.isLead)?.name
  return { us: lead('us') ?? rmp?.owner ?? '', partner: lead('partner') ?? '' }
}
