import { checkShape, createFaults, DocumentError, type RuleSet, type Shape } from '@joinery/core'
import type { PlanHalf, PlanWords } from './plan.ts'

/** How an association changes the look and the words of a plan. Everything is optional. */
export interface PlanTemplate {
  /** The language that the words are in, such as `de`. */
  readonly language?: string
  /** One colour, `#rrggbb`, for headings and lines. */
  readonly accent?: string
  readonly shared?: Frame
  readonly private?: Frame
  /** By the id of a section of the rule set's plan, such as `plan.risks`. */
  readonly headings?: Readonly<Record<string, HeadingWords>>
  /** Labels by field, such as `rel.stage`. `{us}` and `{partner}` stand for the names of the firms. */
  readonly labels?: Readonly<Record<string, string>>
  readonly words?: Partial<PlanWords>
}

export interface Frame {
  readonly title?: string
  readonly footer?: string
}

interface HeadingWords {
  readonly title?: string
  readonly prompt?: string
  /** Whether it is part of the two-page form. */
  readonly micro?: boolean
}

const text: Shape = { is: 'text', most: 500 }
const frame: Shape = { is: 'object', fields: { title: text, footer: text } }
const heading: Shape = { is: 'object', fields: { title: text, prompt: text, micro: { is: 'yesNo' } } }

/** The words of a plan where no template says otherwise. */
export const plainTemplate: { readonly words: PlanWords } & Readonly<Record<PlanHalf, Required<Frame>>> = {
  shared: {
    title: 'Our plan together',
    footer:
      'In line with the intent of ISO 44003:2021, Annex A, in our own words. It says what both firms have written down; it is not an audit.',
  },
  private: {
    title: 'Our own notes on the plan',
    footer: 'For our own firm alone. Nothing on this page goes to the partner.',
  },
  words: {
    missing: 'Not there yet',
    more: 'and {count} more',
    version: 'Version of {day}',
    keptBy: 'kept by {name}',
    agreed: 'agreed with the partner on {day}',
    notAgreed: 'not yet agreed with the partner',
    signature: 'Agreed, for {name}',
  },
}

/** Reads a template from parsed JSON, for the plan of a rule set; throws a DocumentError that names every fault. */
export function parsePlanTemplate(value: unknown, { document }: RuleSet): PlanTemplate {
  const faults = createFaults()
  const ids = (document.plan?.sections ?? []).map(({ id }) => id)
  checkShape(shapeFor(ids), value, faults)
  const { accent } = Object(value) as { accent?: unknown }
  if (typeof accent === 'string' && !/^#[0-9a-f]{6}$/i.test(accent))
    faults.add({
      code: 'bad-format',
      path: '/accent',
      value: accent,
      message: `"${accent.slice(0, 40)}" is not a colour; write six digits, such as #0d5e63`,
    })
  if (faults.list.length > 0) throw new DocumentError('template', faults.list)
  return value as PlanTemplate
}

function shapeFor(sections: readonly string[]): Shape {
  return {
    is: 'object',
    fields: {
      language: { is: 'text', most: 35, least: 2 },
      accent: { is: 'text', most: 7 },
      shared: frame,
      private: frame,
      headings: { is: 'object', fields: Object.fromEntries(sections.map((id) => [id, heading])) },
      labels: { is: 'map', of: { is: 'text', most: 120 }, most: 128 },
      words: { is: 'object', fields: Object.fromEntries(Object.keys(plainTemplate.words).map((key) => [key, text])) },
    },
  }
}
