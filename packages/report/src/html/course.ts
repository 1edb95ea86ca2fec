import type { Course, CoursePoint } from '../document/blocks.ts'
import { markup, type Markup } from './markup.ts'

const size = { width: 720, left: 24, right: 12, top: 12, height: 180, gap: 26, steps: 96 }
const bottom = size.top + size.height
const middle = bottom + size.gap + size.steps / 2
const whole = middle + size.steps / 2 + 8

/** A course as one picture: the range over time, and below it what moved it; beside it stands a table that says the same. */
export function courseSvg(course: Course): Markup {
  const { label, legend, ticks, points } = course
  const places = placesOf(points)
  const dated = labelled(places).map((index) => dateSvg(points[index]!, places[index]!, anchorOf(index, points.length)))
  return markup`<figure class="course"><svg viewBox="0 0 ${size.width} ${whole}" role="img" aria-label="${label}">
${ticks.map((tick) => markup`<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${yOf(tick.at)}" y2="${yOf(tick.at)}"/><text class="mark" x="0" y="${yOf(tick.at) + 4}">${tick.label}</text>`)}
${bandSvg(points, places)}${lineSvg(points, places)}${dated}
<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${middle}" y2="${middle}"/>
${stepsSvg(course, places)}
</svg><figcaption>${legend}</figcaption></figure>
`
}

/** Days lie as far apart as they are; where all is one day, evenly. */
function placesOf(points: readonly CoursePoint[]): number[] {
  const days = points.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const room = size.width - size.left - size.right - 24
  return days.map((day, index) => {
    const share = last === first ? index / Math.max(1, points.length - 1) : (day - first) / (last - first)
    return round(size.left + 12 + share * room)
  })
}

function bandSvg(points: readonly CoursePoint[], places: readonly number[]): Markup {
  const known = points.flatMap(({ score, potential }, index) =>
    score === null || potential === null ? [] : [{ x: places[index]!, low: yOf(score), high: yOf(potential) }],
  )
  if (known.length < 2) return markup``
  const along = known.map(({ x, high }) => `${x},${high}`)
  const back = known.toReversed().map(({ x, low }) => `${x},${low}`)
  return markup`<polygon class="possible" points="${[...along, ...back].join(' ')}"/>`
}

function lineSvg(points: readonly CoursePoint[], places: readonly number[]): Markup {
  const known = points.flatMap(({ score }, index) => (score === null ? [] : [{ x: places[index]!, y: yOf(score) }]))
  const line = known.map(({ x, y }) => `${x},${y}`).join(' ')
  return markup`<polyline class="line" points="${line}"/>${known.map(({ x, y }) => markup`<circle class="point" cx="${x}" cy="${y}" r="5"/>`)}`
}

/** The days that have room for their label: the first and the last, and of the others those that are far enough from them. */
function labelled(places: readonly number[]): number[] {
  const last = places.length - 1
  const chosen = [0]
  for (const [index, place] of places.entries()) {
    const [before, after] = [places[chosen.at(-1)!]!, places[last]!]
    const isClear = place - before >= (chosen.at(-1) === 0 ? 145 : 100) && after - place >= 145
    if (index > 0 && index < last && isClear) chosen.push(index)
  }
  return last > 0 ? [...chosen, last] : chosen
}

function anchorOf(index: number, length: number): string {
  if (index === 0) return 'start'
  return index === length - 1 ? 'end' : 'middle'
}

function dateSvg({ day }: CoursePoint, x: number, anchor: string): Markup {
  return markup`<text class="mark" x="${x}" y="${bottom + 18}" text-anchor="${anchor}">${day}</text>`
}

const causes = ['you', 'time', 'rules'] as const
const barWidth = 10

/** Three bars for each step, side by side, up or down from the middle; the largest fills the room. */
function stepsSvg({ steps }: Course, places: readonly number[]): Markup[] {
  const largest = Math.max(
    ...steps.flatMap((step) => (step === null ? [] : causes.map((cause) => Math.abs(step[cause])))),
    0,
  )
  if (largest === 0) return []
  return steps.flatMap((step, index) => {
    if (step === null) return []
    const between = (places[index]! + places[index + 1]!) / 2
    return causes.flatMap((cause, at) => {
      const height = round((Math.abs(step[cause]) / largest) * (size.steps / 2))
      if (height === 0) return []
      const x = round(between + (at - 1.5) * (barWidth + 2))
      const y = step[cause] > 0 ? round(middle - height) : middle
      return [markup`<rect class="${classes[cause]}" x="${x}" y="${y}" width="${barWidth}" height="${height}"/>`]
    })
  })
}

const classes = { you: 'filled', time: 'possible', rules: 'outlined' } as const

function yOf(share: number): number {
  return round(bottom - share * size.height)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
