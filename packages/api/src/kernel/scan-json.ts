import { dangerousKeys, pointerOf } from '@joinery/core'
import { limits } from '../limits.ts'
import type { RequestFault } from './problem.ts'

/**
 * Looks through JSON text before it is parsed, in one pass and with no recursion: what JSON.parse would pass over in
 * silence (keys given twice, keys that reach into JavaScript, text that is not Unicode) or choke on (depth, size).
 * Whether the text is JSON at all is left to the parser.
 */
export function scanJson(text: string): RequestFault[] {
  const isClean = text.isWellFormed() && !text.includes('\0')
  const scan: Scan = { text, isClean, backslash: 0, at: 0, nodes: 0, frames: [], faults: [] }
  while (scan.at < text.length && scan.faults.length < limits.faults) {
    if (!step(scan)) break
  }
  return scan.faults
}

interface Scan {
  readonly text: string
  /** All of it is Unicode without U+0000, so only what is written with a backslash can be otherwise. */
  readonly isClean: boolean
  /** Where a backslash was found last, in what has been looked through or ahead of it. */
  backslash: number
  at: number
  nodes: number
  readonly frames: Frame[]
  readonly faults: RequestFault[]
}

/** An object or a list that is open; `keys` are those of an object seen so far, up to `fewKeys`, and `many` all of more. */
interface Frame {
  readonly keys: string[] | undefined
  many: Set<string> | undefined
  key: string
  index: number
  expectsKey: boolean
}

/** Takes one token; false when reading on would only cost time. */
function step(scan: Scan): boolean {
  switch (scan.text.charCodeAt(scan.at)) {
    case 0x22:
      return takeText(scan)
    case 0x7b:
      return open(scan, { keys: [], many: undefined, key: '', index: 0, expectsKey: true })
    case 0x5b:
      return open(scan, { keys: undefined, many: undefined, key: '', index: 0, expectsKey: false })
    case 0x7d:
    case 0x5d:
      scan.frames.pop()
      break
    case 0x2c:
      next(scan.frames.at(-1))
      return count(scan)
  }
  scan.at++
  return true
}

function open(scan: Scan, frame: Frame): boolean {
  scan.frames.push(frame)
  if (scan.frames.length > limits.depth) {
    report(scan, 'too-deep', `nested deeper than ${limits.depth}; make it flatter`)
    return false
  }
  return count(scan)
}

function next(frame: Frame | undefined): void {
  if (frame === undefined) return
  if (frame.keys === undefined) frame.index++
  else frame.expectsKey = true
}

function count(scan: Scan): boolean {
  scan.at++
  if (++scan.nodes <= limits.nodes) return true
  report(scan, 'too-many', `more than ${limits.nodes} values in one body; send less at once`)
  return false
}

function takeText(scan: Scan): boolean {
  const from = scan.at + 1
  const end = endOfText(scan.text, from)
  const isPlain = scan.isClean && !hasBackslash(scan, from, end)
  scan.at = end
  const frame = scan.frames.at(-1)
  // a value that can only be good is not looked at
  if (isPlain && frame?.expectsKey !== true) return count(scan)
  const raw = scan.text.slice(from, end)
  const value = isPlain ? raw : decoded(raw)
  if (frame?.expectsKey) takeKey(scan, frame, value)
  if (isTooWide(frame)) {
    report(scan, 'too-many', `more than ${limits.keys} keys in one object; send less at once`)
    return false
  }
  if (!isPlain && (value.includes('\0') || !value.isWellFormed()))
    report(scan, 'not-allowed', 'text must be Unicode without the character U+0000; leave that character out')
  return count(scan)
}

function hasBackslash(scan: Scan, from: number, end: number): boolean {
  if (scan.backslash < from) {
    const at = scan.text.indexOf('\\', from)
    scan.backslash = at === -1 ? scan.text.length : at
  }
  return scan.backslash < end
}

function takeKey(scan: Scan, frame: Frame, key: string): void {
  frame.expectsKey = false
  frame.key = key
  if (dangerousKeys.has(key)) report(scan, 'dangerous-key', `the key "${key}" is refused everywhere; use another name`)
  else if (isSeen(frame, key)) report(scan, 'duplicate', `the key "${key.slice(0, 60)}" stands here twice; keep one`)
  see(frame, key)
}

/** Most objects have a few keys: to look through a list of them takes less than to make a set. */
const fewKeys = 16

function isSeen({ keys, many }: Frame, key: string): boolean {
  return many === undefined ? keys!.includes(key) : many.has(key)
}

function see(frame: Frame, key: string): void {
  const { keys } = frame
  if (keys!.length < fewKeys) keys!.push(key)
  else (frame.many ??= new Set(keys)).add(key)
}

function isTooWide(frame: Frame | undefined): boolean {
  return (frame?.many?.size ?? 0) > limits.keys
}

function endOfText(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at === -1 ? text.length : at
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
  return backslashes % 2 === 1
}

function decoded(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    // not JSON: the parser says so
    return raw
  }
}

function report(scan: Scan, code: string, message: string): void {
  const steps = scan.frames.map(({ keys, key, index }) => (keys === undefined ? index : key.slice(0, 200)))
  if (code === 'too-deep') steps.length = 8
  scan.faults.push({ in: 'body', pointer: pointerOf(...steps), code, message })
}
