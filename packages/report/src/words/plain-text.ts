import { flat, type Text } from '../document/text.ts'

// escape sequences, and marks that make a reader see text in another order than it is written
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** One line of text that is safe to show: no control characters, no marks that turn text around, single spaces. */
export function plainText(text: Text): string {
  return flat(text).replace(unsafe, ' ').replace(/\s+/g, ' ').trim()
}

/** With a capital at the start and a mark at the end. */
export function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`
}
