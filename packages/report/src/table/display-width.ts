const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns that a text takes in a terminal: two for wide characters and emoji, none for marks that join the one before. */
export function displayWidth(text: string): number {
  return charactersOf(text).reduce((width, character) => width + characterWidth(character), 0)
}

/** The text in pieces that must not be parted. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Fills up with spaces to a width. */
export function padded(text: string, width: number, align: 'start' | 'end' = 'start'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'start' ? text + space : space + text
}

export function characterWidth(character: string): number {
  if (/^\p{Emoji_Presentation}/u.test(character) || /^\p{Extended_Pictographic}\uFE0F/u.test(character)) return 2
  const code = character.codePointAt(0) ?? 0
  if (wide.some(([from, to]) => code >= from && code <= to)) return 2
  return /^[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : 1
}

/** East Asian wide and full-width characters. */
const wide = [
  [0x11_00, 0x11_5f],
  [0x2e_80, 0x30_3e],
  [0x30_41, 0xa4_cf],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_30, 0xfe_6f],
  [0xff_00, 0xff_60],
  [0xff_e0, 0xff_e6],
  [0x2_00_00, 0x3_ff_fd],
] as const
