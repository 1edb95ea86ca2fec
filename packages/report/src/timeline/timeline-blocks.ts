import type { RuleSet, Split, Timeline, TimelineRow } from '@joinery/core'
import type { Block, Course, TableBlock } from '../document/blocks.ts'
import { dayWords, rangeWords, scoreWords } from '../words/numbers.ts'

/** The drawing, and the same figures as tables: step by step, and principle by principle. */
export function timelineBlocks(timeline: Timeline, ruleSet: RuleSet): readonly Block[] {
  const { points, headline } = timeline
  if (points.length < 2) return [principlesTable(timeline)]
  return [{ kind: 'course', ...courseOf(timeline, ruleSet) }, stepsTable(points, headline), principlesTable(timeline)]
}

function courseOf({ points, headline }: Timeline, ruleSet: RuleSet): Course {
  const { top, levels } = ruleSet.document.scale
  const [first, last] = [headline.figures[0]!, headline.figures.at(-1)!]
  const words = `From ${figureWords(first)} on ${dayWords(points[0]!.asOf)} to ${figureWords(last)} on ${dayWords(points.at(-1)!.asOf)}.`
  return {
    label: `The range of the score over time. ${words} The same figures stand in the table below.`,
    legend:
      'Line: what is shown. Band: what it could be. Below, step by step: filled is what you changed, hatched what aged, outlined what the rules changed.',
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

function stepsTable(points: Timeline['points'], { figures, steps }: TimelineRow): TableBlock {
  return {
    kind: 'table',
    caption: 'What moved the score, from assessment to assessment',
    columns: [{ title: 'As of', role: 'name' }, { title: 'Range', role: 'level' }, ...causes],
    rows: points.map(({ asOf }, index) => {
      const step = index === 0 ? null : steps[index - 1]!
      return [dayWords(asOf), figureWords(figures[index]!), ...splitWords(index === 0 ? undefined : step)]
    }),
  }
}

function principlesTable({ principles, points }: Timeline): TableBlock {
  const many = points.length > 1
  return {
    kind: 'table',
    caption: many ? 'Principle by principle, over the whole time' : 'Principle by principle',
    columns: [
      { title: 'Principle', role: 'name' },
      { title: many ? 'From, to' : 'Range', role: 'level' },
      ...(many ? causes : []),
    ],
    rows: principles.map(({ clause, id, title, figures, total }) => {
      const [first, last] = [figures[0]!, figures.at(-1)!]
      const range = many ? `${lowWords(first)} → ${lowWords(last)}` : figureWords(first)
      return [clause === id ? title : `${clause} ${title}`, range, ...(many ? splitWords(total) : [])]
    }),
  }
}

const causes = [
  { title: 'You', role: 'words' },
  { title: 'Time', role: 'words' },
  { title: 'Rules', role: 'words' },
] as const

/** Three cells; undefined is where nothing was before. */
function splitWords(step: Split | null | undefined): string[] {
  if (step === undefined) return ['', '', '']
  return step === null ? ['not known', '', ''] : [step.you, step.time, step.rules].map(pointsWords)
}

/** Two decimals with their sign; never nothing where there is something. */
function pointsWords(points: number): string {
  const rounded = Math.round(points * 100) / 100
  if (points === 0) return '0'
  const sign = points > 0 ? '+' : '−'
  return rounded === 0 ? `${sign}0.01` : `${sign}${Math.abs(rounded).toFixed(2)}`
}

function figureWords({ score, potential }: TimelineRow['figures'][number]): string {
  return score === null || potential === null ? 'left out' : rangeWords(score, potential)
}

function lowWords({ score }: TimelineRow['figures'][number]): string {
  return score === null ? 'left out' : scoreWords(score)
}
