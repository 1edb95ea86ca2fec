import { pulseItems } from '@joinery/core'
import { Refusal } from '../forms/ask.ts'
import type { Invitation, PulseNow } from './open-invitation.ts'
import type { PartnerWords } from './words/words.ts'

/** What could not be taken, in plain words; none when all is well. */
export type Taken = readonly string[]

const longest = 1_000

/** "Yes, that is so" and "not quite", fact by fact; what nothing was said about stays as it is. */
export async function takeFacts(invitation: Invitation, sent: URLSearchParams): Promise<Taken> {
  const { facts, ask, path, confirmed, words } = invitation
  const said = facts.map(({ field, title }) => ({
    field,
    title: title.text,
    word: sent.get(field),
    note: noteIn(sent, `${field}-note`),
  }))
  const wrong = said.flatMap(({ title, word, note }) => (word === 'no' ? faultsOf(words, title, note) : []))
  if (wrong.length > 0) return wrong
  const yes = said.filter(({ word, field }) => word === 'yes' && !confirmed.includes(field)).map(({ field }) => field)
  return orFault(words, async () => {
    // the etag that the page was shown with: a fact that changed meanwhile is shown again, not confirmed
    const headers = { 'if-match': sent.get('seen') ?? '' }
    if (yes.length > 0) await ask('POST', `${path}/confirmations`, { body: { fields: yes }, headers })
    for (const { field, note } of said.filter(({ word }) => word === 'no'))
      await ask('POST', `${path}/remarks`, { body: { field, comment: note } })
  })
}

export async function takePulse({ ask, path, words, pulse }: Invitation, sent: URLSearchParams): Promise<Taken> {
  if (hasAnswered(pulse?.waiting)) return [words.faults.already]
  const ratings = pulseItems.map((item) => [item, Number(sent.get(item) ?? Number.NaN)] as const)
  if (ratings.some(([, rating]) => !Number.isInteger(rating) || rating < 1 || rating > 5)) return [words.faults.pulse]
  return orFault(words, () => ask('POST', `${path}/pulse`, { body: Object.fromEntries(ratings) }))
}

/** What was chosen of each statement; what nothing was said about is left out. */
export async function takeStatements(invitation: Invitation, sent: URLSearchParams): Promise<Taken> {
  const { ask, path, words, statements } = invitation
  if (hasAnswered(statements?.waiting)) return [words.faults.already]
  const said = (statements?.asked ?? []).flatMap(({ indicator }) => {
    const value = sent.get(indicator)
    return value === null || value === '' || value === 'notSure' ? [] : [[indicator, value] as const]
  })
  if (said.length === 0) return [words.faults.statements]
  return orFault(words, () => ask('POST', `${path}/statements`, { body: { answers: Object.fromEntries(said) } }))
}

/** What the partner saw of each item; "not seen" is an answer, and nothing chosen is none. */
export async function takeRatings({ ask, path, words, asked }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const said = (asked?.items ?? []).flatMap(({ item }) => {
    const value = sent.get(item)
    return value === null || value === '' ? [] : [[item, value === 'notSeen' ? value : Number(value)] as const]
  })
  if (asked !== null && said.length === 0) return [words.faults.ratings]
  return orFault(words, () => ask('POST', `${path}/ratings/given`, { body: { ratings: Object.fromEntries(said) } }))
}

export async function takePlan({ ask, path, words }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const note = noteIn(sent, 'comment')
  if (sent.get('word') === 'yes') {
    const headers = { 'if-match': `"${(sent.get('seen') ?? '').replaceAll('"', '')}"` }
    return orFault(words, () => ask('POST', `${path}/plan/approval`, { headers }))
  }
  const wrong = faultsOf(words, words.faults.plan, note)
  return wrong.length > 0 ? wrong : orFault(words, () => ask('POST', `${path}/remarks`, { body: { comment: note } }))
}

/** Whether this side has answered the round that waits. */
export function hasAnswered(waiting: PulseNow['waiting'] | undefined): boolean {
  return waiting?.answered.includes('partner') === true
}

function noteIn(sent: URLSearchParams, field: string): string {
  return (sent.get(field) ?? '').replaceAll('\r\n', '\n').trim()
}

function faultsOf({ faults }: PartnerWords, title: string, note: string): string[] {
  if (note === '') return [faults.note(title)]
  const length = Array.from(note).length
  return length <= longest ? [] : [faults.long(title, length, longest)]
}

/** What the API refuses because of what stands there is said on the page; all else leads to a page of its own. */
async function orFault({ faults }: PartnerWords, work: () => Promise<unknown>): Promise<Taken> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 412 || error.status === 428) return [faults.changed]
    if (error.status !== 409 && error.status !== 422) throw error
    return error.errors.length > 0 ? error.errors.map(({ message }) => message) : [error.message]
  }
}
