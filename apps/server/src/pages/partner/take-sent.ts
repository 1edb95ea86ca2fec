import { pulseItems } from '@joinery/core'
import { Refusal } from '../forms/ask.ts'
import type { Invitation, PulseNow } from './open-invitation.ts'
import type { PartnerWords } from './words/words.ts'

/** What could not be taken, in plain words. */
interface PartnerFault {
  readonly message: string
  /** The id of the place that it is about; undefined where that is no longer asked. */
  readonly place?: string | undefined
}

/** None when all is well. */
export type Taken = readonly PartnerFault[]

const longest = 1_000

/** "Yes, that is so" and "not quite", fact by fact; what nothing was said about stays as it is. */
export async function takeFacts(invitation: Invitation, sent: URLSearchParams): Promise<Taken> {
  const { facts, ask, path, confirmed, words } = invitation
  const said = facts.map(({ field, title }) => ({
    field,
    place: `${field}-note`,
    title: title.text,
    word: sent.get(field),
    note: noteIn(sent, `${field}-note`),
  }))
  const wrong = said.flatMap(({ title, word, note, place }) =>
    word === 'no' ? faultsOf(words, { title, note, place }) : [],
  )
  if (wrong.length > 0) return wrong
  const yes = said.filter(({ word, field }) => word === 'yes' && !confirmed.includes(field)).map(({ field }) => field)
  return orFault(words, 'facts', async () => {
    // the etag that the page was shown with: a fact that changed meanwhile is shown again, not confirmed
    const headers = { 'if-match': sent.get('seen') ?? '' }
    if (yes.length > 0) await ask('POST', `${path}/confirmations`, { body: { fields: yes }, headers })
    for (const { field, note } of said.filter(({ word }) => word === 'no'))
      await ask('POST', `${path}/remarks`, { body: { field, comment: note } })
  })
}

export async function takePulse({ ask, path, words, pulse }: Invitation, sent: URLSearchParams): Promise<Taken> {
  if (hasAnswered(pulse?.waiting)) return [{ message: words.faults.already, place: 'pulse' }]
  const ratings = pulseItems.map((item) => [item, Number(sent.get(item) ?? Number.NaN)] as const)
  const open = ratings.find(([, rating]) => !Number.isInteger(rating) || rating < 1 || rating > 5)
  if (open !== undefined) return [{ message: words.faults.pulse, place: open[0] }]
  return orFault(words, 'pulse', () => ask('POST', `${path}/pulse`, { body: Object.fromEntries(ratings) }))
}

/** What was chosen of each statement; what nothing was said about is left out. */
export async function takeStatements(invitation: Invitation, sent: URLSearchParams): Promise<Taken> {
  const { ask, path, words, statements } = invitation
  if (hasAnswered(statements?.waiting)) return [{ message: words.faults.already }]
  const said = (statements?.asked ?? []).flatMap(({ indicator }) => {
    const value = sent.get(indicator)
    return value === null || value === '' || value === 'notSure' ? [] : [[indicator, value] as const]
  })
  if (said.length === 0) return [{ message: words.faults.statements, place: statements?.asked[0]?.indicator }]
  return orFault(words, undefined, () =>
    ask('POST', `${path}/statements`, { body: { answers: Object.fromEntries(said) } }),
  )
}

/** What the partner saw of each item; "not seen" is an answer, and nothing chosen is none. */
export async function takeRatings({ ask, path, words, asked }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const said = (asked?.items ?? []).flatMap(({ item }) => {
    const value = sent.get(item)
    return value === null || value === '' ? [] : [[item, value === 'notSeen' ? value : Number(value)] as const]
  })
  if (asked !== null && said.length === 0) return [{ message: words.faults.ratings, place: asked.items[0]?.item }]
  return orFault(words, 'ratings', () =>
    ask('POST', `${path}/ratings/given`, { body: { ratings: Object.fromEntries(said) } }),
  )
}

export async function takePlan({ ask, path, words }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const note = noteIn(sent, 'comment')
  if (sent.get('word') === 'yes') {
    const headers = { 'if-match': `"${(sent.get('seen') ?? '').replaceAll('"', '')}"` }
    return orFault(words, 'plan', () => ask('POST', `${path}/plan/approval`, { headers }))
  }
  const wrong = faultsOf(words, { title: words.faults.plan, note, place: 'comment' })
  return wrong.length > 0
    ? wrong
    : orFault(words, 'comment', () => ask('POST', `${path}/remarks`, { body: { comment: note } }))
}

/** Whether this side has answered the round that waits. */
export function hasAnswered(waiting: PulseNow['waiting'] | undefined): boolean {
  return waiting?.answered.includes('partner') === true
}

function noteIn(sent: URLSearchParams, field: string): string {
  return (sent.get(field) ?? '').replaceAll('\r\n', '\n').trim()
}

interface Noted {
  readonly title: string
  readonly note: string
  /** The id of the field. */
  readonly place: string
}

function faultsOf({ faults }: PartnerWords, { title, note, place }: Noted): PartnerFault[] {
  if (note === '') return [{ message: faults.note(title), place }]
  const length = Array.from(note).length
  return length <= longest ? [] : [{ message: faults.long(title, length, longest), place }]
}

/** What the API refuses because of what stands there is said on the page; all else leads to a page of its own. */
async function orFault(
  { faults }: PartnerWords,
  place: string | undefined,
  work: () => Promise<unknown>,
): Promise<Taken> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 412 || error.status === 428) return [{ message: faults.changed, place }]
    if (error.status !== 409 && error.status !== 422) throw error
    const said = error.errors.length > 0 ? error.errors.map(({ message }) => message) : [error.message]
    return said.map((message) => ({ message, place }))
  }
}
