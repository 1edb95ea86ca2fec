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
