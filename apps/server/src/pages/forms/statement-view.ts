import type { Indicator } from '@joinery/widgets/questionnaire'
import { html, textarea, when, type Html } from '../html.ts'
import { checked, faultOf, type Shown } from './question-view.ts'
import { idOfAnswer, idOfNote, idOfReason, mostLetters, optionsOf, ownAnswer } from './read-answers.ts'

/** One statement: radio buttons under their legend, a reason where it does not apply, and room for a note. */
export function statementView(shown: Shown, indicator: Indicator): Html {
  const { form, sent } = shown
  const { id, level, statement } = indicator
  const field = idOfAnswer(indicator)
  const { why, marks } = faultOf(shown, field)
  const answer = ownAnswer(form.record, indicator)
  const value = sent?.get(field) ?? answer?.value
  const { text, lang } = form.text(id, 'statement', statement)
  return html`<fieldset class="statement${why.html === '' ? '' : ' wrong'}" id="${field}" ${marks}>
    <legend>
      ${when(level !== undefined, () => html`<span class="tag">${form.words.asked.levelTag(String(level))}</span>`)}<span
        lang="${lang}"
        >${text}</span
      >
    </legend>
    ${why}
    <div class="options">
      ${optionsOf(indicator, form.ruleSet.document.answers).map(
        (option) =>
          html`<label class="option"
            ><input type="radio" name="${field}" value="${option}" ${checked(value === option)} /><span
              >${labelOf(shown, option)}</span
            ></label
          >`,
      )}
    </div>
    ${reasonView(shown, indicator)} ${noteView(shown, indicator)}
  </fieldset>`
}

function labelOf({ form: { words, text, ruleSet } }: Shown, option: string): string {
  const { asked, language } = words
  const usual: Readonly<Record<string, string>> = { yes: asked.yes, partly: asked.partly, no: asked.no }
  if (option === 'notSure') return asked.notSure
  if (option === 'notApplicable') return asked.notApplicable
  const label = ruleSet.document.answers.scale.find(({ value }) => value === option)?.label ?? option
  const own = text('answers', option, label)
  const isForeign = own.lang.split('-')[0] !== language
  return isForeign && Object.hasOwn(usual, option) ? usual[option]! : own.text
}

function reasonView(shown: Shown, indicator: Indicator): Html {
  const { form, sent } = shown
  const { document } = form.ruleSet
  const reasons = document.answers.notApplicable?.reasons ?? []
  if (!optionsOf(indicator, document.answers).includes('notApplicable') || reasons.length === 0) return html``
  const field = idOfReason(indicator)
  const { why, marks } = faultOf(shown, field)
  const chosen = sent?.get(field) ?? ownAnswer(form.record, indicator)?.reason
  return html`<div class="field reason">
    <label class="name" for="${field}">${form.words.asked.reason}</label>
    ${why}
    <select id="${field}" name="${field}" ${marks}>
      <option value="">${form.words.asked.chooseReason}</option>
      ${reasons.map(
        ({ code, label }) =>
          html`<option value="${code}" ${code === chosen ? html` selected` : html``}>
            ${form.text('answers', `reason.${code}`, label).text}
          </option>`,
      )}
    </select>
  </div>`
}

function noteView(shown: Shown, indicator: Indicator): Html {
  const field = idOfNote(indicator)
  const { why, marks } = faultOf(shown, field)
  const note = shown.sent?.get(field) ?? ownAnswer(shown.form.record, indicator)?.note ?? ''
  return html`<details${why.html === '' && note === '' ? html`` : html` open`}>
    <summary>${shown.form.words.asked.note}</summary>
    ${why}${textarea({ id: field, name: field, rows: '3', maxlength: String(mostLetters), 'aria-label': shown.form.words.asked.note }, marks, note)}
  </details>`
}
