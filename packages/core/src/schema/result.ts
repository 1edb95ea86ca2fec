import * as z from 'zod'
import {
  ClauseResult,
  Headline,
  LensResult,
  NextStep,
  Notice,
  PrincipleResult,
  Provenance,
  RuleError,
} from './result-nodes.ts'
import { SectorResult } from './sector-result.ts'

/** The one wire format of every consumer: plain JSON, replayable from its provenance. */
export const Result = z
  .strictObject({
    formatVersion: z.literal(1).meta({ description: 'Version of this format' }),
    headline: Headline.meta({ description: 'The whole in figures' }),
    confirmation: z
      .enum(['none', 'claimed', 'witnessed'])
      .meta({ description: 'Whether the partner confirmed anything, and how far that is proven' }),
    principles: z.array(PrincipleResult).meta({ description: 'Every principle in scope' }),
    clauses: z.array(ClauseResult).meta({ description: 'Every clause in scope' }),
    lenses: z.array(LensResult).meta({ description: 'The same indicators, seen in other ways' }),
    nextSteps: z.array(NextStep).meta({ description: 'What to do next, best gain for the effort first' }),
    errors: z.array(RuleError).meta({ description: 'Rules that failed' }),
    notices: z.array(Notice).meta({ description: 'What a reader should know about the data' }),
    provenance: Provenance.meta({ description: 'What the result was made from, so that it can be made again' }),
    sectors: z
      .array(SectorResult)
      .optional()
      .meta({ description: 'With plugins: core and sector together, each beside the core result above' }),
  })
  .meta({ title: 'Result', description: 'The result of one assessment' })
export type Result = z.infer<typeof Result>
export * from './result-nodes.ts'
export * from './sector-result.ts'
