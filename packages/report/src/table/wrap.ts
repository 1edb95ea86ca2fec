import { characterWidth, charactersOf, displayWidth } from './display-width.ts'

/** Breaks a text into lines of at most `width` columns, at spaces, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** Wraps behind a label: the first line starts with it, the others stand below its end. */
export function wrapBehind(label: string, text: string, width: number): string[] {
  const indent = displayWidth(label)
  return wrap(text, Math.max(10, width - indent)).map(
    (line, index) => (index === 0 ? label : ' '.repeat(indent)) + line,
  )
}

/** Puts short facts in a line, broken between them where it can be. */
export function wrapFacts(indent: string, facts: readonly string[], width: number): string[] {
  const kept = facts.map((fact) => fact.replaceAll(' ', '\u00A0')).join('\u00A0· ')
  return wrapBehind(indent, kept, width).map((line) => line.replaceAll('\u00A0', ' '))
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of charactersOf(word)) {
    const columns = characterWidth(character)
    if (used + columns > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += columns
  }
  return [...parts, part]
}
