/** How a column writes its numbers: what stands before the decimals. */
export type NumberStyle = 'point' | 'comma'

const forms: Readonly<Record<NumberStyle, RegExp>> = {
  point: /^\d{1,3}(?:[, '\u00A0\u202F’]\d{3})+(?:\.\d+)?$|^\d*\.?\d+$|^\d+\.$/,
  comma: /^\d{1,3}(?:[. '\u00A0\u202F’]\d{3})+(?:,\d+)?$|^\d*,?\d+$|^\d+,$/,
}

/** Past a quadrillion an amount is a number of something else, and is no longer exact. */
const mostAmount = 1e15

/** The styles in which every cell is a number, and whether they read them alike. */
export function stylesOf(cells: readonly string[]): { fitting: readonly NumberStyle[]; isSame: boolean } {
  const given = cells.map(bare).filter(({ digits }) => digits !== '')
  const fitting = (['point', 'comma'] as const).filter((style) =>
    given.every(({ digits }) => forms[style].test(digits)),
  )
  const isSame = given.every(({ digits }) => valueOf(digits, 'point') === valueOf(digits, 'comma'))
  return { fitting, isSame }
}

/** The number in a cell; undefined where there is none, null where it is something else. */
export function numberIn(cell: string, style: NumberStyle): number | undefined | null {
  const { digits, isNegative } = bare(cell)
  if (digits === '') return undefined
  if (!forms[style].test(digits)) return null
  const value = valueOf(digits, style)
  if (value > mostAmount) return null
  return isNegative ? -value : value
}

function valueOf(digits: string, style: NumberStyle): number {
  const [thousands, point] = style === 'point' ? [',', '.'] : ['.', ',']
  return Number(
    digits
      .replace(/[ '\u00A0\u202F’]/g, '')
      .replaceAll(thousands, '')
      .replace(point, '.'),
  )
}

/** The digits of a cell without currency and sign: `(1.234,50 €)`, `1,234.50-`, `-£12`. */
function bare(cell: string): { digits: string; isNegative: boolean } {
  const text = cell.trim().replace(/\u2212/g, '-')
  const isNegative = /^\(.*\)$/.test(text) || /^-|-$/.test(text.replace(/[\p{Sc}\s]|[A-Z]{3}/gu, ''))
  const digits = text.replace(/[\p{Sc}()+-]|\b[A-Z]{3}\b/gu, '').trim()
  return { digits, isNegative }
}
