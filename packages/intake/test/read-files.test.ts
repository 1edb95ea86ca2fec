import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asOf, inEncoding, record, type WrittenAs } from './world.ts'
import { answered, inGroups, readFile, type Chosen, type Intake } from '../src/index.ts'

const partner = 'Castell & Rowe Contractors'

function read(name: string, encoding: WrittenAs = 'utf-8', chosen: Chosen = {}): Promise<Intake> {
  const text = readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8')
  return readFile({ name, bytes: inEncoding(text, encoding) }, { record, asOf, chosen })
}

const found = ({ proposals }: Intake) => Object.fromEntries(proposals.map(({ path, value }) => [path, value]))

describe('ledgers of common programs: the share of the partner', () => {
  test.each<[string, WrittenAs, 'rel.revenueShare' | 'rel.spendShare', number]>([
    ['xero-sales.csv', 'utf-8', 'rel.revenueShare', 0.42],
    ['quickbooks-us-sales.csv', 'utf-8 with a mark', 'rel.revenueShare', 0.42],
    ['sage-customer-activity.csv', 'windows-1252', 'rel.revenueShare', 0.42],
    ['datev-debitoren.csv', 'windows-1252', 'rel.revenueShare', 0.42],
    ['lexware-umsatz.csv', 'windows-1252', 'rel.revenueShare', 0.42],
    ['sevdesk-umsatzliste.csv', 'utf-8 with a mark', 'rel.revenueShare', 0.42],
    ['freeagent-sales.csv', 'utf-8', 'rel.revenueShare', 0.42],
    ['wave-income-by-customer.csv', 'utf-8', 'rel.revenueShare', 0.42],
    ['zoho-sales-by-customer.csv', 'utf-8', 'rel.revenueShare', 0.42],
    ['stripe-payments.csv', 'utf-8', 'rel.revenueShare', 0.42],
    ['excel-tabs-kundenumsatz.txt', 'utf-16le', 'rel.revenueShare', 0.42],
    ['swiss-debitoren.csv', 'utf-16be', 'rel.revenueShare', 0.42],
    ['xero-bills-purchases.csv', 'utf-8', 'rel.spendShare', 0.25],
    ['datev-kreditoren.csv', 'windows-1252', 'rel.spendShare', 0.25],
    ['einkauf-soll-haben.csv', 'utf-16le without a mark', 'rel.spendShare', 0.25],
  ])('%s, %s: %s is %d', async (name, encoding, path, share) => {
    const intake = await settle(name, encoding)
    expect({ faults: intake.faults, questions: intake.questions }).toEqual({ faults: [], questions: [] })
    expect(found(intake)).toMatchObject({ [path]: share })
    expect(intake.partners).toHaveLength(path === 'rel.revenueShare' ? 3 : 2)
  })
})

describe('bills: how many were paid in time', () => {
  test.each<[string, WrittenAs, string, number]>([
    ['invoices-paid-dates.csv', 'utf-8', 'payments.onTimeByPartner', 0.75],
    ['rechnungen-bezahlt-am.csv', 'windows-1252', 'payments.onTimeByPartner', 0.75],
    ['us-invoices.csv', 'utf-8', 'payments.onTimeByPartner', 0.75],
    ['eingangsrechnungen.csv', 'utf-16le', 'payments.onTimeByUs', 1],
    ['supplier-bills-paid.csv', 'utf-8', 'payments.onTimeByUs', 1],
  ])('%s, %s: %s is %d', async (name, encoding, path, share) => {
    const intake = await settle(name, encoding)
    expect(intake.kind).toBe('invoices')
    expect(found(intake)).toMatchObject({ [path]: share })
    expect(found(intake)).not.toHaveProperty('rel.revenueShare')
  })
})

test('sums are left out, and a firm that is called Total is not', async () => {
  const text = 'Supplier,Date,Amount\nTotal Energies,2026-05-04,10\nQuay,2026-05-04,30\nTotal Quay,,30\nTotal,,40\n'
  const { partners } = await readFile({ name: 'bills.csv', bytes: inEncoding(text, 'utf-8') }, { record, asOf })
  expect(partners.map(({ name, share }) => [name, share])).toEqual([
    ['Quay', 0.75],
    ['Total Energies', 0.25],
  ])
})

