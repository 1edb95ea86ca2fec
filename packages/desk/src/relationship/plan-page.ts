import { html, type TemplateResult } from 'lit'
import type { PlanState, Remark } from '@joinery/api/client'
import type { Desk, OpenPage } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import { saveFile } from '../page/save-file.ts'
import { words } from '../words/speak.ts'
import { nameOf } from './name-of.ts'
import { approvalsView, changesView, missingView, remarksView } from './plan-views.ts'
import { relationshipFrame } from './relationship-frame.ts'

type Half = 'shared' | 'private'
type Form = 'micro' | 'full'

interface Shown {
  readonly half: Half
  readonly form: Form
}

interface Plan {
  readonly entry: Entry
  readonly desk: Desk
  readonly state: PlanState
  remarks: readonly Remark[]
  shown: Shown
  /** The page of the plan, as a local address. */
  address: string
}

const endings = ['docx', 'html', 'md'] as const

/** Both halves of the plan, one at a time: to look at, to take along; and what the partner said of the shared one. */
export const openPlan: OpenPage = async (desk, [, id = '', , wanted]) => {
  const { client } = desk.service
  const relationship = id
  const [entry, { body: state }, remarks] = await Promise.all([
    desk.service.read(id),
    client.call('getPlanState', { relationship, form: 'full', language: planLanguage() }),
    remarksOf(desk, id),
  ])
  const shown: Shown = { half: wanted === 'private' ? 'private' : 'shared', form: 'micro' }
  const plan: Plan = { entry, desk, state, remarks, shown, address: await pageOf(desk, id, shown) }
  const show = (change: Partial<Shown>) =>
    desk.run(async () => {
      const next = { ...plan.shown, ...change }
      const address = await pageOf(desk, id, next)
      URL.revokeObjectURL(plan.address)
      Object.assign(plan, { shown: next, address })
    })
  const close = (remark: string) =>
    desk.run(async () => {
      await client.call('closeRemark', { relationship, remark })
      plan.remarks = await remarksOf(desk, id)
    })
  return {
    title: words().plan.pageTitle(nameOf(entry.record)),
    view: () => relationshipFrame(entry, 'plan', planView(plan, { show, close })),
  }
}

async function remarksOf({ service }: Desk, relationship: string): Promise<readonly Remark[]> {
  const all: Remark[] = []
  for await (const remark of service.client.list('listRemarks', { relationship })) all.push(remark)
  return all
}

function pathOf(id: string, ending: string, { half, form }: Shown): string {
  return `/v1/relationships/${id}/${half === 'private' ? 'private-plan' : 'plan'}.${ending}?form=${form}&language=${planLanguage()}`
}

/** That of the desk, where a plan can be made in it. */
function planLanguage(): 'en' | 'de' {
  return words().language === 'de' ? 'de' : 'en'
}

async function pageOf({ service }: Desk, id: string, shown: Shown): Promise<string> {
  return URL.createObjectURL(await service.download(pathOf(id, 'html', shown)))
}

interface Doing {
  readonly show: (change: Partial<Shown>) => Promise<void>
  readonly close: (remark: string) => Promise<void>
}

function planView(plan: Plan, { show, close }: Doing): TemplateResult {
  const { entry, state, remarks, shown } = plan
  const said = words().plan
  return html`<section>
      <h2>${said.title}</h2>
      <p>${said.lead}</p>
      ${approvalsView(state, entry)} ${changesView(state)} ${remarksView(remarks, { entry, close })}
    </section>
    <section>${missingView(state, entry)}</section>
    <section class=${shown.half === 'private' ? 'own' : 'both'}>
      <h2>${shown.half === 'private' ? said.privateHalf : said.sharedHalf}</h2>
      <p>${shown.half === 'private' ? said.privateLead : said.sharedLead}</p>
      ${choiceView({ legend: said.whichHalf, name: 'half', options: ['shared', 'private'], now: shown.half, show })}
      ${choiceView({ legend: said.howLong, name: 'form', options: ['micro', 'full'], now: shown.form, show })}
      ${sheetView(plan)}
    </section>`
}

interface Choice {
  readonly legend: string
  readonly name: 'half' | 'form'
  readonly options: readonly (Half | Form)[]
  readonly now: Half | Form
  readonly show: Doing['show']
}

function choiceView({ legend, name, options, now, show }: Choice): TemplateResult {
  const titles = words().plan.options
  return html`<fieldset class="field">
    <legend class="name">${legend}</legend>
    <div class="options">
      ${options.map(
        (one) =>
          html`<label class="option">
            <input
              type="radio"
              name=${name}
              value=${one}
              .checked=${one === now}
              @change=${() => void show({ [name]: one })}
            />
            <span>${titles[one]}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

function sheetView({ entry, desk, shown, address }: Plan): TemplateResult {
  const said = words().plan
  const take = (ending: string) =>
    desk.run(async () => {
      const file = await desk.service.download(pathOf(entry.id, ending, shown))
      saveFile(file, `${shown.half === 'private' ? said.privateFile : said.sharedFile}.${ending}`)
    })
  const title = said.frame[shown.half](nameOf(entry.record))
  return html`<div class="buttons">
      ${endings.map(
        (ending, at) =>
          html`<button type="button" class=${at === 0 ? '' : 'plain'} @click=${() => void take(ending)}>
            ${said.files[ending]}
          </button>`,
      )}
    </div>
    <iframe class="sheet" src=${address} title=${title}></iframe>`
}
