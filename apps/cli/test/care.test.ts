import ICAL from 'ical.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const day = ['--as-of', '2026-11-20']
const alliance = join(import.meta.dirname, '../../../rules/iso-44003/cases/mature-alliance.json')
const given = () => (JSON.parse(readFileSync(alliance, 'utf8')) as { given: object }).given

describe('a review', () => {
  test('lists what to look at, what goes stale, and what that will cost', async () => {
    const { code, out } = await joinery(['review', example, ...day])
    expect(code).toBe(0)
    for (const part of [
      'TO LOOK AT',
      'promise · theirs · by 4 December 2026',
      'WHAT GOES STALE',
      'IF NOBODY DOES ANYTHING',
    ])
      expect(out).toContain(part)
    expect(out).not.toMatch(/self-assessed/i)
  })

  test('is a page, a text to send, and a calendar that another program reads', async () => {
    const [page, text, ics] = await Promise.all(
      ['html', 'markdown', 'ics'].map((format) => joinery(['review', example, ...day, '--format', format])),
    )
    expect(page!.out).toContain('<h1>')
    expect(text!.out).toContain('## To look at')
    const events = new ICAL.Component(ICAL.parse(ics!.out) as [string, unknown[], unknown[]]).getAllSubcomponents(
      'vevent',
    )
    expect(events.map((event) => new ICAL.Event(event).summary)).toEqual(
      expect.arrayContaining([
        'Review: Harbour Joinery and Castell & Rowe Contractors',
        'Drawings for the sheltered flats',
      ]),
    )
  })

  test('of an empty record asks three questions', async () => {
    const { out } = await joinery(['review', '-', ...day], { input: '{}' })
    expect(out).toContain('Nothing is due. Ask both sides')
  })
})

describe('a history', () => {
  const record = given() as { rmp?: object }
  const folder = folderWith({ 'may.json': {}, 'now.json': record, 'broken.json': { rel: { stag: 'x' } } })

  test('says what you changed, what aged and what the rules changed, in every format', async () => {
    const words = ['history', 'may.json@2026-05-04', 'now.json@2026-11-20', 'now.json@2027-11-20']
    const [table, page, text, data] = await Promise.all(
      ['table', 'html', 'markdown', 'json'].map((format) => joinery([...words, '--format', format], { folder })),
    )
    expect(table!.out).toMatch(/4 May 2026 +0\.0 – 4\.0/)
    expect(table!.out).toMatch(/20 November 2026 +.*\+\d\.\d\d +0 +0/)
    expect(page!.out).toContain('role="img" aria-label="The range of the score over time.')
    expect(text!.out).toContain('| As of | Range | You | Time | Rules |')
    const { headline } = JSON.parse(data!.out) as { headline: { steps: { you: number; time: number }[] } }
    expect(headline.steps[0]).toMatchObject({ time: 0 })
    expect(headline.steps[0]!.you).toBeGreaterThan(0)
    expect(headline.steps[1]!.time).toBeLessThan(0)
    expect(headline.steps[1]!.you).toBe(0)
  })

  test.each([
    [['now.json@2026-11-20', 'may.json@2026-05-04'], 'name the oldest first'],
    [['may.json@2026-02-30'], 'is not a calendar day'],
    [['broken.json@2026-05-04'], 'did you mean "stage"'],
    [[], 'name the records'],
  ])('%j is refused with what would be right', async (files, message) => {
    const { code, err } = await joinery(['history', ...files], { folder })
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('both views', () => {
  const said = (values: object) => ({
    answers: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, at: '2026-11-02' }])),
  })
  const source = 'Perception gap 2026-11-02: p07'
  const ours = {
    org: { headcount: 1 },
    ...said({ 'p01.plan/1': 'yes', 'p01.plan/2': 'yes', 'p07.trust/1': 'no', 'p08.value/1': 'yes' }),
    actions: [
      { side: 'us', owner: 'Ada Harbour', due: '2027-05-24', source },
      { side: 'partner', owner: 'Ben Rowe', due: '2027-05-24', source },
    ],
  }
  const theirs = said({ 'p01.plan/1': 'no', 'p01.plan/2': 'partly', 'p07.trust/1': 'yes', 'p08.value/1': 'yes' })
  const folder = folderWith({ 'ours.json': ours, 'theirs.json': theirs })

  test('show blind spots, hidden strengths, what was agreed and what is missing', async () => {
    const words = ['gaps', 'ours.json', 'theirs.json', ...day]
    const [table, page, data] = await Promise.all(
      ['table', 'html', 'json'].map((format) => joinery([...words, '--format', format], { folder })),
    )
    for (const part of [
      'blind spot: we rate higher',
      'hidden strength: they rate higher',
      'Agreed: Ada Harbour and Ben Rowe act on it; both look again on 24 May 2027.',
      'Nothing is agreed yet: name one person on each side',
      'You are one person: whoever reads your answers knows that they are yours.',
    ])
      expect(table!.out.replaceAll(/\s+/g, ' ')).toContain(part)
    expect(page!.out).toContain('5.8 Value creation')
    const { principles } = JSON.parse(data!.out) as { principles: { gaps: { principle: string; kind: string }[] } }
    expect(principles.gaps.map(({ principle, kind }) => [principle, kind])).toEqual([
      ['p01', 'blind-spot'],
      ['p07', 'hidden-strength'],
      ['p08', null],
    ])
  })

  test('two files are needed', async () => {
    const { code, err } = await joinery(['gaps', 'ours.json'], { folder })
    expect([code, err]).toEqual([2, expect.stringContaining('name two .json files')])
  })
})

