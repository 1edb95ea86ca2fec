import { relationshipShape, type Shape } from '@joinery/core'

const number: Shape = { is: 'number' }
const text: Shape = { is: 'text', most: 4_000 }
/** A number, or null where there is none. */
const orNull: Shape = { is: 'literal' }

const figures = { level: orNull, score: orNull, potential: orNull, coverage: orNull, confidence: orNull } as const

const headline: Shape = {
  is: 'object',
  fields: {
    ...figures,
    levelName: orNull,
    percentToTarget: orNull,
    target: orNull,
    weakest: { is: 'list', of: text },
    reached: { is: 'object', fields: { share: number, potential: number } },
  },
}

/** What an indicator is expected to give, where more than its outcome is said. */
export const indicatorExpectation: Shape = {
  is: 'object',
  fields: { outcome: text, value: number, potential: number, declared: orNull, level: orNull },
}

/** One case: a relationship, and what a rule set is expected to say about it. */
export const caseShape: Shape = {
  is: 'object',
  required: ['name', 'asOf', 'given', 'expect'],
  fields: {
    $schema: text,
    name: { is: 'text', most: 200, least: 1 },
    description: text,
    asOf: { is: 'date' },
    scope: { is: 'text', most: 80 },
    given: relationshipShape,
    expect: {
      is: 'object',
      fields: {
        headline,
        confirmation: text,
        principles: { is: 'map', of: { is: 'object', fields: figures } },
        clauses: { is: 'map', of: { is: 'object', fields: { ...figures, applies: text, top: orNull } } },
        indicators: { is: 'map', of: { is: 'any' } },
        notices: { is: 'list', of: text },
      },
    },
  },
}

/** A case as its file has it, once its shape is known to be right. */
export interface Case {
  readonly name: string
  readonly description?: string
  readonly asOf: string
  readonly scope?: string
  readonly given: unknown
  readonly expect: {
    readonly headline?: Expectation
    readonly confirmation?: string
    readonly principles?: Readonly<Record<string, Expectation>>
    readonly clauses?: Readonly<Record<string, Expectation>>
    readonly indicators?: Readonly<Record<string, string | Expectation>>
    readonly notices?: readonly string[]
  }
}

export type Expectation = Readonly<Record<string, unknown>>
