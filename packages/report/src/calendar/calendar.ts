/** One whole day in a calendar. */
export interface CalendarDay {
  /** The same whenever the same thing is exported again, so that calendars replace it. */
  readonly key: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly summary: string
  readonly description?: string
}

/** A calendar file (RFC 5545) with whole days. `today` is the day it was made on. Pure. */
export function calendarOf(days: readonly CalendarDay[], { today }: { readonly today: string }): string {
  const stamp = `${compact(today)}T000000Z`
  const events = days.flatMap(({ key, on, summary, description }) => [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(key)}@joinery`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Joinery//Plan//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** Lines of a calendar are at most 75 bytes; a character is never cut in two. */
function folded(line: string): string {
  let out = ''
  let width = 0
  for (const character of line) {
    const bytes = bytesOf(character)
    if (width + bytes > 75) {
      out += '\r\n '
      width = 1
    }
    out += character
    width += bytes
  }
  return out
}

/** How many bytes a character has in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
