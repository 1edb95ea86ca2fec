import type { Profile } from '../schema/rule-set.ts'
import { getOrInsert } from '../get-or-insert.ts'
import { given, type Data } from './record.ts'
import { between, type Interval } from './values.ts'

/** What the size of the firm and the segment of the relationship say about cadence and target. */
export interface ProfileFacts {
  readonly sizeBand: string | undefined
  readonly segment: string | undefined
  /** Longest time between two reviews in days; an interval while size or segment is unknown. */
  readonly cadence: number | Interval | undefined
  /** Level worth reaching; undefined while it is not known. */
  readonly target: number | undefined
}

/** Reads the profile facts of records; the few combinations of size and segment are worked out once. */
export function createProfileReader(profile: Profile | undefined): (record: Data) => ProfileFacts {
  const known = new Map<string, ProfileFacts>()
  return (record) => {
    const segment = given(record['segment'], 'kind') as string | undefined
    const sizeBand = sizeBandOf(record['org'], profile)
    const key = `${sizeBand ?? ''}/${segment ?? ''}`
    const facts = getOrInsert(known, key, () => profileFacts(profile, sizeBand, segment))
    const target = recordedTarget(record['segment'])
    return target === undefined ? facts : { ...facts, target }
  }
}

function profileFacts(
  profile: Profile | undefined,
  sizeBand: string | undefined,
  segment: string | undefined,
): ProfileFacts {
  const bands = only(profile?.sizeBands ?? [], sizeBand)
  const segments = only(profile?.segments ?? [], segment).map(({ id }) => id)
  const cadences = bands.flatMap((band) => numbersFor(band.cadence, segments))
  const targets = segment === undefined ? [] : bands.flatMap((band) => numbersFor(band.target, segments))
  return {
    sizeBand,
    segment,
    cadence: cadences.length === 0 ? undefined : between(Math.min(...cadences), Math.max(...cadences)),
    target: new Set(targets).size === 1 ? targets[0] : undefined,
  }
}

/** The named one; all of them where none is named, or the profile does not know the name. */
function only<Item extends { id: string }>(items: readonly Item[], id: string | undefined): readonly Item[] {
  const named = items.filter((item) => item.id === id)
  return named.length > 0 ? named : items
}

function recordedTarget(segment: unknown): number | undefined {
  const target = given(segment, 'targetLevel')
  return typeof target === 'number' && target > 0 ? target : undefined
}

function sizeBandOf(org: unknown, profile: Profile | undefined): string | undefined {
  const band = given(org, 'sizeBand')
  if (typeof band === 'string') return band
  const headcount = given(org, 'headcount')
  if (typeof headcount !== 'number') return undefined
  return profile?.sizeBands.find(({ below }) => below === undefined || headcount < below)?.id
}

function numbersFor(column: Readonly<Record<string, number>>, segments: readonly string[]): number[] {
  return segments.flatMap((segment) => (Object.hasOwn(column, segment) ? [column[segment]!] : []))
}
