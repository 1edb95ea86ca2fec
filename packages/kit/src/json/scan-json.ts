import { describeValue, describeEnd, describeKey } from './expectations.ts'
import { decimalCommaBefore, numberAt, stringEnd, SyntaxFault } from './tokens.ts'

/** Where a value of a JSON text begins, and what it holds. */
export interface Spot {
  readonly at: number
  /** Where its key begins, for members of an object. */
  readonly keyAt?: number
  readonly members?: ReadonlyMap<string, Spot>
  readonly items?: readonly Spot[]
}

/** A key that stands more than once in one object, or a number that is too large to be one. */
export interface Flaw {
  readonly kind: 'duplicate' | 'number'
  readonly path: readonly (string | number)[]
  readonly at: number
  readonly text: string
}

export interface Scan {
  /** What keeps the text from being JSON; the scan ends there. */
  readonly stop?: SyntaxFault
  readonly flaws: readonly Flaw[]
  readonly root?: Spot
}

/** Past this many flaws a document is rubbish; more would only bury the first ones. */
const mostFlaws = 500

/** Deepest nesting that is read. */
const deepest = 100

/**
 * Reads a text as `JSON.parse` does, but for where things stand: places of all values, keys that are used twice, and the
 * first mistake with what was expected there. The places within a document are kept only on request: they take more room
 * than the text.
 */
export function scanJson(text: string, { places = false } = {}): Scan {
  const cursor: Cursor = { text, at: 0, path: [], flaws: [], places }
  try {
    skipSpace(cursor)
    const root = scanValue(cursor)
    skipSpace(cursor)
    if (cursor.at < text.length) throw new SyntaxFault(cursor.at, describeEnd(text, cursor.at))
    return { flaws: cursor.flaws, root }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { flaws: cursor.flaws, stop: error }
  }
}

interface Cursor {
  readonly text: string
  at: number
  readonly path: (string | number)[]
  readonly flaws: Flaw[]
  readonly places: boolean
}

function scanValue(cursor: Cursor): Spot {
  const { text, at } = cursor
  switch (text.charAt(at)) {
    case '{':
      return scanObject(cursor)
    case '[':
      return scanList(cursor)
    case '"':
      cursor.at = stringEnd(text, at)
      return { at }
    case 't':
      return scanWord(cursor, 'true')
    case 'f':
      return scanWord(cursor, 'false')
    case 'n':
      return scanWord(cursor, 'null')
    default:
      return scanNumber(cursor)
  }
}

function scanWord(cursor: Cursor, word: string): Spot {
  const { text, at } = cursor
  if (!text.startsWith(word, at) || /\w/.test(text[at + word.length] ?? ''))
    throw new SyntaxFault(at, describeValue(text, at))
  cursor.at += word.length
  return { at }
}

function scanNumber(cursor: Cursor): Spot {
  const { text, at, path } = cursor
  const number = numberAt(text, at)
  if (number === undefined) throw new SyntaxFault(at, describeValue(text, at))
  if (!Number.isFinite(Number(number))) note(cursor, { kind: 'number', path: [...path], at, text: number })
  cursor.at += number.length
  return { at }
}

function note({ flaws }: Cursor, flaw: Flaw): void {
  if (flaws.length < mostFlaws) flaws.push(flaw)
}

function scanObject(cursor: Cursor): Spot {
  const { text, at } = cursor
  const members = new Map<string, Spot>()
  enter(cursor)
  for (let first = true; !closes(cursor, { with: '}', opened: at, first }); first = false) {
    const keyAt = cursor.at
    if (text[keyAt] !== '"') throw noKey(text, keyAt, first)
    cursor.at = stringEnd(text, keyAt)
    const key = JSON.parse(text.slice(keyAt, cursor.at)) as string
    if (members.has(key)) note(cursor, { kind: 'duplicate', path: [...cursor.path, key], at: keyAt, text: key })
    skipSpace(cursor)
    if (text[cursor.at] !== ':') throw new SyntaxFault(cursor.at, `expected ":" after the key ${JSON.stringify(key)}`)
    cursor.at++
    skipSpace(cursor)
    cursor.path.push(key)
    members.set(key, { ...scanValue(cursor), keyAt })
    cursor.path.pop()
  }
  return cursor.places ? { at, members } : { at }
}

/** Many countries write 1,5 for one and a half; then the comma is what is wrong, not what stands after it. */
function noKey(text: string, at: number, first: boolean): SyntaxFault {
  const decimal = decimalCommaBefore(text, at)
  if (decimal === undefined) return new SyntaxFault(at, describeKey(text, at, first))
  return new SyntaxFault(at - 1, `a number has a point, not a comma: ${decimal}`)
}

function scanList(cursor: Cursor): Spot {
  const { at } = cursor
  const items: Spot[] = []
  enter(cursor)
  for (let index = 0; !closes(cursor, { with: ']', opened: at, first: index === 0 }); index++) {
    cursor.path.push(index)
    const item = scanValue(cursor)
    if (cursor.places) items.push(item)
    cursor.path.pop()
  }
  return cursor.places ? { at, items } : { at }
}

function enter(cursor: Cursor): void {
  if (cursor.path.length >= deepest)
    throw new SyntaxFault(cursor.at, `nested deeper than ${deepest} levels; make the document flatter`, 'too-deep')
  cursor.at++
}

/** Whether the list or object ends here; steps over the comma before the next item. */
function closes(cursor: Cursor, bracket: { with: '}' | ']'; opened: number; first: boolean }): boolean {
  skipSpace(cursor)
  const { text } = cursor
  if (text[cursor.at] === bracket.with) {
    cursor.at++
    return true
  }
  if (cursor.at >= text.length) throw SyntaxFault.unclosed(cursor.at, bracket.opened)
  if (bracket.first) return false
  if (text[cursor.at] !== ',')
    throw SyntaxFault.noComma(cursor.at, `expected "," or "${bracket.with}" here; ${describeFound(text, cursor.at)}`)
  const comma = cursor.at
  cursor.at++
  skipSpace(cursor)
  if (text[cursor.at] === bracket.with)
    throw new SyntaxFault(comma, `no comma stands before "${bracket.with}"; take it away`)
  if (cursor.at >= text.length) throw SyntaxFault.unclosed(cursor.at, bracket.opened)
  return false
}

function describeFound(text: string, at: number): string {
  return `found ${JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))}`
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    cursor.at++
  }
}
