import type { CellValue } from '@joinery/workbook'

/** What a value that a rule writes down can be. */
export const literalKinds = [
  'text',
  'number',
  'yes or no',
  'list of texts',
  'list of numbers',
  'nothing',
  'fact',
] as const

/** A literal as two cells; nothing for what two cells cannot hold. */
export function writtenLiteral(value: unknown): { 'Value is'?: string; Value?: string | number } {
  if (typeof value === 'string') return { 'Value is': 'text', ...(value === '' ? {} : { Value: value }) }
  if (typeof value === 'number') return { 'Value is': 'number', Value: value }
  if (typeof value === 'boolean') return { 'Value is': 'yes or no', Value: value ? 'yes' : 'no' }
  if (value === null) return { 'Value is': 'nothing' }
  if (!Array.isArray(value)) return {}
  const isNumbers = value.length > 0 && value.every((item) => typeof item === 'number')
  return { 'Value is': isNumbers ? 'list of numbers' : 'list of texts', Value: writtenList(value.map(String)) }
}

/** The items of a list, one a line. */
export function writtenList(items: readonly string[]): string {
  return items.length === 0 ? noItems : items.join('\n')
}

const noItems = '(none)'

export function readList(text: string): string[] {
  return text === noItems ? [] : text.split('\n')
}

/** Reads the cell of a value of a kind; a problem where it is none. Without a kind, the cell says it. */
export function readLiteral(
  kind: string | undefined,
  cell: Exclude<CellValue, object> | undefined,
): { value: unknown } | { problem: string } {
  switch (kind) {
    case undefined:
      if (typeof cell === 'string' && /^(?:yes|no)$/i.test(cell)) return { value: cell.toLowerCase() === 'yes' }
      return cell === undefined ? { problem: 'say what the fact is compared with' } : { value: cell }
    case 'text':
      return { value: cell === undefined ? '' : String(cell) }
    case 'number':
      return numberFrom(cell)
    case 'yes or no':
      return yesNoFrom(cell)
    case 'nothing':
      return cell === undefined
        ? { value: null }
        : { problem: 'leave the value empty, or say what kind of value it is' }
    case 'list of texts':
      return cell === undefined ? { problem: 'write one text a line' } : { value: readList(String(cell)) }
    case 'list of numbers': {
      const numbers = readList(String(cell ?? '')).map((line) => numberFrom(line))
      const wrong = numbers.find((number) => 'problem' in number)
      return wrong ?? { value: numbers.map((number) => (number as { value: number }).value) }
    }
    default:
      return { problem: `it is one of ${literalKinds.join(', ')}` }
  }
}

export function numberFrom(cell: Exclude<CellValue, object> | undefined): { value: number } | { problem: string } {
  if (typeof cell === 'number') return { value: cell }
  const text = typeof cell === 'string' ? cell.trim() : ''
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)
    ? { value: Number(text) }
    : { problem: 'write a number, with a point before the fraction' }
}

export function yesNoFrom(cell: Exclude<CellValue, object> | undefined): { value: boolean } | { problem: string } {
  if (typeof cell === 'boolean') return { value: cell }
  const word = String(cell ?? '')
    .trim()
    .toLowerCase()
  if (word === 'yes' || word === 'true') return { value: true }
  return word === 'no' || word === 'false' ? { value: false } : { problem: 'write yes or no' }
}
