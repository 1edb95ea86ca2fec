import type { Relationship } from '@joinery/core'

export const asOf = '2026-11-20'

/** A joinery workshop and its main customer; a few things are recorded already. */
export const record: Relationship = {
  org: { name: 'Harbour Joinery' },
  rel: { partnerName: 'Castell & Rowe Contractors', kind: 'customer' },
  people: [
    { side: 'us', name: 'Tom Reed' },
    { side: 'partner', name: 'Alun Castell' },
    { side: 'partner', name: 'Priya Nair' },
  ],
}

export type WrittenAs =
  | 'utf-8'
  | 'utf-8 with a mark'
  | 'windows-1252'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-16le without a mark'

/** The bytes that a program would write. */
export function inEncoding(text: string, encoding: WrittenAs): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'utf-8 with a mark':
      return Buffer.from(`\uFEFF${text}`, 'utf8')
    case 'windows-1252':
      // the euro sign is the one character here that differs from Latin 1
      return Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16le without a mark':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  }
}
