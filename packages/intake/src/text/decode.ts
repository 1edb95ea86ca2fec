/** The largest file that is read; a year of bookings of a small firm has less than a tenth of it. */
export const mostBytes = 64 * 1024 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly text: undefined; readonly problem: string; readonly line?: number; readonly column?: number }

/**
 * The text of a file. Marks at its start tell UTF-8 and UTF-16 apart; without one, what is sound UTF-8 is UTF-8, what has a
 * zero in every other byte is UTF-16, and the rest is Windows-1252, as programs on Windows write it.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes)
    return nothing(
      `has ${megabytes(bytes.length)} MB; at most ${megabytes(mostBytes)} MB are read. Export a shorter time`,
    )
  if (bytes.length === 0) return nothing('is empty')
  const known = signatures.find(({ start }) => start.every((byte, index) => bytes[index] === byte))
  if (known !== undefined) return nothing(`is ${known.is}. ${known.instead}`)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  // what is not text has characters that no program writes into a table
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000E-\u001A]/.test(text.slice(0, 100_000)))
    return nothing('is not a text file. Export it as CSV')
  if (encoding !== 'windows-1252' && !isSound(bytes, encoding)) return brokenAt(text)
  return { text, encoding }
}

const signatures = [
  { start: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Excel workbook', instead: 'Save the sheet as CSV' },
  { start: [0x25, 0x50, 0x44, 0x46], is: 'a PDF', instead: 'Export the numbers as CSV' },
  { start: [0x1f, 0x8b], is: 'a compressed file', instead: 'Unpack it first' },
] as const

function nothing(problem: string): Decoded {
  return { text: undefined, problem }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024))
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 4_000)
  const zeros = [0, 1].map((rest) => start.filter((byte, index) => byte === 0 && index % 2 === rest).length)
  if (zeros[1]! > start.length / 4) return 'utf-16le'
  if (zeros[0]! > start.length / 4) return 'utf-16be'
  return isMarkedUtf8(bytes) || isSound(bytes, 'utf-8') || isCutUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isMarkedUtf8([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}

/** UTF-8 with letters of several bytes, of which the last one was cut off. */
function isCutUtf8(bytes: Uint8Array): boolean {
  const ends = [1, 2, 3].map((cut) => bytes.length - cut).filter((end) => end > 0)
  const end = ends.find((at) => (bytes[at] ?? 0) >= 0xc2)
  if (end === undefined || !isSound(bytes.subarray(0, end), 'utf-8')) return false
  return bytes.subarray(0, end).some((byte) => byte >= 0x80)
}

function isSound(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Where the first character is that could not be read; what is cut off has it at its end. */
function brokenAt(text: string): Decoded {
  const at = text.indexOf('\uFFFD')
  const before = text.slice(0, Math.max(at, 0)).split(/\r\n|\r|\n/)
  const problem =
    at === text.length - 1
      ? 'breaks off in the middle of a character. Export or copy it again'
      : 'has bytes here that are no character. Export it again, as UTF-8'
  return { text: undefined, problem, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
