import { isUtf8 } from 'node:buffer'
import type { Position } from './position.ts'

/** Text, or why the bytes are no text. */
export type Decoded = { readonly text: string } | ({ readonly problem: string } & Position)

/** Reads bytes as UTF-8, with or without a byte order mark; says what else they are. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { problem: wide, line: 1, column: 1 }
  const own = withoutMark(bytes)
  if (isUtf8(own)) return { text: decoder.decode(own) }
  const place = firstBadByte(own)
  return { problem: 'this is not UTF-8; open the file in the program that wrote it and save it as UTF-8', ...place }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Some programs, spreadsheets among them, begin UTF-8 with a byte order mark; it says nothing. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
}

/** Which encoding of two or four bytes a character this is, if it looks like one. */
export function wideEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  const wide = 'save the file as UTF-8'
  if (first === 0xff && second === 0xfe) return `this is UTF-16 (little-endian), not UTF-8; ${wide}`
  if (first === 0xfe && second === 0xff) return `this is UTF-16 (big-endian), not UTF-8; ${wide}`
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return `this is UTF-32, not UTF-8; ${wide}`
  const zeros = (first === 0 && second !== undefined) || (second === 0 && first !== undefined)
  return zeros ? `this looks like UTF-16 without a byte order mark, not UTF-8; ${wide}` : undefined
}

/** Where the first byte stands that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): Position {
  let [line, start] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(10, start)
    const part = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (!isUtf8(part)) return { line, column: badColumn(part) }
    if (end < 0) return { line, column: 1 }
    ;[line, start] = [line + 1, end + 1]
  }
}

function badColumn(bytes: Uint8Array): number {
  const encoder = new TextEncoder()
  let [offset, column] = [0, 1]
  for (const character of decoder.decode(bytes)) {
    const written = encoder.encode(character)
    if (!written.every((byte, index) => bytes[offset + index] === byte)) return column
    offset += written.length
    column += character.length
  }
  return column
}
