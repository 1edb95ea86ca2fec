import type { Path } from '@joinery/core'
import type { Block, Item } from '../document/blocks.ts'
import { levelName, placeOf, type Subject } from '../document/subject.ts'
import { effortWords } from '../words/effort.ts'
import { countWords } from '../words/numbers.ts'
import { sentence } from '../words/plain-text.ts'
import type { SectionBuilder } from './section.ts'

/** The cheapest way for the whole to the next level, where paths were given. */
export const path: SectionBuilder = {
  id: 'path',
  title: 'The cheapest way up',
  formats: ['markdown', 'html'],
  build: (subject) => {
    const way = subject.paths.find(({ to }) => to === 'headline')
    return way === undefined || subject.scope !== undefined ? [] : blocksOf(subject, way)
  },
}

/** A path in one sentence: `to level 2, Written: three steps, half a day`. */
export function pathWords({ ruleSet }: Subject, { level, steps, effort }: Path): string {
  const name = levelName(ruleSet, level)
  return `to level ${level}${name === '' ? '' : `, ${name}`}: ${countWords(steps.length, 'step')}, ${effortWords(effort)}`
}

function blocksOf(subject: Subject, way: Path): Block[] {
  return [
    { kind: 'text', tone: 'plain', text: sentence(`${pathWords(subject, way)} of work in all`) },
    {
      kind: 'group',
      title: 'The steps in order',
      facts: [],
      bar: null,
      isFolded: true,
      blocks: [{ kind: 'items', look: 'steps', items: way.steps.map((step) => itemOf(subject, step)) }],
    },
  ]
}

const confirm = 'confirm:'

function itemOf({ clauses, indicators }: Subject, step: string): Item {
  const indicator = indicators.get(step)
  const clause = clauses.get(indicator?.clause ?? step.slice(confirm.length))
  const facts = clause === undefined ? [] : [placeOf(clause)]
  if (step.startsWith(confirm)) return { title: 'Ask the partner to confirm what is recorded.', facts, notes: [] }
  const effort = indicator?.document.effort
  return {
    title: indicator?.document.next ?? indicator?.document.statement ?? step,
    facts: [...(effort === undefined ? [] : [effortWords(effort)]), ...facts],
    notes: [],
  }
}
