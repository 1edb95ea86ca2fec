import { createProfileReader } from '../facts/profile.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Profile } from '../schema/rule-set.ts'

/** How much a partner matters to the firm. */
export type Segment = 'key' | 'important' | 'simple'

/** Worth reaching where a rule set says nothing about it. */
const usual: Readonly<Record<Segment, number>> = { key: 3, important: 2, simple: 1 }

/**
 * The level worth reaching with a partner of a segment, as the rule set has it for a firm of this size (5.1.3.2). Where the
 * size is not known and sizes differ, the lowest of them: nobody is asked for more than fits. Pure.
 *
 * @example
 * targetLevelFor(ruleSet.document.profile, { org: { headcount: 7 } }, 'key') // 3
 */
export function targetLevelFor(
  profile: Profile | undefined,
  { org }: Pick<Relationship, 'org'>,
  segment: Segment,
): number {
  const { target } = createProfileReader(profile)({ org, segment: { kind: segment } })
  const bySize = (profile?.sizeBands ?? []).flatMap((band) => band.target[segment] ?? [])
  return target ?? (bySize.length === 0 ? usual[segment] : Math.min(...bySize))
}
