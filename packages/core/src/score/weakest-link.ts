import { gatedClause } from './gated.ts'
import { levelOf, type Child, type Method, type MethodContext, type NodeScore } from './method.ts'

/** Clauses by gated levels; a principle, and the whole, is as strong as its weakest part. */
export const weakestLinkV1: Method = {
  clause: gatedClause,
  principle: weakest,
  headline: weakest,
}

function weakest(children: readonly Child[], { scale }: MethodContext): NodeScore {
  const score = Math.min(...children.map((child) => child.score))
  return { score, potential: Math.min(...children.map(({ potential }) => potential)), level: levelOf(score, scale) }
}
