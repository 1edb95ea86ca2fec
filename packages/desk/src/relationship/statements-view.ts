import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dayWords } from '../words/format.ts'
import { words } from '../words/speak.ts'
import { gapsView } from './gaps-view.ts'
import { nameOf } from './name-of.ts'
import { peopleOf, respondentsView } from './respondents-view.ts'
import { askedNow, type Statements } from './statements.ts'

/** Both views of the principles that the firm chose. */
export function statementsView(statements: Statements): TemplateResult {
  const { standing, entry, act, texts } = statements
  const { opened, waiting } = standing
  const said = words().statements
  return html`<section id="statements">
    <h2>${said.title}</h2>
    ${
      opened === null
        ? nothing
        : gapsView({
            entry,
            today: statements.today,
            at: opened.at,
            what: said.column,
            gaps: opened.gaps.map((gap) =>
              Object.assign({}, gap, { key: gap.principle, title: texts.text(gap.principle, 'title', gap.title) }),
            ),
            act,
          })
    }
    ${waiting?.answered.includes('us') === true ? sealedView(statements, waiting.expiresAt) : askView(statements)}
  </section>`
}

function sealedView({ entry, refresh }: Statements, expiresAt: string): TemplateResult {
  const said = words().statements
  return html`<div class="note">
    <p><b>${said.sealed}</b> ${said.sealedMore(nameOf(entry.record), dayWords(expiresAt))}</p>
    <p><button type="button" class="plain" @click=${() => void refresh()}>${words().pulse.lookAgain}</button></p>
  </div>`
}

function askView(statements: Statements): TemplateResult {
  const { standing, entry } = statements
  const said = words().statements
  const name = nameOf(entry.record)
  const hasAnswered = standing.waiting !== null
  const form = html`<p>
      ${hasAnswered ? html`<b>${words().pulse.theyAnswered(name)}</b> ` : nothing}${said.lead(name)}
    </p>
    ${hasAnswered ? nothing : choiceView(statements)} ${formView(statements)}`
  return standing.opened === null || hasAnswered
    ? form
    : html`<details>
        <summary>${words().pulse.again}</summary>
        ${form}
      </details>`
}

/** The principles that both sides are asked about. */
export function choiceView({ askable, chosen, choose, texts }: Statements): TemplateResult {
  return html`<fieldset class="field principles">
    <legend class="name">${words().statements.which}</legend>
    <div class="options">
      ${askable.map(
        ({ principle, title }) =>
          html`<label class="option">
            <input
              type="checkbox"
              name="principle"
              value=${principle}
              .checked=${chosen.has(principle)}
              @change=${({ currentTarget }: Event) => choose(principle, (currentTarget as HTMLInputElement).checked)}
            /><span>${texts.said(principle, 'title', title)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

function formView(statements: Statements): TemplateResult | typeof nothing {
  const asked = askedNow(statements)
  if (asked.length === 0) return nothing
  const said = words().statements
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void statements.seal(peopleOf(new FormData(event.currentTarget as HTMLFormElement)))
  }
  return html`<form class="statements" novalidate @submit=${send}>
    ${statements.wrong === '' ? nothing : html`<p class="why" role="alert">${statements.wrong}</p>`}
    ${repeat(
      asked,
      ({ indicator }) => indicator,
      (one) => statementView(one, statements),
    )}
    ${respondentsView('statement-respondents')}
    <div class="buttons"><button>${said.seal}</button></div>
  </form>`
}

function statementView(
  { indicator, principle, title, statement }: ReturnType<typeof askedNow>[number],
  { standing, answers, say, texts }: Statements,
): TemplateResult {
  const options = [...standing.scale, { value: 'notSure', label: words().statements.notSure }]
  return html`<fieldset class="statement">
    <legend>
      <span class="tag">${texts.said(principle, 'title', title)}</span> ${texts.said(indicator, 'statement', statement)}
    </legend>
    <div class="options">
      ${options.map(
        ({ value, label }) =>
          html`<label class="option">
            <input
              type="radio"
              name=${indicator}
              value=${value}
              .checked=${answers[indicator] === value}
              @change=${() => say(indicator, value)}
            /><span>${label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}
