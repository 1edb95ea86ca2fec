/** Files as a firm exports them: a ledger in German style, bills with their days, a calendar. */

interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const day = 86_400_000

/** A day so long before today that it is among the last twelve months. */
function before(days: number): Date {
  return new Date(Date.now() - days * day)
}

const iso = (date: Date) => date.toISOString().slice(0, 10)
const german = (date: Date) => iso(date).split('-').toReversed().join('.')

export function ledger(): Upload {
  const rows = [
    ['Castell & Rowe Ltd', 290, '42.000,00'],
    ['Castell & Rowe Ltd', 190, '38.500,00'],
    ['Millbrook Offices', 250, '21.000,50'],
    ['Fairlawn Lettings', 160, '12.400,00'],
    ['Stanfield Homes', 120, '9.900,00'],
    ['Oakes & Co', 80, '4.100,00'],
  ] as const
  const lines = rows.map(([name, days, amount]) => `${name};${german(before(days))};${amount}`)
  return file('umsatz.csv', 'text/csv', `Kunde;Rechnungsdatum;Netto\n${lines.join('\n')}\n`)
}

export function bills(): Upload {
  const rows = [
    ['Castell & Rowe Ltd', 260, 261],
    ['Castell & Rowe Ltd', 160, 154],
    ['Millbrook Offices', 220, 221],
  ] as const
  const lines = rows.map(
    ([name, due, paid], at) => `${name},${at + 1},${iso(before(due))},${iso(before(paid))},1000.00`,
  )
  return file('bills.csv', 'text/csv', `Customer,Invoice No,Due date,Paid date,Amount\n${lines.join('\n')}\n`)
}

export function calendar(): Upload {
  const events = [250, 160, 70, 15].flatMap((days, at) => {
    const on = iso(before(days)).replaceAll('-', '')
    return [
      'BEGIN:VEVENT',
      `UID:${at}@harbour.example`,
      `DTSTAMP:${on}T080000Z`,
      `DTSTART:${on}T090000Z`,
      `DTEND:${on}T100000Z`,
      'SUMMARY:Site meeting Castell & Rowe',
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//Calendar//EN', ...events, 'END:VCALENDAR', '']
  return file('calendar.ics', 'text/calendar', lines.join('\r\n'))
}

export function file(name: string, mimeType: string, text: string): Upload {
  return { name, mimeType, buffer: Buffer.from(text) }
}
