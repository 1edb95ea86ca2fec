import * as z from 'zod'
import { date, hidden, list, number, oneOf, text } from './field.ts'
import { health } from './relationship-health.ts'
import { parties } from './relationship-parties.ts'
import { plan } from './relationship-plan.ts'
import { running } from './relationship-running.ts'

/** One answer a person gave to the plain statement of an indicator. */
export const Answer = z
  .strictObject({
    value: z.string().max(64).meta({
      description: 'yes, partly, no, notSure, notApplicable, or a value of the scale that the rule set declares',
    }),
    reason: text('Why it does not apply: a reason code of the rule set'),
    note: hidden(text('A note for ourselves')),
    at: date('When it was answered'),
    by: text('Who answered'),
  })
  .meta({ description: 'A declared answer' })
export type Answer = z.infer<typeof Answer>

const evidence = list('Dated traces a stranger could check', {
  factPath: text('The fact, or a part of the record, that it supports: `rmp`, `rmp.versionAt`, `pulses`'),
  kind: text('What kind of trace'),
  uri: text('Where it is'),
  observedAt: date('When it was made'),
  providedBy: oneOf(['us', 'partner', 'assessor', 'system'], 'Who gave it'),
  grade: oneOf(
    ['E0', 'E1', 'E2', 'E3', 'E4'],
    'E0 said so, E1 dated, E2 linked, E3 confirmed by the partner, E4 checked independently',
  ),
  confirmedByPartnerAt: date('When the partner confirmed it'),
  validForDays: number('How long it holds', 'days'),
})

/**
 * The record of one relationship, seen from our side. Every field is optional: a firm fills it in bit by bit.
 * What is absent is unknown, never false and never zero.
 */
export const Relationship = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Address of this schema, for editors' }),
    ...parties,
    ...plan,
    ...running,
    ...health,
    evidence,
    answers: z
      .record(z.string().max(128), Answer)
      .optional()
      .meta({ description: 'Declared answers by indicator: its id (p01.plan/2) or its citation (5.1.3.1/2)' }),
    complete: z.record(z.string().max(128), z.iso.date()).optional().meta({
      description: 'Lists that are whole: path of the list, and the day somebody said "this is all there is"',
    }),
    ext: z
      .record(z.string().max(64), z.unknown())
      .optional()
      .meta({ description: 'Sector data, by namespace; rule sets and plugins declare what they expect' }),
  })
  .meta({ title: 'Relationship', description: 'The record of one business relationship' })
export type Relationship = z.infer<typeof Relationship>
