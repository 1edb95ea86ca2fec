import { modelField } from '@joinery/core'
import { percentWords } from '../words/numbers.ts'
import type { Reading } from './line.ts'
import type { PlanLanguage } from './plan-language.ts'

/** What the two firms are called, and the language that values are read in. */
export interface Reader {
  readonly us: string
  readonly partner: string
  readonly speak: PlanLanguage
}

/** A value of the record in words; undefined where nothing was given, or where a "no" says nothing. */
export function valueWords(
  value: unknown,
  at: { path: string; as?: Reading | undefined },
  reader: Reader,
): string | undefined {
  if (Array.isArray(value)) {
    const words = value.flatMap((item) => valueWords(item, at, reader) ?? [])
    return words.length === 0 ? undefined : words.join('; ')
  }
  if (typeof value === 'boolean') return value ? reader.speak.yes : undefined
  if (typeof value === 'number') return numberWords(value, at.as, reader.speak)
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const field = modelField(at.path)
  if (field?.type === 'date') return reader.speak.day(value)
  return field?.choices?.includes(value) ? choiceWords(value, reader) : value
}

function numberWords(value: number, as: Reading | undefined, { days, rating, number }: PlanLanguage): string {
  if (as === 'percent') return percentWords(value)
  if (as === 'days') return days(value)
  if (as === 'rating') return rating(value)
  return number(grouped(value))
}

/** `12 500`, `0.91`: at most three decimals, a narrow space between thousands, the same everywhere. */
function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1_000) / 1_000).split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u202F')
  return part === undefined ? spaced : `${spaced}.${part}`
}

function choiceWords(value: string, { us, partner, speak: { choices } }: Reader): string {
  if (value === 'us') return us
  if (value === 'partner') return partner
  return Object.hasOwn(choices, value) ? choices[value]! : value.replaceAll('-', ' ')
}

/** Puts the names of the firms into a label. */
export function named(label: string, { us, partner }: Pick<Reader, 'us' | 'partner'>): string {
  return label.replace('{us}', () => us).replace('{partner}', () => partner)
}
