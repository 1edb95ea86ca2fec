import { html, nothing, type TemplateResult } from 'lit'
import type { PlanApproval } from '@joinery/api/client'
import type { Desk, OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { dayWords } from '../words.ts'
import { nameOf } from './name-of.ts'
import { relationshipFrame } from './relationship-frame.ts'
import { saveFile } from '../page/save-file.ts'

type Form = 'micro' | 'full'

interface Plan {
  readonly entry: Entry
  readonly desk: Desk
  readonly approval: PlanApproval
  /** The page of the plan, as a local address. */
  readonly address: string
  form: Form
}

const endings = [
  ['docx', 'Word'],
  ['html', 'A page to print'],
  ['md', 'Markdown'],
] as const

/** The shared half of the plan, as the partner would read it: to look at, to take along, and whether it was agreed. */
export const openPlan: OpenPage = async (desk, [, id = '']) => {
  const { service } = desk
  const [entry, { body: approval }] = await Promise.all([
    service.read(id),
    service.client.call('getPlanApproval', { relationship: id }),
  ])
  const show = async (form: Form): Promise<Plan> => {
    const page = await service.download(pathOf(id, 'html', form))
    return { entry, desk, approval, form, address: URL.createObjectURL(page) }
  }
  let plan = await show('micro')
  const change = (form: Form) =>
    desk.run(async () => {
      URL.revokeObjectURL(plan.address)
      plan = await show(form)
    })
  return {
    title: `Plan with ${nameOf(entry.record)}`,
    view: () => relationshipFrame(entry, 'plan', planView(plan, change)),
  }
}

function pathOf(id: string, ending: string, form: Form): string {
  return `/v1/relationships/${id}/plan.${ending}?form=${form}`
}

function planView(plan: Plan, change: (form: Form) => Promise<void>): TemplateResult {
  const { entry, desk, approval, form, address } = plan
  const take = (ending: string) =>
    desk.run(async () => saveFile(await desk.service.download(pathOf(entry.id, ending, form)), `plan.${ending}`))
  return html`<section>
    <h2>The plan both of you can read</h2>
    <p>It is made from your record. Nothing private stands in it; what is missing is named at its end.</p>
    ${approvalView(approval, entry)}
    <fieldset class="field">
      <legend class="name">How long</legend>
      <div class="options">
        ${(['micro', 'full'] as const).map(
          (one) =>
            html`<label class="option">
              <input type="radio" name="form" .checked=${form === one} @change=${() => void change(one)} />
              <span>${one === 'micro' ? 'Two pages' : 'Everything'}</span>
            </label>`,
        )}
      </div>
    </fieldset>
    <div class="buttons">
      ${endings.map(
        ([ending, title], at) =>
          html`<button type="button" class=${at === 0 ? nothing : 'plain'} @click=${() => void take(ending)}>
            ${title}
          </button>`,
      )}
    </div>
    <iframe class="sheet" src=${address} title="The plan with ${nameOf(entry.record)}"></iframe>
  </section>`
}

function approvalView({ approvedAt, holds }: PlanApproval, { id, record }: Entry): TemplateResult {
  const name = html`<bdi>${nameOf(record)}</bdi>`
  if (approvedAt === null)
    return html`<p class="note">
      Not yet agreed. <a href="#/relationship/${id}/partner">Give ${name} a link</a> to read and approve it.
    </p>`
  return holds
    ? html`<p class="note"><b>${name} approved this plan</b> on ${dayWords(approvedAt)}.</p>`
    : html`<p class="note">
        ${name} approved an earlier version on ${dayWords(approvedAt)}; it has changed since. Ask again.
      </p>`
}
