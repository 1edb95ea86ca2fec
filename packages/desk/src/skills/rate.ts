import type { Relationship } from '@joinery/core'

export type Rater = 'self' | 'peer' | 'partner'

/** What one group says of one person: a rating by item, from 1 to 3; what was not seen is not in it. */
export interface Rating {
  readonly person: string
  readonly rater: Rater
  readonly given: Readonly<Record<string, number>>
}

type Entry = NonNullable<Relationship['competences']>[number]

/** The record with ratings of today; a second word of the same group on the same day takes the place of the first. */
export function rated(record: Relationship, { person, rater, given }: Rating, today: string): Relationship {
  const competences = [...(record.competences ?? [])]
  for (const [item, rating] of Object.entries(given)) {
    const at = competences.findIndex((entry) => isOf(entry, person, item) && entry.at === today)
    const before = competences[at] ?? { personRef: person, item, at: today }
    competences.splice(at < 0 ? competences.length : at, at < 0 ? 0 : 1, { ...before, [rater]: rating })
  }
  return { ...record, competences }
}

/** What the service saw the partner say of one item. */
export interface PartnerWord {
  readonly person: string
  readonly item: string
  readonly at: string
  readonly rating: number
}

/** The record as it counts: where the partner spoke for itself, its word stands, whatever was written in its name. */
export function withPartnerWords(record: Relationship, given: readonly PartnerWord[]): Relationship {
  const { competences = [] } = record
  const spoken = (entry: Entry) => given.some(({ person, item }) => isOf(entry, person, item))
  const rest = competences.map((entry): Entry => {
    const { partner: _written, ...others } = entry
    return spoken(entry) ? others : entry
  })
  const words = given.map(({ person, item, at, rating }): Entry => ({ personRef: person, item, at, partner: rating }))
  return { ...record, competences: [...words, ...rest] }
}

/** One step at a time: a new one takes the place of one that is not done. */
export function withStep(record: Relationship, step: { person: string; item: string; due: string }): Relationship {
  const { person, item, due } = step
  const all = (record.competences ?? []).map((entry) => (isOpenStep(entry, person) ? withoutStep(entry) : entry))
  const newest = all.findLastIndex((entry) => isOf(entry, person, item))
  const entry: Entry = { ...(all[newest] ?? { personRef: person, item }), actionDue: due }
  return { ...record, competences: newest < 0 ? [...all, entry] : all.with(newest, entry) }
}

export function stepDone(record: Relationship, person: string, today: string): Relationship {
  const all = (record.competences ?? []).map((entry): Entry =>
    isOpenStep(entry, person) ? Object.assign({}, entry, { actionDoneAt: today }) : entry,
  )
  return { ...record, competences: all }
}

/** What somebody works on now. */
export function openStepOf({ competences = [] }: Relationship, person: string): Entry | undefined {
  return competences.findLast((entry) => isOpenStep(entry, person))
}

function isOf({ personRef, item }: Entry, person: string, wanted: string): boolean {
  return personRef === person && shortItem(item ?? '') === shortItem(wanted)
}

function isOpenStep({ personRef, actionDue, actionDoneAt }: Entry, person: string): boolean {
  return personRef === person && actionDue !== undefined && actionDue !== '' && !actionDoneAt
}

function withoutStep(entry: Entry): Entry {
  const { actionDue: _due, ...rest } = entry
  return rest
}

/** A record may name an item with or without the rule set's word before it. */
export function shortItem(item: string): string {
  return item.replace(/^competence\./, '')
}
