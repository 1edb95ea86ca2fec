import { hash } from 'node:crypto'
import type { Answer, Relationship, RuleSet } from '@joinery/core'
import type { Member } from './members.ts'

/** What a member's record says on one of the days: always the same, so that everybody sees the same demonstration. */
export function recordOf(member: Member, reached: number, ruleSet: RuleSet): Relationship {
  const { name, headcount, sector, partner, kind, since } = member
  const answers = ruleSet.indicators.map(
    ({ id, level }) => [id, answerOf(level!, reached + leaning(name, id))] as const,
  )
  return {
    org: { name, headcount, sector },
    rel: { partnerName: partner, kind, stage: 'running', startedAt: since },
    answers: Object.fromEntries(answers),
  }
}

function answerOf(level: number, reached: number): Answer {
  if (level <= reached) return { value: 'yes' }
  if (level - reached < 0.4) return { value: 'partly' }
  return { value: level - reached < 0.7 ? 'notSure' : 'no' }
}

/** Nobody is equally far everywhere: half a level more in one clause, half a level less in another. */
function leaning(name: string, id: string): number {
  const clause = id.split('/', 1)[0]!
  return (parseInt(hash('sha256', `${name} ${clause}`).slice(0, 4), 16) / 0xffff - 0.5) * 0.9
}
