import { dayWords } from '../words/numbers.ts'
import { german } from './german.ts'
import type { PlanLanguage } from './plan-language.ts'
import { plainTemplate } from './template.ts'

const english: PlanLanguage = {
  ...plainTemplate,
  us: 'us',
  partner: 'the partner',
  yes: 'yes',
  day: dayWords,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  rating: (value) => `${value} of 3`,
  number: (text) => text,
  choices: {},
  labels: {},
  headings: {},
}

/** Languages that a plan can be made in. */
export const planLanguages = ['en', 'de'] as const
/** A language that plans are written in. */
export type PlanLanguageId = (typeof planLanguages)[number]

export const planLanguage: Readonly<Record<PlanLanguageId, PlanLanguage>> = { en: english, de: german }
