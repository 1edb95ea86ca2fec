import type { IndicatorResult } from '@joinery/core'
import * as z from 'zod'

const level = z.number().nullable()

const HeldBack = z
  .strictObject({ by: z.string(), id: z.string().nullable(), reason: z.string() })
  .meta({ id: 'HeldBack', description: 'What keeps a score at its level' })

const Observation = z.custom<IndicatorResult['observed'][number]>().meta({ id: 'Observation' })

export const Explanation = z
  .strictObject({
    indicator: z.string(),
    citation: z.string().meta({ description: 'The id by citation, such as 5.10.3.2/2' }),
    level: level.meta({ description: 'Level of the scale that it shows' }),
    statement: z.string().meta({ description: 'What it asks' }),
    outcome: z.enum(['met', 'partly', 'unmet', 'unknown', 'notDue', 'notApplicable', 'error']),
    value: z.number(),
    potential: z.number(),
    declared: z.string().nullable().meta({ description: 'The answer that was used' }),
    reason: z.string().meta({ description: 'Why it came out so' }),
    observed: z.array(Observation).meta({ description: 'What was looked at, and what was found' }),
    next: z.string().nullable().meta({ description: 'What to do; null where it is met or nothing is named' }),
    effort: z.number().nullable().meta({ description: 'Time that takes, in minutes' }),
    evidence: z.string().nullable().meta({ description: 'What a small firm could show for it' }),
    clause: z
      .strictObject({
        id: z.string(),
        clause: z.string(),
        title: z.string(),
        score: z.number().nullable(),
        level,
        heldBackBy: z.array(HeldBack),
      })
      .meta({ description: 'The clause that it belongs to, and what holds it back' }),
  })
  .meta({ id: 'Explanation', description: 'One indicator, taken apart' })

const Path = z
  .strictObject({
    to: z.string().meta({ description: 'Id of the clause or principle, or "headline"' }),
    level: z.number().meta({ description: 'The level it leads to' }),
    effort: z.number().meta({ description: 'Time that all steps take, in minutes' }),
    steps: z.array(z.string()).meta({ description: 'Indicators to reach; "confirm:<clause>" for a confirmation' }),
  })
  .meta({ id: 'Path', description: 'The cheapest way to the next level' })

export const Paths = z.strictObject({ items: z.array(Path) }).meta({ id: 'Paths' })
