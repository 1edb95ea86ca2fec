import { dayFrom } from '../as-of.ts'
import { dayOf, isoOf } from '../day.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { CompetenceItem } from '../schema/rule-set-instrument.ts'
import type { Relationship } from '../schema/relationship.ts'

export interface CompetenceOptions {
  /** The day that ages are counted from, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** How one person was rated on one item, 1 to 3; private to the firm. */
export interface CompetenceRating {
  readonly person: string
  /** The item as the record names it; the rule set's `competence.` before it may be left out. */
  readonly item: string
  readonly title: string
  /** The newest rating of each group in the last two years. Who has not seen it gave none: that is not zero. */
  readonly ratings: Readonly<Partial<Record<Rater, number>>>
  /** The lowest group; null until two groups or more have rated. */
  readonly score: number | null
  /** How far the groups lie apart; null until there are two. */
  readonly spread: number | null
}

type Rater = 'self' | 'peer' | 'partner'

/** How the people of a relationship act by the ratings of both sides, and what each works on next. */
export interface CompetenceReview {
  readonly ratings: readonly CompetenceRating[]
  /** For each person the one item to work on: the lowest score, then the widest spread; with what the next rating looks like. */
  readonly steps: readonly CompetenceStep[]
  /** People whom the partner was asked to rate on more than four items. */
  readonly tooMany: readonly string[]
}

interface CompetenceStep {
  readonly person: string
  readonly item: string
  readonly title: string
  readonly act: string
  /** The day to look again at what was seen since, `YYYY-MM-DD`: half a year later. */
  readonly by: string
}

/** Ratings hold for two years (5.6.3.1). */
const validDays = 730

/** What is rated are acts of half a year. */
const seenDays = 183

/** A partner is asked for at most so many items. */
const mostByPartner = 4

/**
 * What the ratings of people say (Annex B): the lowest of two or more groups counts, so that nobody can rate themselves up.
 * Pure. Throws a DocumentError for a day that is none.
 */
export function rateCompetences(ruleSet: RuleSet, record: Relationship, { asOf }: CompetenceOptions): CompetenceReview {
  const items = new Map((ruleSet.document.competences?.items ?? []).map((item) => [shortId(item.id), item]))
  const byPerson = groupsOf(validEntries(record, asOf), ({ personRef = '' }) => personRef)
  const by = isoOf(dayFrom(asOf) + seenDays)
  const people = [...byPerson].filter(([person]) => person !== '')
  const reviews = people.map(([person, entries]) => ({ person, ratings: ratingsOf(person, entries, items) }))
  return {
    ratings: reviews.flatMap(({ ratings }) => ratings),
    steps: reviews.flatMap(({ ratings }) => stepFor(ratings, items, by) ?? []),
    tooMany: reviews
      .filter(
        ({ ratings }) => ratings.filter(({ ratings: { partner } }) => partner !== undefined).length > mostByPartner,
      )
      .map(({ person }) => person),
  }
}

type Entry = NonNullable<Relationship['competences']>[number]
type Items = ReadonlyMap<string, CompetenceItem>

/** In the order in which they are first met; not every machine that core runs on has `Map.groupBy`. */
function groupsOf(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = groups.get(keyOf(entry))
    if (same === undefined) groups.set(keyOf(entry), [entry])
    else same.push(entry)
  }
  return groups
}

function shortId(id: string): string {
  return id.replace(/^competence\./, '')
}

/** The newest first. */
function validEntries({ competences = [] }: Relationship, asOf: string): Entry[] {
  const day = dayFrom(asOf)
  const valid = competences.filter(({ at }) => {
    const rated = dayOf(at)
    return rated !== undefined && rated <= day && rated > day - validDays
  })
  return valid.toSorted((left, right) => dayOf(right.at)! - dayOf(left.at)!)
}

function ratingsOf(person: string, entries: readonly Entry[], items: Items): CompetenceRating[] {
  const byItem = groupsOf(entries, ({ item = '' }) => shortId(item))
  return [...byItem].flatMap(([item, own]) => {
    if (item === '') return []
    const found = (['self', 'peer', 'partner'] as const).flatMap((rater) => {
      const rating = own.find((entry) => entry[rater] !== undefined)?.[rater]
      return rating === undefined ? [] : [[rater, rating] as const]
    })
    const values = found.map(([, rating]) => rating)
    const [score, spread] =
      values.length < 2 ? [null, null] : [Math.min(...values), Math.max(...values) - Math.min(...values)]
    return [{ person, item, title: items.get(item)?.title ?? item, ratings: Object.fromEntries(found), score, spread }]
  })
}

function stepFor(ratings: readonly CompetenceRating[], items: Items, by: string): CompetenceStep | undefined {
  const open = ratings.flatMap((rating) => {
    const known = items.get(rating.item)
    const next =
      rating.score === null || known === undefined ? undefined : [known.mid, known.high][Math.floor(rating.score) - 1]
    return next === undefined ? [] : [{ rating, next }]
  })
  const [worst] = open.toSorted(
    (left, right) => left.rating.score! - right.rating.score! || right.rating.spread! - left.rating.spread!,
  )
  if (worst === undefined) return undefined
  const { person, item, title } = worst.rating
  return { person, item, title, act: worst.next, by }
}
