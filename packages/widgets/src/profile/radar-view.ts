import { html, svg } from 'lit'
import { radarWords, shapeWords } from '../i18n/en-radar.ts'
import type { wordsOf } from '../i18n/registry.ts'
import type { ReadingFormats, readingOf } from '../results/reading.ts'
import type { Shown } from '../results/shown.ts'

const middle = 150
const reach = 110

export { radarStyles } from './radar.styles.ts'

interface Given {
  /** So many rings. */
  readonly top: number
  /** The table reads by it too. */
  readonly readingOf: typeof readingOf
}

/** A picture beside the table, for those who like one; area misleads, so bars are the default. */
export function radarView(
  shown: Shown<never, never, ReadingFormats>,
  { top, readingOf: read }: Given,
  say: typeof wordsOf,
): unknown {
  const { principles } = shown.result
  const { language } = shown.format
  const readings = principles.map((principle) => read(shown, principle))
  const words = say(language, 'results', radarWords)
  const common = say(language, 'common', shapeWords)
  const rings = Array.from({ length: Math.min(10, Math.round(top)) }, (_none, index) => (index + 1) / Math.round(top))
  const ends = principles.toSorted((left, right) => (right.score ?? 0) - (left.score ?? 0))
  const label = words.profileChart(ends[0]?.title ?? '', ends.at(-1)?.title ?? '')
  const shape = (part: 'low' | 'high') =>
    readings.map((one, index) => pointAt(index / principles.length, one[part])).join(' ')
  return html`<div class="radar-box">
    <svg class="radar" viewBox="0 0 300 300" role="img" aria-label=${label}>
      ${rings.map((ring) => svg`<circle class="ring" cx=${middle} cy=${middle} r=${reach * ring}></circle>`)}
      ${principles.map((one, index) => {
        const at = index / principles.length
        const [x, y] = placeAt(at, 1.11)
        return svg`<line class="ring" x1=${middle} y1=${middle} x2=${placeAt(at, 1)[0]} y2=${placeAt(at, 1)[1]}></line>
            <text class="radar-name" x=${x} y=${y + 4} text-anchor=${anchorAt(x)}>${one.clause === one.id ? index + 1 : one.clause}</text>`
      })}
      <polygon class="radar-possible" points=${shape('high')}></polygon>
      <polygon class="radar-score" points=${shape('low')}></polygon>
      ${readings.map(({ low }, index) => {
        const [x, y] = placeAt(index / principles.length, low)
        return svg`<circle class="radar-dot" cx=${x} cy=${y} r="4"></circle>`
      })}
    </svg>
    <p class="radar-key small">
      <span class="key-score" aria-hidden="true"></span> ${common.today}
      <span class="key-possible" aria-hidden="true"></span> ${common.possible}
      <span class="visually-hidden">${new Intl.NumberFormat(language).format(principles.length)}</span>
    </p>
  </div>`
}

/** Beside the picture a name begins or ends at its place, so that it touches no dot. */
function anchorAt(x: number): string {
  if (Math.abs(x - middle) < 20) return 'middle'
  return x > middle ? 'start' : 'end'
}

function placeAt(turn: number, share: number): [number, number] {
  const angle = turn * 2 * Math.PI - Math.PI / 2
  const round = (value: number) => Math.round(value * 10) / 10
  return [round(middle + Math.cos(angle) * reach * share), round(middle + Math.sin(angle) * reach * share)]
}

function pointAt(turn: number, share: number): string {
  return placeAt(turn, share).join(',')
}
