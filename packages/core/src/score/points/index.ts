import type { MethodName } from '../../rule-set/methods.ts'
import { gatedPoints } from './gated-points.ts'
import { weightedMeanPoints } from './mean-points.ts'
import type { MethodPoints } from './points.ts'
import { weakestLinkPoints } from './weakest-points.ts'

/** What made the scores, for every method by its name; a name without an entry does not compile. */
export const methodPoints: Readonly<Record<MethodName, MethodPoints>> = {
  'gated-v1': gatedPoints,
  'weighted-mean-v1': weightedMeanPoints,
  'weakest-link-v1': weakestLinkPoints,
}
