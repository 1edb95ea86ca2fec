import type { FaultCode } from '@joinery/core'

/** The first place where a text stops being JSON. */
export class SyntaxFault extends Error {
  readonly at: number
  readonly code: FaultCode
  /** Where the list or object begins that is not closed. */
  readonly opened: number | undefined
  /** Whether all that is wrong is that a comma is not there. */
  readonly lacksComma: boolean = false

  // oxlint-disable-next-line max-params -- the parts of a fault
  constructor(at: number, message: string, code: FaultCode = 'unreadable', opened?: number) {
    super(message)
    this.name = 'SyntaxFault'
    this.at = at
    this.code = code
    this.opened = opened
  }

  static noComma(at: number, message: string): SyntaxFault {
    return Object.assign(new SyntaxFault(at, message), { lacksComma: true })
  }

  static unclosed(at: number, opened: number): SyntaxFault {
    return new SyntaxFault(at, 'the text ends too early', 'unreadable', opened)
  }
}

// oxlint-disable-next-line no-control-regex -- JSON allows none of them inside a text
const plainPart = /[^"\\\u0000-\u001F]*/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** The offset after the closing quote of the text that begins at `at`. */
export function stringEnd(text: string, at: number): number {
  let end = at + 1
  for (;;) {
    plainPart.lastIndex = end
    plainPart.exec(text)
    end = plainPart.lastIndex
    if (text[end] === '"') return end + 1
    escape.lastIndex = end
    if (!escape.test(text)) throw new SyntaxFault(end >= text.length ? at : end, stringFault(text, end))
    end = escape.lastIndex
  }
}

function stringFault(text: string, at: number): string {
  if (at >= text.length) return 'this text has no closing quote'
  if (text[at] === '\\')
    return `${JSON.stringify(text.slice(at, at + 2))} is no escape of JSON; a backslash itself is written \\\\`
  if (text[at] === '\n' || text[at] === '\r')
    return 'a line break stands inside a text: close the quote before it, or write \\n'
  const code = text.charCodeAt(at).toString(16).padStart(4, '0')
  return `a control character stands inside a text; write it as \\u${code}`
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y

/** The number that begins at `at`, as it is written; undefined where there is none. */
export function numberAt(text: string, at: number): string | undefined {
  number.lastIndex = at
  return number.exec(text)?.[0]
}

/** The number with a point that was meant, where the comma before `at` parts it: `1.5` for the 5 of `1,5`. */
export function decimalCommaBefore(text: string, at: number): string | undefined {
  if (text[at - 1] !== ',') return undefined
  const whole = /-?\d+$/.exec(text.slice(Math.max(0, at - 20), at - 1))?.[0]
  const rest = /^\d+/.exec(text.slice(at, at + 20))?.[0]
  return whole === undefined || rest === undefined ? undefined : `${whole}.${rest}`
}
