import { html, nothing, type TemplateResult } from 'lit'
import { sharedView, type Relationship } from '@joinery/core'
import { typed } from '../typed.ts'
import { daysAfter } from '../words/format.ts'
import { spokenLanguage, words } from '../words/speak.ts'
import type { LinkPower, Links } from './links.ts'
import { nameOf } from './name-of.ts'
import { shareableParts } from './shareable-parts.ts'
import { askedNow, type Statements } from './statements.ts'
import { choiceView } from './statements-view.ts'

const powers: readonly LinkPower[] = ['confirm', 'pulse', 'statements', 'ratings', 'plan']

/** What is asked of the partner, and what it may see for it. */
export function linkForm(links: Links, statements: Statements): TemplateResult {
  const { entry } = links
  const said = words().links
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const wish = wishIn(new FormData(event.currentTarget as HTMLFormElement), links)
    void sealFirst(statements, wish.powers).then(() => links.make(wish))
  }
  return html`<form class="link" novalidate @submit=${send}>
    <div class="field">
      <label class="name" for="label">${said.forWhom}</label>
      <input id="label" name="label" type="text" maxlength="100" autocomplete="off" .value=${contactOf(entry.record)} />
    </div>
    <fieldset class="stacked field">
      <legend class="name">${said.whatFor}</legend>
      ${powers.map(powerView)}
    </fieldset>
    ${principlesView(statements)} ${fieldsView(entry.record)} ${daysView()} ${mailView()}
    <div class="buttons"><button>${said.make}</button></div>
  </form>`
}

function powerView(power: LinkPower): TemplateResult {
  return html`<label class="option">
    <input type="checkbox" name=${power} ?checked=${power !== 'statements' && power !== 'ratings'} />
    <span>${words().links.powers[power]}</span>
  </label>`
}

function daysView(): TemplateResult {
  const { goodFor, days: said } = words().links
  const option = (days: keyof typeof said) =>
    html`<option value=${days} ?selected=${days === 30}>${said[days]}</option>`
  return html`<div class="field">
    <label class="name" for="days">${goodFor}</label>
    <select id="days" name="days" class="short">
      ${([14, 30, 90] as const).map(option)}
    </select>
  </div>`
}

function mailView(): TemplateResult {
  const { mailTo, mailHint } = words().links
  return html`<div class="field">
    <label class="name" for="mail">${mailTo}</label>
    <span class="hint" id="mail-hint">${mailHint}</span>
    <input id="mail" name="mail" type="email" maxlength="254" autocomplete="off" aria-describedby="mail-hint" />
  </div>`
}

function wishIn(form: FormData, { entry, desk }: Links): Parameters<Links['make']>[0] {
  const [label, to] = [typed(form, 'label'), typed(form, 'mail')]
  const chosen = new Set(form.getAll('field'))
  return {
    label: label === '' ? nameOf(entry.record) : label,
    powers: powers.filter((power) => form.get(power) !== null),
    fields: shareableParts()
      .map(({ field }) => field)
      .filter((field) => chosen.has(field)),
    expiresAt: `${daysAfter(desk.today, Number(form.get('days')))}T23:59:59.000Z`,
    ...(to !== '' && { mail: { to, language: spokenLanguage() } }),
  }
}

/**
 * What is asked is fixed by whoever answers first, and the partner cannot choose: so where the record answers all that was
 * chosen, the firm's answers are sealed before the link is there.
 */
async function sealFirst(statements: Statements, chosen: readonly LinkPower[]): Promise<void> {
  const asked = askedNow(statements)
  const isReady = asked.length > 0 && asked.every(({ indicator }) => statements.answers[indicator] !== undefined)
  if (chosen.includes('statements') && statements.standing.waiting === null && isReady) await statements.seal(1)
}

function principlesView(statements: Statements): TemplateResult {
  const said = words().links
  if (statements.standing.waiting !== null) return html`<p class="hint statements-choice">${said.alreadyChosen}</p>`
  const asked = askedNow(statements)
  const open = asked.filter(({ indicator }) => statements.answers[indicator] === undefined)
  return html`<div class="statements-choice">
    ${choiceView(statements)}
    <p class="hint">${asked.length === 0 ? said.usualChoice : said.choiceOf(asked.length)}</p>
    ${open.length === 0 ? nothing : html`<p class="note">${said.answerFirst} <a href="#statements" @click=${jump}>${said.toStatements}</a></p>`}
  </div>`
}

/** The address names a page of the desk, so a jump within the page is done here. */
function jump(event: Event): void {
  event.preventDefault()
  const first = document.querySelector<HTMLElement>('#statements form input')
  first?.focus()
  first?.scrollIntoView({ block: 'center' })
}

function contactOf({ people = [] }: Relationship): string {
  const theirs = people.filter(({ side }) => side === 'partner')
  return (theirs.find(({ isLead }) => isLead) ?? theirs[0])?.name ?? ''
}

/** Only what is in the record and may be shared at all can be chosen; private fields are not even offered. */
function fieldsView(record: Relationship): TemplateResult {
  const said = words().links
  const seen = sharedView(record)
  const parts = shareableParts().filter(({ field }) => Object.hasOwn(seen, field))
  return html`<fieldset class="stacked field">
    <legend class="name">${said.maySee}</legend>
    <span class="hint">${said.neverLeaves}</span>
    ${parts.length === 0 ? html`<p>${said.nothingYet}</p>` : nothing}
    ${parts.map(
      ({ field, title, isChosen }) =>
        html`<label class="option">
          <input type="checkbox" name="field" value=${field} ?checked=${isChosen} /><span>${title}</span>
        </label>`,
    )}
  </fieldset>`
}
