import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { planCsv, planIcs } from './plan-files.ts'

const step = {
  key: 'p01.plan/2',
  text: 'Fill in ten parts, "briefly"',
  where: '5.1.3.1 One plan',
  effort: 240,
  gain: 0.1,
  lang: 'en',
}
const formula = { ...step, key: 'p02.fit/1', text: '=HYPERLINK("x")' }

describe('a plan as a spreadsheet', () => {
  test('has its owner, day and a mark when done, quoted where needed', () => {
    const plan = { 'p01.plan/2': { owner: 'Iris', due: '2026-12-01', done: true } }
    expect(planCsv([step], plan, ['Step'])).toBe(
      'Step\r\n"Fill in ten parts, ""briefly""",5.1.3.1 One plan,240,Iris,2026-12-01,x\r\n',
    )
  })

  test('has no cell that a spreadsheet would run', () => {
    expect(planCsv([formula], {}, ['Step'])).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('a plan as a calendar', () => {
  test('holds the steps that have a day and are not done', () => {
    const plan = { 'p01.plan/2': { owner: 'Iris', due: '2026-12-01' }, 'p02.fit/1': { due: '2026-12-02', done: true } }
    const text = planIcs([step, formula], plan, { name: 'castell', today: '2026-11-23' })
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20261201\r\n')
    expect(text).toContain(String.raw`SUMMARY:Iris: Fill in ten parts\, "briefly"`)
  })

  test('has no line of more than 75 bytes, and no character cut in two', () => {
    const long = { ...step, text: 'Prüfen, ob die Größe stimmt – '.repeat(10) }
    const text = planIcs([long], { [step.key]: { due: '2026-12-01' } }, { name: 'x', today: '2026-11-23' })
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    expect(lines.join('').replaceAll(/^ /gm, '')).not.toContain('\uFFFD')
  })

  test('is read by an independent parser as it was meant, letter by letter', () => {
    const text = 'Größe; prüfen, "bis Freitag"\nund \\ dann 日本 – أكمل '.repeat(4).trim()
    const other = { ...step, key: 'p03.joint/1', text: '=1+1', where: 'Ziele: gemeinsam' }
    const plan = { [step.key]: { owner: 'Iris; Max, Bo', due: '2026-12-01' }, [other.key]: { due: '2028-02-29' } }
    const written = planIcs([{ ...step, text }, other], plan, { name: 'Castell & Söhne', today: '2026-11-23' })
    const events = new ICAL.Component(ICAL.parse(written))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(events.map(({ summary, description, startDate }) => [summary, description, startDate.toString()])).toEqual([
      [`Iris; Max, Bo: ${text}`, step.where, '2026-12-01'],
      ['=1+1', 'Ziele: gemeinsam', '2028-02-29'],
    ])
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
  })

  test('with nothing planned yet is still a calendar', () => {
    const written = planIcs([step], {}, { name: 'x', today: '2026-11-23' })
    expect(new ICAL.Component(ICAL.parse(written)).getFirstPropertyValue('version')).toBe('2.0')
  })
})
