import * as z from 'zod'
import { ClauseResult, Headline, Notice, Outcome, PrincipleResult, Provenance, RuleError } from './result-nodes.ts'

const blockText = z.string().max(2_000)
const blockIs = <Kind extends string>(kind: Kind) => z.literal(kind).meta({ description: 'Kind of block' })

/** A block of a report section that a plugin writes. */
export const ReportBlock = z.union([
  z.strictObject({ is: blockIs('text'), text: blockText.meta({ description: 'A paragraph' }) }),
  z.strictObject({ is: blockIs('list'), items: z.array(blockText).max(200).meta({ description: 'Its items' }) }),
  z.strictObject({
    is: blockIs('table'),
    columns: z.array(blockText).min(1).max(12).meta({ description: 'Titles of the columns' }),
    rows: z.array(z.array(blockText).max(12)).max(500).meta({ description: 'As many cells as columns in each' }),
  }),
])
export type ReportBlock = z.infer<typeof ReportBlock>

const Fetched = z.strictObject({
  provider: z.string().meta({ description: 'Id of the fact provider' }),
  purpose: z.string().meta({ description: 'Why it was asked' }),
  observedAt: z.string().nullable().meta({ description: 'The day on which it was true; null where nothing came' }),
  facts: z.record(z.string(), z.unknown()).meta({ description: 'What it brought, by the word after ext.<plugin>.' }),
  problems: z
    .array(
      z.strictObject({
        place: z.string().meta({ description: 'Where it is, for example line 4, column 12; empty for the whole' }),
        message: z.string().meta({ description: 'What is wrong, in a plain sentence' }),
      }),
    )
    .meta({ description: 'What kept its facts from being used' }),
})
/** What a fact provider brought. Given to an assessment again, it makes the same result again. */
export type Fetched = z.infer<typeof Fetched>

const PluginFault = z.strictObject({
  contribution: z.string().meta({ description: 'Id of the part of the plugin that failed' }),
  message: z.string().meta({ description: 'What it did, in a plain sentence' }),
})
export type PluginFault = z.infer<typeof PluginFault>

/** The core rule set and a sector's rules together, beside the core result that they leave as it is. */
export const SectorResult = z.strictObject({
  plugin: z.string().meta({ description: 'Name of the plugin' }),
  pluginVersion: z.string().nullable().meta({ description: 'Version of the plugin' }),
  title: z.string().meta({ description: 'What the sector rule set is called' }),
  headline: Headline.meta({ description: 'The whole in figures, with the rules of the sector' }),
  principles: z.array(PrincipleResult).meta({ description: 'The principles that have rules of the sector' }),
  clauses: z.array(ClauseResult).meta({ description: 'The clauses that have rules of the sector' }),
  rules: z
    .array(
      z.strictObject({
        indicator: z.string().meta({ description: 'Id of the indicator' }),
        clause: z.string().meta({ description: 'Id of its clause' }),
        statement: z.string().meta({ description: 'What it states' }),
        next: z.string().nullable().meta({ description: 'The next thing to do' }),
        outcome: Outcome.meta({ description: 'How it came out' }),
        reason: z.string().meta({ description: 'Why it came out so' }),
      }),
    )
    .meta({ description: 'The rules of the sector, in its order' }),
  facts: z
    .array(
      z.strictObject({
        fact: z.string().meta({ description: 'Id of the fact' }),
        title: z.string().meta({ description: 'A short name' }),
        value: z.unknown().meta({ description: 'What follows from the record; null where it is not known' }),
      }),
    )
    .meta({ description: 'The facts that the plugin worked out' }),
  sections: z
    .array(
      z.strictObject({
        id: z.string().meta({ description: 'Id of the section' }),
        title: z.string().meta({ description: 'Its title' }),
        blocks: z.array(ReportBlock).meta({ description: 'Its content' }),
      }),
    )
    .meta({ description: 'Sections of the report that the plugin wrote' }),
  errors: z.array(RuleError).meta({ description: 'Rules of the sector that failed' }),
  notices: z.array(Notice).meta({ description: 'What a reader should know about the data of the sector' }),
  faults: z.array(PluginFault).meta({ description: 'What parts of the plugin did wrong' }),
  fetched: z.array(Fetched).meta({ description: 'What fact providers brought' }),
  provenance: Provenance.meta({ description: 'What the sector part was made from' }),
})
export type SectorResult = z.infer<typeof SectorResult>
