import type { Answer, Relationship } from '@joinery/core'
import { factOf, withFact, type Indicator, type Page, type Question } from '@joinery/widgets/questionnaire'
import type { Form } from './open-form.ts'
import type { Words } from './words.ts'

/** What is wrong with one field: said at the top of the page and beside the field. */
export interface FormFault {
  /** Id of the field on the page; undefined where it is of the whole page. */
  readonly field: string | undefined
  readonly message: string
}

export interface ReadPage {
  readonly record: Relationship
  readonly faults: readonly FormFault[]
}

/** Longest text of one field. */
export const mostLetters = 2_000

export const idOfAnswer = ({ id }: Indicator): string => `a-${id}`
export const idOfReason = ({ id }: Indicator): string => `r-${id}`
export const idOfNote = ({ id }: Indicator): string => `n-${id}`
export const idOfQuestion = ({ id }: Question): string => `q-${id}`

interface Reading {
  readonly sent: URLSearchParams
  readonly words: Words
  readonly faults: FormFault[]
  readonly today: string
}

/**
 * The record with what was sent for one page. Only what the page asks for is looked at, whatever else was sent; what is
 * missing stays as it was.
 */
export function readAnswers(
  form: Pick<Form, 'ruleSet' | 'words' | 'record'>,
  page: Page,
  { sent, today }: { readonly sent: URLSearchParams; readonly today: string },
): ReadPage {
  const reading: Reading = { sent, today, words: form.words, faults: [] }
  let { record } = form
  for (const indicator of indicatorsOf(page)) record = withAnswer(record, indicator, { ...reading, form })
  for (const question of questionsOf(page)) record = withQuestion(record, question, reading)
  return { record, faults: reading.faults }
}

export function indicatorsOf(page: Page): readonly Indicator[] {
  return page.kind === 'principle' ? page.clauses.flatMap(({ indicators }) => indicators) : []
}

/** Lists of records need an editor of their own; without scripts the statements about them are answered instead. */
export function questionsOf(page: Page): readonly Question[] {
  if (page.kind === 'results') return []
  const all = page.kind === 'about' ? page.questions : page.clauses.flatMap(({ questions }) => questions)
  return all.filter(({ type }) => type !== 'records')
}

function withAnswer(
  record: Relationship,
  indicator: Indicator,
  { form, sent, words, faults, today }: Reading & { readonly form: Pick<Form, 'ruleSet'> },
): Relationship {
  const value = sent.get(idOfAnswer(indicator))
  if (value === null) return record
  if (!optionsOf(indicator, form.ruleSet.document.answers).includes(value)) {
    faults.push({ field: idOfAnswer(indicator), message: words.notOffered })
    return record
  }
  const reasons = form.ruleSet.document.answers.notApplicable?.reasons ?? []
  const reason = reasons.find(({ code }) => code === sent.get(idOfReason(indicator)))?.code
  if (value === 'notApplicable' && reasons.length > 0 && reason === undefined)
    faults.push({ field: idOfReason(indicator), message: words.asked.problemReason })
  const note = textIn(sent, idOfNote(indicator), { words, faults })
  const answer: Answer = {
    value,
    ...(value === 'notApplicable' && reason !== undefined ? { reason } : {}),
    ...(note === undefined ? {} : { note }),
  }
  const before = ownAnswer(record, indicator)
  if (before !== undefined && isSame(before, answer)) return record
  return { ...record, answers: { ...record.answers, [indicator.id]: { ...answer, at: today } } }
}

export function ownAnswer({ answers }: Relationship, { id }: Indicator): Answer | undefined {
  return answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined
}

function isSame(before: Answer, { value, reason, note }: Answer): boolean {
  return before.value === value && before.reason === reason && before.note === note
}

interface Offered {
  readonly scale: readonly { readonly value: string }[]
  readonly notApplicable?: unknown
}

/** The answers of the rule set's scale, and the two that stand beside every scale. */
export function optionsOf(indicator: Indicator, { scale, notApplicable }: Offered): readonly string[] {
  const mayNotApply = notApplicable !== undefined && indicator.notApplicable !== false && indicator.critical !== true
  return [...scale.map(({ value }) => value), 'notSure', ...(mayNotApply ? ['notApplicable'] : [])]
}

function withQuestion(record: Relationship, question: Question, reading: Reading): Relationship {
  if (!reading.sent.has(idOfQuestion(question))) return record
  const value = valueOf(question, reading)
  if (value === unreadable || JSON.stringify(value) === JSON.stringify(factOf(record, question.fact))) return record
  return withFact(record, question.fact, value)
}

const unreadable = Symbol('unreadable')

/** What was sent for a question, as its type has it; undefined where the field was left blank. */
function valueOf(question: Question, { sent, words, faults }: Reading): unknown {
  const field = idOfQuestion(question)
  const given = textIn(sent, field, { words, faults })
  const wrong = (message: string): typeof unreadable => {
    faults.push({ field, message })
    return unreadable
  }
  switch (question.type) {
    case 'text':
      return given
    case 'number':
    case 'share':
      return given === undefined ? undefined : (numberIn(given, question.type) ?? wrong(numberFault(question, words)))
    case 'date':
      return given === undefined || isDay(given) ? given : wrong(words.inputs.notDay)
    case 'yesNo':
      return given === undefined ? undefined : given === 'true'
    case 'choice':
      return given === undefined || isChoice(question, given) ? given : wrong(words.notOffered)
    case 'choices':
      return listOf(sent.getAll(field).filter((one) => isChoice(question, one)))
    case 'texts':
      return listOf((given ?? '').split('\n').map((line) => line.trim()))
    case 'records':
      return unreadable
  }
}

function textIn(
  sent: URLSearchParams,
  field: string,
  { words, faults }: Pick<Reading, 'words' | 'faults'>,
): string | undefined {
  // browsers end lines with two characters; others that print nothing are of no use to anybody
  const text = (sent.get(field) ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .trim()
  if (text.length > mostLetters) faults.push({ field, message: words.tooLong(mostLetters) })
  return text === '' ? undefined : text
}

function numberIn(text: string, type: 'number' | 'share'): number | undefined {
  const number = Number(text.replace(',', '.'))
  if (!Number.isFinite(number)) return undefined
  if (type === 'number') return number
  return number >= 0 && number <= 100 ? number / 100 : undefined
}

function numberFault({ type }: Question, { inputs }: Words): string {
  return type === 'share' ? inputs.notShare : inputs.notNumber
}

function isDay(text: string): boolean {
  return /^[12]\d{3}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true
}

function isChoice({ choices = [] }: Question, value: string): boolean {
  return choices.some((choice) => choice.value === value)
}

function listOf(texts: readonly string[]): readonly string[] | undefined {
  const given = texts.filter((text) => text !== '')
  return given.length === 0 ? undefined : given
}