test.each<[string, WrittenAs]>([
  ['asana-tasks.csv', 'utf-8'],
  ['planner-aufgaben.csv', 'windows-1252'],
])('%s: tasks with side, owner and days', async (name, encoding) => {
  const { proposals } = await settle(name, encoding)
  expect(proposals.map(({ value }) => value)).toMatchObject([
    { side: 'us', owner: 'Tom Reed', due: '2026-10-15', doneAt: '2026-10-12' },
    { side: 'partner', owner: 'Priya Nair', due: '2026-11-30' },
  ])
})

describe('calendars: meetings with the partner, and no others', () => {
  test.each<[string, unknown[]]>([
    [
      'google-calendar.ics',
      [
        { at: '2026-09-08', type: 'review', us: 1, partner: 1 },
        { at: '2026-11-05', type: 'operational' },
      ],
    ],
    ['apple-kalender.ics', [{ at: '2026-06-18', type: 'review' }]],
  ])('%s', async (name, meetings) => {
    const { proposals } = await read(name)
    expect(proposals.map(({ value }) => value)).toMatchObject(meetings)
  })

  test('outlook-moved.ics: what was moved counts on its new day, and what was called off does not', async () => {
    const { proposals } = await read('outlook-moved.ics')
    expect(proposals.map(({ value }) => value)).toMatchObject([
      { at: '2026-09-07', held: 'Call Priya Nair' },
      { at: '2026-09-16', type: 'review', held: 'Quarterly review with Priya Nair' },
      { at: '2026-10-02', held: 'Site visit with Alun Castell' },
    ])
  })

  test('a calendar of a whole year is one group, which can still be looked at', async () => {
    const days = Array.from({ length: 3_000 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString().slice(0, 10).replaceAll('-', '')
      return `BEGIN:VEVENT\nUID:${index}\nDTSTART;VALUE=DATE:${at}\nSUMMARY:Call Priya Nair\nEND:VEVENT`
    })
    const bytes = inEncoding(`BEGIN:VCALENDAR\n${days.join('\n')}\nEND:VCALENDAR\n`, 'utf-8')
    const { proposals } = await readFile({ name: 'year.ics', bytes }, { record, asOf })
    const groups = inGroups(proposals)
    expect(groups.map((group) => group.length)).toEqual([300, 1])
    expect(groups[0]![0]!.group).toBe('300 meetings from 2026-01-01 to 2026-10-27 (year.ics)')
  })

  test('outlook-series.ics: each meeting of a series, and how often you meet', async () => {
    const { proposals } = await read('outlook-series.ics')
    expect(proposals.filter(({ path }) => path === 'meetings')).toHaveLength(6)
    expect(proposals.at(-1)).toMatchObject({ path: 'jointTeam.cadenceDays', value: 31 })
  })
})

test.each([
  ['google-contacts.vcf', [{ side: 'us', name: 'Sana Okafor', role: 'Fitter' }], '1 of 3 cards'],
  ['outlook-kontakt.vcf', [], undefined],
])('%s: people of either side who are not recorded yet', async (name, people, note) => {
  const { proposals, notes } = await read(name)
  expect(proposals.map(({ value }) => value)).toEqual(people)
  expect(notes.join(' ')).toContain(note ?? '')
})

/** Answers what a person at this firm would answer: the day stands first, and the names are ours. */
async function settle(name: string, encoding: WrittenAs): Promise<Intake> {
  let chosen: Chosen = {}
  for (let round = 0; round < 4; round++) {
    const intake = await read(name, encoding, chosen)
    const [question] = intake.questions
    if (question === undefined) return intake
    const sides: Readonly<Record<string, string>> = {
      side: 'customer',
      days: 'day-month-year',
      numbers: 'point',
      partner,
    }
    chosen = answered(chosen, question.id, sides[question.id] ?? question.options[0]!.value)
  }
  throw new Error(`${name} asks for ever`)
}
