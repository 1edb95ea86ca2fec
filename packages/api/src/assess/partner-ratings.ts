import { pointerOf, type CompetenceItem, type Relationship, type RuleSet } from '@joinery/core'
import type { Exchange, ReadTx } from '@joinery/store'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import type { Service } from '../kernel/service.ts'
import { limits } from '../limits.ts'
import type * as z from 'zod'
import type { RatingQuestion } from '../schemas/ratings.ts'
import { isVouched, withConfirmations } from './own-confirmations.ts'
import type { Witness } from './witness.ts'

/** What is kept of a question to the partner; what it said is out of the firm's reach. */
export interface RatingContent {
  readonly digest: string
  readonly person: string
  readonly items: readonly string[]
  /** The link through which the partner answered, the day, and a rating by item; what it has not seen is not in it. */
  readonly said?: { readonly link: string; readonly at: string; readonly ratings: Readonly<Record<string, number>> }
}

export interface KeptQuestion extends Pick<Exchange, 'id' | 'version' | 'createdAt'> {
  readonly content: RatingContent
}

export interface Ratings {
  /** What waits for the partner; never more than one question. */
  readonly open: KeptQuestion | undefined
  /** Newest first. */
  readonly given: readonly Given[]
  /** The day on which the partner of a link last answered. */
  readonly lastBy: (link: string) => string | undefined
}

interface Given {
  readonly person: string
  readonly item: string
  readonly at: string
  readonly rating: number
}

export async function readRatings(relationship: string, tx: ReadTx): Promise<Ratings> {
  const { items } = await tx.exchanges.list({ relationship, kind: 'rating', limit: limits.ratings.listed })
  const open = items.find(({ state }) => state === 'open')
  return {
    open: open && { ...open, content: open.content as RatingContent },
    given: items.flatMap(({ content }) => givenIn(content as RatingContent)),
    lastBy: (link) =>
      items.map(({ content }) => (content as RatingContent).said).find((said) => said?.link === link)?.at,
  }
}

export function itemsOf({ document }: RuleSet): ReadonlyMap<string, CompetenceItem> {
  return new Map((document.competences?.items ?? []).map((item) => [item.id, item]))
}

/** What the partner is asked now, in the words of the rules that it was asked by. */
export async function questionOf(
  open: KeptQuestion | undefined,
  { catalogue }: Service,
  tx: ReadTx,
): Promise<z.input<typeof RatingQuestion> | null> {
  if (open === undefined) return null
  const { digest, person, items } = open.content
  const loaded = await catalogue.load(tx, digest)
  if (loaded === undefined) throw new Error(`the rule set ${digest} of a kept question has gone`)
  const known = itemsOf(loaded.ruleSet)
  const shown = items.flatMap((item) => {
    const found = known.get(item)
    return found === undefined ? [] : [{ item, title: found.title, low: found.low, mid: found.mid, high: found.high }]
  })
  return { person, at: open.createdAt, language: loaded.ruleSet.document.language, items: shown }
}

/** The ratings among the answers; every answer is to something that is asked. */
export function ratingsGiven(
  answers: Readonly<Record<string, number | 'notSeen'>>,
  { items }: RatingContent,
): Record<string, number> {
  const errors = Object.entries(answers).flatMap(([item, value]): RequestFault[] => {
    if (items.includes(item)) return []
    const pointer = pointerOf('ratings', item)
    const message = `"${item}" is not asked; asked are: ${items.join(', ')}`
    return [{ in: 'body', pointer, code: 'conflict', message, value }]
  })
  if (Object.keys(answers).length === 0) {
    const message = `holds no answer; say 1, 2, 3 or "notSeen" of: ${items.join(', ')}`
    errors.push({ in: 'body', pointer: '/ratings', code: 'conflict', message, value: answers })
  }
  if (errors.length > 0)
    throw new Problem('invalid-request', 'Not all of these are answers to what is asked.', { errors })
  return Object.fromEntries(
    Object.entries(answers).flatMap(([item, value]) => (value === 'notSeen' ? [] : [[item, value]])),
  )
}

interface Rated {
  readonly relationship: string
  readonly record: Relationship
  readonly content: RatingContent
}

/** The record with what the partner said in front, so that of one day it comes first, and its word on it. */
export function recordWithRatings({ relationship, record, content }: Rated, witness: Witness): Relationship {
  const { said } = content
  const made = givenIn(content).map(({ person, item, at, rating }) => ({
    personRef: person,
    item,
    at,
    partner: rating,
  }))
  if (said === undefined || made.length === 0) return record
  const before = record.competences ?? []
  const after = { ...record, competences: [...made, ...before] }
  // what the firm wrote down in the partner's name does not become its word by this
  const isWord =
    before.every(({ partner }) => partner === undefined) || isVouched('competences', { relationship, record }, witness)
  if (!isWord) return after
  return withConfirmations(after, { relationship, link: said.link, fields: ['competences'], day: said.at }, witness)
}

function givenIn({ person, said }: RatingContent): Given[] {
  if (said === undefined) return []
  return Object.entries(said.ratings).map(([item, rating]) => ({ person, item, at: said.at, rating }))
}
