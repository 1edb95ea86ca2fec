import type { NextStep } from '@joinery/core'
import type { Item } from '../document/blocks.ts'
import { placeOf, type Subject } from '../document/subject.ts'
import { effortWords } from '../words/effort.ts'
import { gainWords, percentWords, scoreWords } from '../words/numbers.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** The five steps that bring most for the effort, each with the score it would give. */
export const nextSteps: SectionBuilder = {
  id: 'next-steps',
  title: 'Next steps',
  formats: everyFormat,
  build: (subject) => {
    const steps = subject.result.nextSteps.slice(0, mostSteps)
    if (steps.length === 0) return []
    return [{ kind: 'items', look: 'steps', items: steps.map((step) => itemOf(subject, step)) }]
  },
}

const mostSteps = 5

function itemOf(subject: Subject, step: NextStep): Item {
  const clause = subject.clauses.get(step.clause)
  const principle = subject.principles.get(clause?.principle ?? '')
  return {
    title: step.text,
    facts: [
      effortWords(step.effort),
      clause === undefined ? step.clause : placeOf(clause),
      subject.scope === undefined
        ? `score after ${scoreWords(step.scores.headline)} (${gainWords(step.gain)})`
        : shareAfter(subject, step),
      ...(principle?.score === null || principle === undefined || subject.scope !== undefined
        ? []
        : [`${principle.title} ${scoreWords(principle.score)} → ${scoreWords(step.scores.principle)}`]),
    ],
    notes: [],
  }
}

/** In a scope people read shares: the best score is what the potential is a known share of. */
function shareAfter({ result: { headline } }: Subject, step: NextStep): string {
  const { reached, potential } = headline
  if (reached === null || potential === null || reached.potential === 0) return gainWords(step.gain)
  const best = potential / reached.potential
  return `${percentWords(Math.min(1, Math.round((step.scores.headline / best) * 1e3) / 1e3))} reached after`
}
