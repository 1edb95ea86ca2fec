import { describe, expect, test } from 'vitest'
import { createAssessor } from '../../src/assessor.ts'
import { canonicalJson } from '../../src/canonical.ts'
import { definePlugin, type Plugin } from '../../src/plugin/index.ts'
import { createReferenceAssessor } from '../../src/reference/index.ts'
import { deepFreeze, today } from '../small-rule-set.ts'
import { batches, shop, soundBakery } from './bakery.ts'

const record = deepFreeze({ rmp: { owner: 'Ines' }, ext: { bakery: { batches, flour: 'Rye' } } })
const core = canonicalJson(createAssessor(shop).assess(record, { asOf: today }))

type Work = (...given: unknown[]) => unknown

/** The sound plugin with one function replaced by a hostile one. */
function withHostile(part: 'fact' | 'operator' | 'section', work: Work): Plugin {
  const [waste, last] = soundBakery.facts
  const [operator] = soundBakery.operators
  const [section] = soundBakery.reportSections
  if (part === 'fact') return definePlugin({ ...soundBakery, facts: [{ ...waste, derive: work as never }, last] })
  if (part === 'operator') return definePlugin({ ...soundBakery, operators: [{ ...operator, holds: work as never }] })
  return definePlugin({ ...soundBakery, reportSections: [{ ...section, build: work as never }] })
}

const dependent = {
  fact: { contribution: 'bakery/wasteShare', errors: ['bakery.waste/1'] },
  operator: { contribution: 'bakery/withinHours', errors: ['bakery.fresh/1', 'bakery.on-time/1'] },
  section: { contribution: 'bakery/bread', errors: [] },
} as const

const endless = { length: 4_294_967_295 }
const fail = (thrown: unknown) => () => {
  throw thrown
}
const ring: Record<string, unknown> = {}
ring['self'] = ring

/** What does harm wherever it stands. */
const everywhere: readonly { what: string; work: Work }[] = [
  { what: 'throws', work: fail(new Error('boom')) },
  { what: 'throws nothing', work: fail(undefined) },
  { what: 'throws something that throws when it is read', work: fail({ toString: fail(new Error('again')) }) },
  { what: 'throws a book', work: fail(new Error('x'.repeat(1_000_000))) },
  {
    what: 'calls itself for ever',
    work: function again(): unknown {
      return again()
    },
  },
  { what: 'gives a promise', work: () => Promise.resolve(true) },
  { what: 'gives a promise that fails', work: () => Promise.reject(new Error('later')) },
  { what: 'gives a function', work: () => () => true },
  { what: 'gives null', work: () => null },
  { what: 'gives a symbol', work: () => Symbol('share') },
  { what: 'gives itself in a ring', work: () => ring },
  {
    what: 'gives a trap',
    work: () => new Proxy({}, { get: fail(new Error('trap')), ownKeys: fail(new Error('trap')) }),
  },
  { what: 'gives endless items', work: () => endless },
  { what: 'gives a sparse list without end', work: () => Object.assign([], { length: 4_294_967_295 }) },
]

const cases = [
  ...(['fact', 'operator', 'section'] as const).flatMap((part) => everywhere.map((entry) => ({ part, ...entry }))),
  { part: 'fact', what: 'gives text for a share', work: () => '0.5' },
  { part: 'fact', what: 'gives no number', work: () => Number.NaN },
  { part: 'fact', what: 'gives infinity', work: () => Number.POSITIVE_INFINITY },
  { part: 'fact', what: 'gives a share below nothing', work: () => -1 },
  { part: 'fact', what: 'gives a list of a million', work: () => Array.from({ length: 1_000_000 }, () => 'x') },
  {
    part: 'fact',
    what: 'adds to what it was given',
    work: (given) => ((given as { ext: { bakery: { batches: unknown[] } } }).ext.bakery.batches.push(1), 0),
  },
  { part: 'fact', what: 'changes what it was given', work: (given) => (((given as { ext: unknown }).ext = {}), 0) },
  {
    part: 'fact',
    what: 'takes out of what it was given',
    work: (given) => (delete (given as { ext?: unknown }).ext, 0),
  },
  { part: 'operator', what: 'gives 1 for true', work: () => 1 },
  {
    part: 'operator',
    what: 'changes the day',
    work: (...given) => (((given[2] as { asOf: string }).asOf = '1999-01-01'), true),
  },
  { part: 'section', what: 'gives text', work: () => 'Bread' },
  { part: 'section', what: 'gives markup of its own kind', work: () => [{ is: 'html', html: '<script>' }] },
  {
    part: 'section',
    what: 'floods with blocks',
    work: () => Array.from({ length: 10_000 }, () => ({ is: 'text', text: 'x' })),
  },
  { part: 'section', what: 'floods with text', work: () => [{ is: 'text', text: 'x'.repeat(5_000_000) }] },
  { part: 'section', what: 'gives a crooked table', work: () => [{ is: 'table', columns: ['a', 'b'], rows: [['1']] }] },
  {
    part: 'section',
    what: 'gives what is computed when it is read',
    work: () => [Object.defineProperty({ is: 'text' }, 'text', { get: () => 'x', enumerable: true })],
  },
  {
    part: 'section',
    what: 'forges outcomes',
    work: (view) => (((view as { outcomes: Record<string, string> }).outcomes['care/1'] = 'met'), []),
  },
] satisfies readonly { part: keyof typeof dependent; what: string; work: Work }[]

describe.each(cases)('a $part that $what', ({ part, work }) => {
  const plugin = withHostile(part, work)
  const options = { asOf: today }
  const { contribution, errors } = dependent[part]

  test('leaves the core part as it is, and is told', () => {
    const { sectors, ...rest } = createAssessor(shop, { plugins: [plugin] }).assess(record, options)
    expect(canonicalJson(rest)).toBe(core)
    const [sector] = sectors!
    expect(sector!.faults.map((fault) => fault.contribution)).toContain(contribution)
    expect(sector!.faults.every(({ message }) => message.length > 0 && message.length < 400)).toBe(true)
    const outcomes = sector!.clauses.flatMap((clause) => clause.outcomes)
    const failed = outcomes.filter(({ outcome }) => outcome === 'error').map(({ indicator }) => indicator)
    expect(failed).toEqual(errors)
    expect(sector!.errors.map(({ indicator }) => indicator)).toEqual(errors)
    expect(outcomes.filter(({ outcome }) => outcome === 'met')).toHaveLength(5 - errors.length)
  })

  test('comes out the same on both evaluators', async () => {
    const reference = await createReferenceAssessor(shop, { plugins: [plugin] }).assess(record, options)
    expect(canonicalJson(reference)).toBe(
      canonicalJson(createAssessor(shop, { plugins: [plugin] }).assess(record, options)),
    )
  })
})
