import { factOf, type Question } from '@joinery/widgets/questionnaire'
import { attributes, html, textarea, when, type Html } from '../html.ts'
import type { Form } from './open-form.ts'
import { idOfQuestion, mostLetters, type FormFault } from './read-answers.ts'

/** What a page is shown with: the form, what is wrong with it, and what was sent where that could not be kept. */
export interface Shown {
  readonly form: Form
  readonly faults: readonly FormFault[]
  readonly sent: URLSearchParams | undefined
}

/** The marks of a field that has a fault, and the words above it. */
export function faultOf({ faults }: Shown, field: string): { readonly why: Html; readonly marks: Html } {
  const found = faults.filter((fault) => fault.field === field)
  if (found.length === 0) return { why: html``, marks: html`` }
  return {
    why: html`<p class="why" id="${field}-why">${found.map(({ message }) => message).join(' ')}</p>`,
    marks: html` aria-invalid="true" aria-describedby="${field}-why"`,
  }
}

/** Asks for a fact with the field that HTML has for it. */
export function questionView(shown: Shown, question: Question): Html {
  const { text } = shown.form
  const { id, type } = question
  const field = idOfQuestion(question)
  const { why, marks } = faultOf(shown, field)
  const title = html`<span class="name">${text(id, 'title', question.title).text}</span>${when(
      question.help !== undefined,
      () => html`<span class="hint">${text(id, 'help', question.help!).text}</span>`,
    )}`
  const isGroup = type === 'choice' || type === 'choices' || type === 'yesNo'
  const inner = isGroup
    ? html`<fieldset id="${field}" ${marks}>
        <legend>${title}</legend>
        ${why}${groupView(shown, question)}
      </fieldset>`
    : html`<label for="${field}">${title}</label>${why}${fieldView(shown, question, marks)}`
  return html`<div class="field${why.html === '' ? '' : ' wrong'}">${inner}</div>`
}

function fieldView(shown: Shown, question: Question, marks: Html): Html {
  const field = idOfQuestion(question)
  const value = shown.sent?.get(field) ?? textOf(question, factOf(shown.form.record, question.fact))
  const named = { id: field, name: field }
  switch (question.type) {
    case 'texts':
      return textarea({ ...named, rows: '4', placeholder: shown.form.words.inputs.perLine }, marks, value)
    case 'date':
      return input({ ...named, class: 'short', type: 'date', value }, marks)
    case 'number':
      return input({ ...named, ...asNumber, value }, marks)
    case 'share':
      return html`${input({ ...named, ...asNumber, value }, marks)} %`
    case 'text':
    case 'choice':
    case 'choices':
    case 'yesNo':
    case 'records':
      return input({ ...named, type: 'text', autocomplete: 'off', maxlength: String(mostLetters), value }, marks)
  }
}

const asNumber = { class: 'short', type: 'text', inputmode: 'decimal', autocomplete: 'off' } as const

function input(values: Readonly<Record<string, string>>, marks: Html): Html {
  return html`<input${attributes(values)}${marks} />`
}

function textOf({ type }: Question, value: unknown): string {
  if (typeof value === 'number') return String(type === 'share' ? Math.round(value * 1e6) / 1e4 : value)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('\n')
  return typeof value === 'string' ? value : ''
}

function groupView({ form, sent }: Shown, question: Question): Html {
  const { id, type, fact } = question
  const field = idOfQuestion(question)
  const kept = [factOf(form.record, fact)].flat().map(String)
  const chosen = sent?.has(field) === true ? sent.getAll(field) : kept
  const choices =
    type === 'yesNo'
      ? [
          { value: 'true', label: form.words.asked.yes },
          { value: 'false', label: form.words.asked.no },
        ]
      : (question.choices ?? []).map(({ value, label }) => ({
          value,
          label: form.text(id, `choice.${value}`, label).text,
        }))
  const kind = type === 'choices' ? 'checkbox' : 'radio'
  return html`<div class="stacked">
    ${choices.map(
      ({ value, label }) =>
        html`<label class="option"
          ><input type="${kind}" name="${field}" value="${value}" ${checked(chosen.includes(value))} /><span
            >${label}</span
          ></label
        >`,
    )}
  </div>`
}

export function checked(holds: boolean): Html {
  return holds ? html` checked` : html``
}
