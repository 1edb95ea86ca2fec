import ICAL from 'ical.js'
import type { IntakeFault } from '../fault.ts'

/** What calendars and address cards are written in, or where a file stops being that. */
export type ReadIcal = { readonly roots: readonly ICAL.Component[] } | { readonly fault: IntakeFault }

/** Reads a calendar, or address cards; a file can hold several one after the other. */
export function readIcal(text: string, file: string): ReadIcal {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const several = Array.isArray(parsed[0]) ? parsed : [parsed]
    return { roots: several.map((root) => new ICAL.Component(root as [string, unknown[], unknown[]])) }
  } catch {
    return { fault: { file, ...brokenLine(text) } }
  }
}

/** The lines on which entries begin, such as `VEVENT`; counted from 1. */
export function linesOf(text: string, component: string): number[] {
  const begin = `BEGIN:${component}`
  return linesIn(text).flatMap((line, index) => (line.trim().toUpperCase() === begin ? [index + 1] : []))
}

type Broken = Pick<IntakeFault, 'line' | 'column' | 'value' | 'message'>

/** The first line that cannot be read by itself; where all can, the file ends too early. */
function brokenLine(text: string): Broken {
  const lines = linesIn(text)
  const designs = /^\uFEFF?\s*BEGIN:VCARD/i.test(text)
    ? [ICAL.design.vcard3, ICAL.design.vcard]
    : [ICAL.design.icalendar]
  for (const [index, line] of lines.entries()) {
    const isFirst = line.trim() !== '' && !/^[ \t]/.test(line) && !/^\uFEFF?(?:BEGIN|END):/i.test(line)
    if (!isFirst || designs.some((design) => isReadable(unfolded(lines, index), design))) continue
    const value = line.slice(0, 60)
    return {
      line: index + 1,
      column: 1,
      value,
      message: `"${value}" cannot be read; correct it, or export the file again`,
    }
  }
  const message = 'the file ends in the middle of an entry; export it again'
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, message }
}

function isReadable(line: string, design: typeof ICAL.design.vcard): boolean {
  try {
    ICAL.parse.property(line, design)
    return true
  } catch {
    return false
  }
}

/** A line with the ones below it that continue it. */
function unfolded(lines: readonly string[], from: number): string {
  let whole = lines[from] ?? ''
  for (let next = from + 1; /^[ \t]/.test(lines[next] ?? ''); next++) whole += lines[next]?.slice(1)
  return whole
}

function linesIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}
