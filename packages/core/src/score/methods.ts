import type { MethodName } from '../rule-set/methods.ts'
import { gatedV1 } from './gated.ts'
import type { Method } from './method.ts'
import { weakestLinkV1 } from './weakest-link.ts'
import { weightedMeanV1 } from './weighted-mean.ts'

/** Every method by its name; a name without an entry does not compile. */
export const scoringMethods: Readonly<Record<MethodName, Method>> = {
  'gated-v1': gatedV1,
  'weighted-mean-v1': weightedMeanV1,
  'weakest-link-v1': weakestLinkV1,
}
