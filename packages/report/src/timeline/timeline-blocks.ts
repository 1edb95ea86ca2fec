import type { RuleSet, Split, Timeline, TimelineRow } from '@joinery/core'
import type { Block, Course, TableBlock } from '../document/blocks.ts'
import { inEnglish, type Speech } from '../document/speech.ts'
import { placeOf, scoreRangeOf } from '../document/subject.ts'
import type { Text } from '../document/text.ts'
import type { ReportWords } from '../words/en.ts'

/** The drawing, and the same figures as tables: step by step, and principle by principle. */
export function timelineBlocks(timeline: Timeline, ruleSet: RuleSet, speech = inEnglish): readonly Block[] {
  const { words } = speech
  const { points, headline } = timeline
  if (points.length < 2) return [principlesTable(timeline, speech)]
  return [
    { kind: 'course', ...courseOf(timeline, ruleSet, words) },
    stepsTable(points, headline, words),
    principlesTable(timeline, speech),
  ]
}

function courseOf({ points, headline }: Timeline, ruleSet: RuleSet, words: ReportWords): Course {
  const { top, levels } = ruleSet.document.scale
  const [first, last] = [headline.figures[0]!, headline.figures.at(-1)!]
  const [since, until] = [points[0]!, points.at(-1)!].map(({ asOf }) => words.figures.day(asOf))
  return {
    label: words.course.label({
      from: scoreRangeOf({ words }, first),
      since: since!,
      to: scoreRangeOf({ words }, last),
      until: until!,
    }),
    legend: words.course.legend,
    ticks: levels.map(({ level }) => ({ at: level / top, label: String(level) })),
    points: points.map(({ asOf }, index) => {
      const { score, potential } = headline.figures[index]!
      return {
        day: asOf,
        score: score === null ? null : score / top,
        potential: potential === null ? null : potential / top,
      }
    }),
    steps: headline.steps.map((step) => (step === null ? null : scaled(step, top))),
  }
}

function scaled({ you, time, rules }: Split, top: number) {
  return { you: you / top, time: time / top, rules: rules / top }
}

function stepsTable(points: Timeline['points'], { figures, steps }: TimelineRow, words: ReportWords): TableBlock {
  const { course, figures: written } = words
  return {
    kind: 'table',
    caption: course.moved,
    columns: [{ title: course.asOf, role: 'name' }, { title: course.range, role: 'level' }, ...causes(words)],
    rows: points.map(({ asOf }, index) => {
      const step = index === 0 ? null : steps[index - 1]!
      return [
        written.day(asOf),
        scoreRangeOf({ words }, figures[index]!),
        ...splitWords(index === 0 ? undefined : step, words),
      ]
    }),
  }
}

function principlesTable({ principles, points }: Timeline, { words, say }: Speech): TableBlock {
  const { course } = words
  const many = points.length > 1
  return {
    kind: 'table',
    caption: many ? course.overTime : course.once,
    columns: [
      { title: course.principle, role: 'name' },
      { title: many ? course.fromTo : course.range, role: 'level' },
      ...(many ? causes(words) : []),
    ],
    rows: principles.map(({ clause, id, title, figures, total }) => {
      const [first, last] = [figures[0]!, figures.at(-1)!]
      const range = many ? course.way(lowWords(first, words), lowWords(last, words)) : scoreRangeOf({ words }, first)
      return [placeOf({ say }, { id, clause, title }), range, ...(many ? splitWords(total, words) : [])]
    }),
  }
}

const causes = ({ course }: ReportWords) =>
  [
    { title: course.you, role: 'words' },
    { title: course.time, role: 'words' },
    { title: course.rules, role: 'words' },
  ] as const

/** Three cells; undefined is where nothing was before. */
function splitWords(step: Split | null | undefined, { course, figures }: ReportWords): Text[] {
  if (step === undefined) return ['', '', '']
  return step === null
    ? [course.notKnown, '', '']
    : [step.you, step.time, step.rules].map((points) => figures.signed(pointsWords(points)))
}

/** Two decimals with their sign; never nothing where there is something. */
function pointsWords(points: number): string {
  const rounded = Math.round(points * 100) / 100
  if (points === 0) return '0'
  const sign = points > 0 ? '+' : '−'
  return rounded === 0 ? `${sign}0.01` : `${sign}${Math.abs(rounded).toFixed(2)}`
}

function lowWords({ score }: TimelineRow['figures'][number], { standing, figures }: ReportWords): string {
  return score === null ? standing.leftOut : figures.score(score)
}
