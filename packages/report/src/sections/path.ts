import type { Path } from '@joinery/core'
import type { Block, Item } from '../document/blocks.ts'
import { levelName, placeOf, type Subject } from '../document/subject.ts'
import type { Text } from '../document/text.ts'
import type { Way } from '../words/en.ts'
import type { SectionBuilder } from './section.ts'

/** The cheapest way for the whole to the next level, where paths were given. */
export const path: SectionBuilder = {
  id: 'path',
  formats: ['markdown', 'html'],
  build: (subject) => {
    const way = subject.paths.find(({ to }) => to === 'headline')
    return way === undefined || subject.scope !== undefined ? [] : blocksOf(subject, way)
  },
}

/** A path in one sentence: `to level 2, Written: three steps, half a day`. */
export function pathWords(subject: Subject, path: Path): Text {
  return subject.words.steps.way(wayOf(subject, path))
}

function wayOf(subject: Subject, { level, steps, effort }: Path): Way {
  const { effort: words } = subject.words.figures
  return { level, name: levelName(subject, level), steps: steps.length, effort: words(effort) }
}

function blocksOf(subject: Subject, way: Path): Block[] {
  return [
    { kind: 'text', tone: 'plain', text: subject.words.steps.wayInAll(wayOf(subject, way)) },
    {
      kind: 'group',
      title: subject.words.steps.inOrder,
      facts: [],
      bar: null,
      isFolded: true,
      blocks: [{ kind: 'items', look: 'steps', items: way.steps.map((step) => itemOf(subject, step)) }],
    },
  ]
}

const confirm = 'confirm:'

function itemOf(subject: Subject, step: string): Item {
  const { clauses, indicators, words, say } = subject
  const indicator = indicators.get(step)
  const clause = clauses.get(indicator?.clause ?? step.slice(confirm.length))
  const facts = clause === undefined ? [] : [placeOf(subject, clause)]
  if (step.startsWith(confirm)) return { title: words.steps.confirm, facts, notes: [] }
  if (indicator === undefined) return { title: step, facts, notes: [] }
  const { next, statement, effort } = indicator.document
  return {
    title: next === undefined ? say(step, 'statement', statement) : say(step, 'next', next),
    facts: [...(effort === undefined ? [] : [words.figures.effort(effort)]), ...facts],
    notes: [],
  }
}
