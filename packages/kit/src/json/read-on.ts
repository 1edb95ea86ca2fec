import { scanJson, type Flaw, type Scan } from './scan-json.ts'
import { decimalCommaBefore, type SyntaxFault } from './tokens.ts'

/** Whoever makes more mistakes than this mends these first. */
const mostStops = 20
/** Each mistake costs another reading, so of long texts only the first one is told. */
const longest = 1_000_000

/**
 * All that keeps a text from being JSON, as far as it is plain what was meant: a mistake is mended in a copy of the same
 * length, and the copy is read on. It ends at the first mistake that could mean several things.
 */
export function readOn(text: string, first: Scan): { stops: readonly SyntaxFault[]; flaws: readonly Flaw[] } {
  const stops: SyntaxFault[] = []
  let [scan, copy] = [first, text]
  while (scan.stop !== undefined && scan.stop.at > (stops.at(-1)?.at ?? -1)) {
    stops.push(scan.stop)
    const mended = stops.length < mostStops && text.length <= longest ? withoutMistake(copy, scan.stop) : undefined
    if (mended === undefined) break
    copy = mended
    scan = scanJson(copy)
  }
  return { stops, flaws: scan.flaws }
}

function withoutMistake(text: string, { at, lacksComma }: SyntaxFault): string | undefined {
  const sign = text.charAt(at)
  if (decimalCommaBefore(text, at + 1) !== undefined) return put(text, at, '.')
  if (sign === ',') return text.slice(0, at).trimEnd().endsWith(':') ? undefined : put(text, at, ' ')
  if (sign === '/' || sign === '#') return withoutComment(text, at)
  if (isQuote.test(sign)) return withStraightQuotes(text, at)
  const isApart = /\s/.test(text.charAt(at - 1)) && /["{[\w-]/.test(sign)
  return lacksComma && isApart ? put(text, at - 1, ',') : undefined
}

const isQuote = /['`“”„‘’]/
const comment = /\/\/.*|#.*|\/\*[^]*?\*\//y
const quoted = /['`“”„‘’]([^'`“”„‘’"\\\n]*)['`“”„‘’]/y

function withoutComment(text: string, at: number): string | undefined {
  comment.lastIndex = at
  const found = comment.exec(text)?.[0]
  return found && put(text, at, found.replaceAll(/[^\r\n]/g, ' '))
}

function withStraightQuotes(text: string, at: number): string | undefined {
  quoted.lastIndex = at
  const inner = quoted.exec(text)?.[1]
  return inner === undefined ? undefined : put(text, at, `"${inner}"`)
}

function put(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + piece.length)
}
