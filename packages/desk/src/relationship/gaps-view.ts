import { html, nothing, type TemplateResult } from 'lit'
import type { Relationship } from '@joinery/core'
import type { Entry } from '../service/firm-service.ts'
import { typed } from '../typed.ts'
import { daysAfter, dayWords } from '../words/format.ts'
import { words } from '../words/speak.ts'
import { nameOf } from './name-of.ts'

interface JointAction {
  readonly owner: string
  readonly partnerOwner: string
  readonly recheckAt: string
}

/** Writes down who does something about a gap on each side, and when both look again. */
export type JointAct = (gap: string, action: JointAction) => Promise<void>

/** How far apart both sides see one thing. */
interface Gap {
  readonly key: string
  readonly title: string
  readonly us: number
  readonly partner: number
  readonly flag: 'talk' | 'priority' | null
  readonly kind: 'blind-spot' | 'hidden-strength' | null
  readonly action: JointAction | null
  /** A figure that sums up the others asks for nothing by itself. */
  readonly isSum?: boolean
}

interface Shown {
  readonly entry: Entry
  readonly at: { readonly us: string; readonly partner: string }
  /** What the first column holds. */
  readonly what: string
  readonly gaps: readonly Gap[]
  readonly act: JointAct
  readonly today: string
}

/** What both sides said, one by one; where they lie apart, something to do. */
export function gapsView({ entry, at, what, gaps, act, today }: Shown): TemplateResult {
  const said = words().gaps
  const name = nameOf(entry.record)
  const apart = gaps.filter(({ flag, isSum = false }) => flag !== null && !isSum)
  return html`<p>${said.answered(dayWords(at.us), name, dayWords(at.partner))}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${said.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${what}</th>
            <th scope="col">${said.you}</th>
            <th scope="col"><bdi>${name}</bdi></th>
            <th scope="col">${said.meaning}</th>
          </tr>
        </thead>
        <tbody>
          ${gaps.map(
            (gap) =>
              html`<tr>
                <th scope="row">${gap.title}</th>
                <td>${rating(gap.us)}</td>
                <td>${rating(gap.partner)}</td>
                <td>${meaningOf(gap)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${apart.length === 0 ? html`<p>${said.alike}</p>` : nothing}
    ${apart.map((gap) => actionView(gap, { entry, act, today }))}`
}

function rating(value: number): number {
  return Math.round(value * 10) / 10
}

function meaningOf({ flag, kind }: Gap): string {
  const said = words().gaps
  if (flag === null || kind === null) return said.none
  return `${said.flags[flag]}: ${said.kinds[kind]}`
}

/** A gap is looked at again in half a year, unless somebody says otherwise. */
const halfYear = 183

/** A gap without something to do on both sides is only a number. */
function actionView(
  { key, title, action }: Gap,
  { entry, act, today }: Pick<Shown, 'entry' | 'act' | 'today'>,
): TemplateResult {
  const said = words().gaps
  if (action !== null)
    return html`<p class="note">
      <b>${title}:</b> ${said.acting(action.owner, action.partnerOwner, dayWords(action.recheckAt))}
    </p>`
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string) => typed(form, name)
    void act(key, { owner: text('owner'), partnerOwner: text('partner-owner'), recheckAt: text('recheck') })
  }
  const { us, partner } = leadsOf(entry.record)
  const id = `gap-${key}`
  return html`<form class="card gap" @submit=${send} aria-labelledby=${id}>
    <h3 id=${id}>${said.what(title)}</h3>
    <div class="grid">
      <div class="field">
        <label class="name" for="${id}-us">${said.ourOwner}</label>
        <input id="${id}-us" name="owner" type="text" required maxlength="200" .value=${us} />
      </div>
      <div class="field">
        <label class="name" for="${id}-partner">${said.theirOwner}</label>
        <input id="${id}-partner" name="partner-owner" type="text" required maxlength="200" .value=${partner} />
      </div>
      <div class="field">
        <label class="name" for="${id}-day">${said.recheck}</label>
        <input id="${id}-day" name="recheck" type="date" required .value=${daysAfter(today, halfYear)} />
      </div>
    </div>
    <div class="buttons"><button>${said.write}</button></div>
  </form>`
}

function leadsOf({ people = [], rmp }: Relationship) {
  const lead = (side: 'us' | 'partner') => people.find((person) => person.side === side && person.isLead)?.name
  return { us: lead('us') ?? rmp?.owner ?? '', partner: lead('partner') ?? '' }
}
