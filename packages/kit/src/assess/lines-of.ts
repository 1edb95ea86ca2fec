import { isUtf8 } from 'node:buffer'

/** One line that is not blank: text where the whole is UTF-8, else its bytes; its number is counted from 1. */
export interface Line {
  readonly content: string | Uint8Array
  readonly number: number
}

/** The lines of some bytes. Decodes all of them at once where it can: that is much faster than line by line. */
export function* linesOf(bytes: Uint8Array, firstLine: number): Generator<Line> {
  let number = firstLine
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    for (let start = 0; start < text.length; number++) {
      const end = text.indexOf('\n', start)
      const stop = end < 0 ? text.length : end
      if (!isBlank(text, start, stop)) yield { content: text.slice(start, stop), number }
      start = stop + 1
    }
    return
  }
  for (let start = 0; start < bytes.length; number++) {
    const end = bytes.indexOf(10, start)
    const stop = end < 0 ? bytes.length : end
    const line = bytes.subarray(start, bytes[stop - 1] === 13 ? stop - 1 : stop)
    if (line.some((byte) => byte !== 32 && byte !== 9)) yield { content: line, number }
    start = stop + 1
  }
}

const byteOrderMark = 0xfeff

// oxlint-disable-next-line max-params -- a part of a text
function isBlank(text: string, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 9 && code !== 13 && code !== byteOrderMark) return false
  }
  return true
}
