import { Refusal } from '../forms/ask.ts'
import type { Invitation } from './open-invitation.ts'

/** What could not be taken, in plain words; none when all is well. */
export type Taken = readonly string[]

export const pulseItems = ['reliability', 'openness', 'fairness', 'capability'] as const
const longest = 1_000

/** "Yes, that is so" and "not quite", fact by fact; what nothing was said about stays as it is. */
export async function takeFacts(invitation: Invitation, sent: URLSearchParams): Promise<Taken> {
  const { facts, ask, path, confirmed } = invitation
  const said = facts.map(({ field, title }) => ({
    field,
    title,
    word: sent.get(field),
    note: noteIn(sent, `${field}-note`),
  }))
  const wrong = said.flatMap(({ title, word, note }) => (word === 'no' ? faultsOf(title, note) : []))
  if (wrong.length > 0) return wrong
  const yes = said.filter(({ word, field }) => word === 'yes' && !confirmed.includes(field)).map(({ field }) => field)
  return orFault(async () => {
    // the etag that the page was shown with: a fact that changed meanwhile is shown again, not confirmed
    const headers = { 'if-match': sent.get('seen') ?? '' }
    if (yes.length > 0) await ask('POST', `${path}/confirmations`, { body: { fields: yes }, headers })
    for (const { field, note } of said.filter(({ word }) => word === 'no'))
      await ask('POST', `${path}/remarks`, { body: { field, comment: note } })
  })
}

export async function takePulse({ ask, path }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const ratings = pulseItems.map((item) => [item, Number(sent.get(item) ?? Number.NaN)] as const)
  if (ratings.some(([, rating]) => !Number.isInteger(rating) || rating < 1 || rating > 5))
    return ['Please answer all four questions: choose a number from 1 to 5 for each.']
  return orFault(() => ask('POST', `${path}/pulse`, { body: Object.fromEntries(ratings) }))
}

export async function takePlan({ ask, path }: Invitation, sent: URLSearchParams): Promise<Taken> {
  const note = noteIn(sent, 'comment')
  if (sent.get('word') === 'yes') {
    const headers = { 'if-match': `"${(sent.get('seen') ?? '').replaceAll('"', '')}"` }
    return orFault(() => ask('POST', `${path}/plan/approval`, { headers }))
  }
  const wrong = faultsOf('The plan', note)
  return wrong.length > 0 ? wrong : orFault(() => ask('POST', `${path}/remarks`, { body: { comment: note } }))
}

function noteIn(sent: URLSearchParams, field: string): string {
  return (sent.get(field) ?? '').replaceAll('\r\n', '\n').trim()
}

function faultsOf(title: string, note: string): string[] {
  if (note === '') return [`${title}: say in a few words what is not quite so.`]
  const length = Array.from(note).length
  return length <= longest ? [] : [`${title}: your words have ${length} characters; at most ${longest} fit.`]
}

const changed =
  'Something on this page was changed while you were reading. It is shown as it is now: please look again, then answer.'

/** What the API refuses because of what stands there is said on the page; all else leads to a page of its own. */
async function orFault(work: () => Promise<unknown>): Promise<Taken> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 412 || error.status === 428) return [changed]
    if (error.status !== 409 && error.status !== 422) throw error
    return error.errors.length > 0 ? error.errors.map(({ message }) => message) : [error.message]
  }
}
