import type { Bar, HeadlineBlock, Mark } from '../document/blocks.ts'
import { flat, type Text } from '../document/text.ts'
import { directionOf, markup, type Markup } from './markup.ts'

/** The pattern that bars use for what is possible; once per page. */
export const patterns: Markup = markup`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern></defs></svg>`

/** A bar beside which the same stands in words, so it is hidden from those who listen. */
export function barSvg(bar: Bar): Markup {
  return markup`<svg class="strip" width="100%" height="12" aria-hidden="true" focusable="false">${rects(bar, 0, 12)}${ticks(bar, 12)}</svg>`
}

/** The headline's range on a rule with the levels marked, and the target where there is one. */
export function rulerSvg({ bar, marks, target, range }: HeadlineBlock): Markup {
  if (bar === null) return markup``
  const label = target === null ? flat(range) : `${flat(range)} ${target.isMarked}`
  return markup`<svg class="ruler" width="100%" height="92" role="img" aria-label="${label}">
${rects(bar, 20, 26)}${fineTicks(marks)}${marks.map(markSvg)}${target === null ? markup`` : targetSvg(target)}
</svg>`
}

function rects({ score, potential }: Bar, top: number, height: number): Markup {
  return markup`<rect class="track" y="${top}" width="100%" height="${height}" rx="2"/><rect class="possible" x="${percent(score)}" y="${top}" width="${percent(Math.max(0, potential - score))}" height="${height}"/><rect class="filled" y="${top}" width="${percent(score)}" height="${height}" rx="2"/>`
}

function ticks({ ticks: places }: Bar, height: number): Markup {
  const inner = places.filter((at) => at > 0 && at < 1)
  return markup`${inner.map((at) => markup`<line class="notch" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${height}"/>`)}`
}

/** The quarters between levels, as on a carpenter's rule. */
function fineTicks(marks: readonly Mark[]): Markup {
  const steps = marks.slice(1).flatMap(({ at }, index) => {
    const before = marks[index]!.at
    return [0.25, 0.5, 0.75].map((part) => ({ at: before + (at - before) * part, length: part === 0.5 ? 7 : 4 }))
  })
  return markup`${steps.map(({ at, length }) => markup`<line class="tick" x1="${percent(at)}" x2="${percent(at)}" y1="50" y2="${50 + length}"/>`)}`
}

function markSvg({ at, label, name, isHere }: Mark): Markup {
  const anchor = at === 0 ? 'start' : at === 1 ? 'end' : 'middle'
  const edge = at === 1 ? '100%' : percent(at)
  const words = name === '' ? markup`` : markup`<tspan class="mark-name"${languageOf(name)}> ${flat(name)}</tspan>`
  return markup`<line class="tick" x1="${edge}" x2="${edge}" y1="50" y2="62"/><text class="mark ${isHere ? 'here' : ''}" x="${edge}" y="80" text-anchor="${anchor}">${label}${words}</text>`
}

function targetSvg({ at: place, name }: NonNullable<HeadlineBlock['target']>): Markup {
  const at = percent(place)
  const anchor = place > 0.85 ? 'end' : place < 0.15 ? 'start' : 'middle'
  return markup`<line class="target" x1="${at}" x2="${at}" y1="15" y2="50"/><text class="target-name" x="${at}" y="11" text-anchor="${anchor}">${name}</text>`
}

/** Text in a picture takes no elements of HTML. */
function languageOf(name: Text): Markup | null {
  const marked = typeof name === 'string' ? undefined : name.find((part) => typeof part !== 'string')
  return marked?.lang == null ? null : markup` lang="${marked.lang}" direction="${directionOf(marked.lang)}"`
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 1e2}%`
}
