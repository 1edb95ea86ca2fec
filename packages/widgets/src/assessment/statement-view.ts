import { html, nothing } from 'lit'
import { live } from '../base/live.ts'
import type { Indicator } from '../rule-set/document.ts'
import { fold } from './fold.ts'
import { idOf } from './id-of.ts'
import type { View } from './view.ts'

/** One statement: native radio buttons under their legend, and what belongs to the answer. */
export function statementView(view: View, indicator: Indicator): unknown {
  const { session, state, text, said, words } = view
  const { id, level } = indicator
  const answer = state.record.answers?.[id]
  const isSettled = state.live?.settled.has(id) ?? false
  const box = idOf('s', id)
  const choose = ({ target }: Event) =>
    session.answer(id, { ...kept(answer), value: (target as HTMLInputElement).value, at: view.today })
  return html`<fieldset class="statement ${isSettled ? 'settled' : ''}" id=${box} part="statement">
    <legend>
      ${level === undefined ? nothing : html`<span class="tag">${words.levelTag(view.format.whole(level))}</span>`}
      <span class="statement-text">${said(text(id, 'statement', indicator.statement))}</span>
    </legend>
    ${isSettled ? settledView(view, id) : nothing}
    <div class="answers" part="answers" @change=${choose}>
      ${optionsOf(view, indicator).map(
        ({ value, label }) =>
          html`<label class="option" part="option">
            <input type="radio" name=${box} value=${value} .checked=${live(answer?.value === value)} />
            <span>${label}</span>
          </label>`,
      )}
    </div>
    ${answer?.value === 'notApplicable' ? reasonView(view, indicator) : nothing}
    ${
      answer === undefined
        ? nothing
        : html`<div class="buttons statement-more">
            <button type="button" class="plain small" @click=${() => session.answer(id, undefined)}>
              ${words.clear}
            </button>
          </div>`
    }
    ${answer?.value === 'no' || (answer === undefined && !isSettled) ? nothing : proofFold(view, indicator)}
  </fieldset>`
}

function proofFold(view: View, indicator: Indicator): unknown {
  const { words, rest, common } = view
  const words1 = rest?.proofOf(view, indicator) === undefined ? words.proof : words.proofEdit
  return fold(view, idOf('proof', indicator.id), {
    look: 'proof',
    summary: html`<span class="small">${words1}</span>`,
    inside: () => rest?.proofView(view, indicator) ?? common.loading,
  })
}

function kept(answer: { note?: string | undefined } | undefined): { note?: string } {
  return answer?.note === undefined ? {} : { note: answer.note }
}

/** The answers of the rule set's scale, and the two that stand beside every scale. */
function optionsOf(view: View, indicator: Indicator): readonly { value: string; label: unknown }[] {
  const { session, words, text, said } = view
  const { scale, notApplicable } = session.document.answers
  const usual: Readonly<Record<string, string>> = { yes: words.yes, partly: words.partly, no: words.no }
  const mayNotApply = notApplicable !== undefined && (indicator.notApplicable ?? true) && indicator.critical !== true
  return [
    ...scale.map(({ value, label }) => {
      const own = text('answers', value, label)
      const isForeign = own.lang.split('-')[0] !== view.format.language.split('-')[0]
      return { value, label: isForeign && Object.hasOwn(usual, value) ? usual[value] : said(own) }
    }),
    { value: 'notSure', label: words.notSure },
    ...(mayNotApply ? [{ value: 'notApplicable', label: words.notApplicable }] : []),
  ]
}

/** A record beats an answer; the person sees that it does. */
function settledView({ state, words }: View, id: string): unknown {
  const outcome = state.live?.outcomes.get(id)
  const word = { met: words.outcomeMet, partly: words.outcomePartly }[outcome as string] ?? words.outcomeUnmet
  return html`<p class="from-records">${words.fromRecords} <span class="strong">${word}</span></p>`
}

function reasonView(view: View, { id }: Indicator): unknown {
  const { session, state, words, text, desk } = view
  const answer = state.record.answers?.[id]
  const box = idOf('reason', id)
  const fault = desk.faults.get(box)
  const change = ({ target }: Event) => {
    const reason = (target as HTMLSelectElement).value
    desk.faults.delete(box)
    const { reason: _before, ...others } = answer ?? { value: 'notApplicable' }
    session.answer(id, reason === '' ? others : { ...others, reason })
  }
  return html`<div class="field">
    <label class="label" for=${box}>${words.reason}</label>
    ${fault === undefined ? nothing : html`<p class="wrong small" id="${box}-wrong">${fault}</p>`}
    <select
      id=${box}
      class="short"
      aria-invalid=${fault === undefined ? nothing : 'true'}
      aria-describedby=${fault === undefined ? nothing : `${box}-wrong`}
      @change=${change}
    >
      <option value="" ?selected=${answer?.reason === undefined}>${words.chooseReason}</option>
      ${(session.document.answers.notApplicable?.reasons ?? []).map(
        ({ code, label }) =>
          html`<option value=${code} ?selected=${answer?.reason === code}>
            ${text('answers', `reason.${code}`, label).text}
          </option>`,
      )}
    </select>
  </div>`
}
