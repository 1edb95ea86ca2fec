import type { RuleSet } from '@joinery/core'
import type { ResultSummary } from '@joinery/store'
import * as z from 'zod'

export const Badge = z
  .strictObject({
    selfAssessed: z.literal(true).meta({ description: 'No audit, and no mark of approval' }),
    title: z.string().meta({ description: 'Title of the rule set' }),
    level: z.number().nullable().meta({ description: 'Null where too little is known' }),
    levelName: z.string().nullable(),
    levels: z.array(z.number()).meta({ description: 'Levels of the scale, lowest first' }),
    asOf: z.iso.date().nullable().meta({ description: 'The day of the result; null before the first' }),
    version: z.string().nullable().meta({ description: 'Version of the rule set that made it' }),
    message: z.string().meta({ description: 'The same in words' }),
  })
  .meta({ id: 'Badge', description: 'What a firm shows of itself in public' })
export type Badge = z.infer<typeof Badge>

/** What a badge says of the latest whole result. Pure. The rule set is the one that made it. */
export function badgeOf(ruleSet: RuleSet, latest: ResultSummary | undefined): Badge {
  const { scale, title } = ruleSet.document
  const level = latest?.scores.headline.level ?? null
  const levelName = scale.levels.find((candidate) => candidate.level === level)?.name ?? null
  return {
    selfAssessed: true,
    title,
    level,
    levelName,
    levels: scale.levels.map((entry) => entry.level),
    asOf: latest?.asOf ?? null,
    version: latest?.ruleSetVersion ?? null,
    message: level === null ? 'not enough is known yet' : `Level ${level}${levelName === null ? '' : `: ${levelName}`}`,
  }
}