describe('a portfolio', () => {
  test('sets relationships beside each other, and says whom to look after', async () => {
    const folder = folderWith({ 'small.json': { rel: { partnerName: 'Quay Café', revenueShare: 0.1 } } })
    const { code, out } = await joinery(['portfolio', example, 'small.json', ...day], { folder })
    expect(code).toBe(0)
    expect(out).toMatch(/Castell & Rowe Contractors {2}key {9}2\.0 – 3\.0/)
    expect(out).toMatch(/Quay Café .* – .* ·  ·/)
    expect(out).toContain('Look after: Castell & Rowe Contractors.')
    expect(out).toContain('Of your revenue, 42 % hangs on one partner and 52 % on three (2 of 2 shares are known).')
  })

  test('names faulty records, and shows the others', async () => {
    const folder = folderWith({ 'a.json': { rel: { partnerNam: 'x' } }, 'b.json': {} })
    const { code, out, err } = await joinery(['portfolio', '.', ...day, '--format', 'json'], { folder })
    expect(code).toBe(2)
    expect(err).toContain('a.json:3:5 /rel/partnerNam: unknown key "partnerNam"; did you mean "partnerName"?')
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(1)
  })
})

test('skills: the lowest of two views counts, and each person gets one step', async () => {
  const folder = folderWith({ 'record.json': given() })
  const { out } = await joinery(['skills', 'record.json', ...day], { folder })
  expect(out).toContain('Joel Tan')
  expect(out).toMatch(/owning-up +self 2, partner 3: counts 2, 1 apart/)
  expect(out).toMatch(/planning +self 2: one view alone does not count/)
  expect((await joinery(['skills', '-', ...day], { input: '{}' })).out).toContain('Nobody was rated')
})

test.each([
  ['review', ['--days', 'many'], '--days: "many" is not a whole number'],
  ['review', ['--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a calendar day'],
  ['portfolio', ['--as-of', 'x'], '--as-of: "x" is not a calendar day'],
  ['skills', ['--as-of', 'x'], '--as-of: "x" is not a calendar day'],
])('%s %j is refused', async (command, words, message) => {
  expect(await joinery([command, example, ...words])).toMatchObject({ code: 2, err: expect.stringContaining(message) })
})
