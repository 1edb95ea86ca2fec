import { html, nothing } from 'lit'
import { fold } from './fold.ts'
import { inputFor } from '../inputs/index.ts'
import type { Question } from '../rule-set/document.ts'
import { factOf, isComplete, withComplete, withFact } from '../session/record.ts'
import { idOf } from './id-of.ts'
import type { AskingView, View } from './view.ts'

const nothingMatters: ReadonlySet<string> = new Set()

/** Asks for facts; `matters` are those that rules look at. */
export function questionsView(
  view: AskingView,
  questions: readonly Question[],
  matters: ReadonlySet<string> = nothingMatters,
): unknown {
  return html`<div class="questions" part="questions">${questions.map((one) => questionView(view, one, matters))}</div>`
}

/** The same behind a fold: an answer is quicker, a record counts for more. */
export function factsView(
  view: View,
  { id, questions, matters }: { id: string; questions: readonly Question[]; matters: () => ReadonlySet<string> },
): unknown {
  if (questions.length === 0) return nothing
  const { words, state, format } = view
  const filled = questions.filter(({ fact }) => factOf(state.record, fact) !== undefined).length
  const count = html`<span class="quiet small">${words.factsFilled(format.whole(filled))}</span>`
  return fold(view, idOf('facts', id), {
    look: 'facts',
    part: 'facts',
    summary: html`${words.facts} ${filled === 0 ? nothing : count}`,
    inside: () =>
      html`<p class="hint">${words.factsHint}</p>
        ${questionsView(view, questions, matters())}`,
  })
}

function questionView(view: AskingView, question: Question, matters: ReadonlySet<string>): unknown {
  const { session, state, text, said, desk, format, inputWords } = view
  const { id, type, fact, choices, fields, preset } = question
  const asked = {
    id: idOf('q', id),
    fact,
    title: said(text(id, 'title', question.title)),
    textsId: id,
    choices,
    fields,
    preset,
    ...(question.help === undefined ? {} : { help: said(text(id, 'help', question.help)) }),
  }
  const input = view.inputOf?.(question) ?? inputFor(type, view.rest?.laterInputs)
  if (input === undefined) return html`<p role="status">${view.common.loading}</p>`
  return input(asked, {
    value: factOf(state.record, fact),
    set: (value) => session.setRecord(withFact(session.state().record, fact, value)),
    context: {
      words: inputWords,
      format,
      facts: session.document.facts,
      text,
      said,
      desk,
      matters,
      isWhole: isComplete(state.record, fact),
      setWhole: (isWhole) =>
        session.setRecord(withComplete(session.state().record, fact, isWhole ? view.today : undefined)),
    },
  })
}
