import { pointerOf, type Relationship } from '@joinery/core'
import type { Page } from '@joinery/widgets/questionnaire'
import { Refusal } from './ask.ts'
import type { Form } from './open-form.ts'
import {
  idOfAnswer,
  idOfNote,
  idOfQuestion,
  indicatorsOf,
  questionsOf,
  readAnswers,
  type FormFault,
} from './read-answers.ts'

interface Sent {
  readonly sent: URLSearchParams
  readonly today: string
}

const mostTries = 3

/** Puts what was sent for one page into the record; where something is wrong nothing is saved, and all of it is told. */
export async function saveAnswers(form: Form, page: Page, sent: Sent): Promise<readonly FormFault[]> {
  let latest = form
  for (let tries = 1; ; tries++) {
    const { record, faults } = readAnswers(latest, page, sent)
    if (faults.length > 0) return faults
    if (record === latest.record) return []
    try {
      await save(latest, record)
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.status === 422 || error.code === 'invalid-request') return faultsOf(error, form, page)
      // somebody has the same form open in another window
      if (error.status !== 412 || tries === mostTries) throw error
      latest = await readAgain(form)
    }
  }
}

async function save({ ask, relationship, etag }: Form, record: Relationship): Promise<void> {
  await ask('PUT', `/v1/relationships/${relationship}`, { body: { record }, headers: { 'if-match': etag } })
}

async function readAgain(form: Form): Promise<Form> {
  const { body, etag } = await form.ask<{ record: Relationship }>('GET', `/v1/relationships/${form.relationship}`)
  return { ...form, record: body.record, etag }
}

/** What the API has against the record, at the fields of the page that it stands in. */
function faultsOf({ errors, message }: Refusal, { words }: Form, page: Page): readonly FormFault[] {
  const places = [
    ...indicatorsOf(page).flatMap((indicator) => [
      { pointer: pointerOf('record', 'answers', indicator.id, 'note'), field: idOfNote(indicator) },
      { pointer: pointerOf('record', 'answers', indicator.id), field: idOfAnswer(indicator) },
    ]),
    ...questionsOf(page).map((question) => ({
      pointer: pointerOf('record', ...question.fact.split('.')),
      field: idOfQuestion(question),
    })),
  ]
  if (errors.length === 0) return [{ field: undefined, message }]
  return errors.map(({ pointer, message: detail }) => {
    const place = places.find((one) => pointer.startsWith(one.pointer))
    return { field: place?.field, message: `${words.fault} (${detail})` }
  })
}
