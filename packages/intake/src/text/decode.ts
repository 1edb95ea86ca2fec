/** The largest file that is read; a year of bookings of a small firm has less than a tenth of it. */
export const mostBytes = 64 * 1024 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly text: undefined; readonly problem: string }

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
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
