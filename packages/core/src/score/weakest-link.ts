import { gatedClause } from './gated.ts'
import { levelOf, type Method, type MethodContext, type NodeScore, type Sums } from './method.ts'

/** Clauses by gated levels; a principle, and the whole, is as strong as its weakest part. */
export const weakestLinkV1: Method = {
  clause: gatedClause,
  principle: weakest,
  headline: weakest,
}

function weakest({ lowScore: score, lowPotential: potential }: Sums, { scale }: MethodContext): NodeScore {
  return { score, potential, level: levelOf(score, scale) }
}
