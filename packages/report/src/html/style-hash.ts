import { sha256Hex } from '@joinery/core'

/** The source expression by which a content security policy allows exactly this style sheet. */
export function styleHash(style: string): string {
  const bytes = sha256Hex(style).match(/../g) ?? []
  const bits = bytes.map((byte) => Number.parseInt(byte, 16).toString(2).padStart(8, '0')).join('')
  const sixes = bits.match(/.{1,6}/g) ?? []
  const digits = sixes.map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')
  return `sha256-${digits.padEnd(Math.ceil(digits.length / 4) * 4, '=')}`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
