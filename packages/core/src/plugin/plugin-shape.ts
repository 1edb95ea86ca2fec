import type { ObjectShape, Shape } from '../schema/shape.ts'
import type { Plugin } from './contract.ts'

/** The kinds of contributions that are lists of objects with an id. */
export const kinds = ['operators', 'facts', 'factProviders', 'questionTypes', 'reportSections'] as const
export type Kind = (typeof kinds)[number]

const id: Shape = { is: 'text', least: 1, most: 80 }
const words: Shape = { is: 'text', least: 1, most: 300 }
const type: Shape = { is: 'oneOf', values: ['text', 'number', 'share', 'yesNo', 'date'] }
const paths: Shape = { is: 'list', of: { is: 'text', least: 1, most: 120 }, most: 50 }
const whole = (least: number, most: number): Shape => ({ is: 'whole', least, most })

const object = (fields: Record<string, Shape>, optional: readonly string[] = []): ObjectShape => ({
  is: 'object',
  fields,
  required: Object.keys(fields).filter((key) => !optional.includes(key)),
})

/** What the data of each contribution looks like; its functions are named below. */
const shapes = {
  operators: object({ id, phrase: words, fact: type, value: type }),
  facts: object({ id, type, reads: paths }),
  factProviders: object(
    {
      id,
      title: words,
      purpose: words,
      gives: { is: 'list', of: id, least: 1, most: 50 },
      maxAgeDays: whole(0, 3_660),
      timeoutMs: whole(1, 60_000),
      file: object({
        title: words,
        endings: { is: 'list', of: { is: 'text', least: 2, most: 12 }, least: 1, most: 10 },
        mostBytes: whole(1, 20_000_000),
      }),
      reads: paths,
    },
    ['file', 'reads'],
  ),
  questionTypes: object({
    id,
    writes: type,
    input: object({ mode: { is: 'oneOf', values: ['text', 'numeric', 'decimal'] }, unit: words, example: words }, [
      'unit',
    ]),
  }),
  reportSections: object({ id, title: words, reads: paths }),
} as const satisfies Readonly<Record<Kind, ObjectShape>>

/** The functions of each contribution; everything else is data. */
export const functionsOf = {
  operators: ['holds'],
  facts: ['derive'],
  factProviders: ['provide'],
  questionTypes: ['read', 'write'],
  reportSections: ['build'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>

const list = (of: Shape): Shape => ({ is: 'list', of, most: 200 })
const scope = object({ questions: { is: 'list', of: words, least: 1, most: 20 }, minutes: whole(1, 60) })
const texts: Shape = { is: 'map', of: { is: 'map', of: { is: 'map', of: words, most: 40 }, most: 80 } }

/** A plugin without its functions. */
export const pluginShape: ObjectShape = {
  is: 'object',
  fields: {
    name: { is: 'text', least: 1, most: 40 },
    version: { is: 'version', most: 60 },
    operators: list(shapes.operators),
    facts: list(shapes.facts),
    factProviders: list(shapes.factProviders),
    questionTypes: list(shapes.questionTypes),
    // read in full together with the rule set that it extends
    ruleSets: { is: 'list', of: { is: 'map', of: { is: 'condition' } }, most: 20 },
    reportSections: list(shapes.reportSections),
    scopes: { is: 'map', of: scope, most: 80 },
    locales: texts,
  } satisfies Record<keyof Plugin, Shape>,
  required: ['name'],
}
