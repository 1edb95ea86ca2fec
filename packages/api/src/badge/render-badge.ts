import { escapeHtml } from '../pages/html.ts'
import type { Badge } from './badge.ts'

const height = 24
const inset = 9
const step = 7

/** The badge as a picture that needs nothing else: the words beside it are never shown without "self-assessed". */
export function renderBadge(badge: Badge): string {
  const { message, asOf, level, levels } = badge
  const note = asOf === null ? 'relationship, self-assessed' : `relationship, self-assessed ${monthOf(asOf)}`
  const steps = level === null || levels.length > 7 ? [] : levels.slice(1)
  const left = Math.ceil(widthOf(note)) + 2 * inset
  const right = Math.ceil(widthOf(message)) + 2 * inset + (steps.length === 0 ? 0 : steps.length * step + inset - 3)
  const width = left + right
  const label = `${badge.title}: ${message}, ${note}`
  const marks = steps.map((at, index) => stepMark(left + inset + index * step, index, at <= (level ?? 0)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}"><title>${escapeHtml(label)}</title><rect width="${width}" height="${height}" rx="4" fill="#2f3b45"/><path d="M${left} .5H${width - 4}a3.5 3.5 0 0 1 3.5 3.5v16a3.5 3.5 0 0 1-3.5 3.5H${left}z" fill="#f6f3ec" stroke="#2f3b45"/>${marks.join('')}<g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${wordsAt(inset, note, '#fff')}${wordsAt(width - inset - widthOf(message), message, '#2a2620')}</g></svg>
`
}

/** One step of a stair; those that are reached are filled. */
function stepMark(x: number, index: number, reached: boolean): string {
  const tall = 4 + index * 2.5
  const y = 17 - tall
  const paint = reached ? 'fill="#3d6b54"' : 'fill="none" stroke="#8c8577"'
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="4" height="${tall - 1}" ${paint}/>`
}

/** The width is stated, so that the words fit whatever the font. */
function wordsAt(x: number, words: string, colour: string): string {
  const width = widthOf(words).toFixed(1)
  return `<text x="${x.toFixed(1)}" y="16" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${colour}">${escapeHtml(words)}</text>`
}

/** Roughly, in Verdana of 11 pixels. */
function widthOf(words: string): number {
  return Array.from(words).reduce((sum, character) => sum + widthOfOne(character), 0)
}

function widthOfOne(character: string): number {
  if (/[ijl.,'|: ]/.test(character)) return 3.6
  if (/[frt()-]/.test(character)) return 4.7
  if (/[mwMW@]/.test(character)) return 10.2
  if (/[A-Z]/.test(character)) return 7.6
  return /[\u0020-\u024f]/.test(character) ? 6.7 : 11
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function monthOf(asOf: string): string {
  return `${months[Number(asOf.slice(5, 7)) - 1]} ${asOf.slice(0, 4)}`
}
