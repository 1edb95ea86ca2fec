import type { NextStep } from '@joinery/core'
import type { Item } from '../document/blocks.ts'
import { placeOf, type Subject } from '../document/subject.ts'
import { said, type Text } from '../document/text.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** The five steps that bring most for the effort, each with the score it would give. */
export const nextSteps: SectionBuilder = {
  id: 'next-steps',
  formats: everyFormat,
  build: (subject) => {
    const steps = subject.result.nextSteps.slice(0, mostSteps)
    if (steps.length === 0) return []
    return [{ kind: 'items', look: 'steps', items: steps.map((step) => itemOf(subject, step)) }]
  },
}

const mostSteps = 5

function itemOf(subject: Subject, step: NextStep): Item {
  const { figures, steps } = subject.words
  const clause = subject.clauses.get(step.clause)
  const principle = subject.principles.get(clause?.principle ?? '')
  return {
    title: textOf(subject, step),
    facts: [
      figures.effort(step.effort),
      clause === undefined ? step.clause : placeOf(subject, clause),
      subject.scope === undefined
        ? steps.scoreAfter(figures.score(step.scores.headline), steps.gain(step.gain))
        : shareAfter(subject, step),
      ...(principle?.score === null || principle === undefined || subject.scope !== undefined
        ? []
        : [
            steps.fromTo(
              subject.say(principle.id, 'title', principle.title),
              figures.score(principle.score),
              figures.score(step.scores.principle),
            ),
          ]),
    ],
    notes: [],
  }
}

/** A step as the rule set words it; asking the partner is ours to say. */
function textOf(subject: Subject, step: NextStep): Text {
  const { words, explained, indicators, clauses, say } = subject
  const clause = clauses.get(step.clause)
  if (step.do === 'confirm' && clause !== undefined && words.explain !== null)
    return said(words.explain.confirm(explained, clause), words.language)
  const id = step.indicator ?? ''
  const field = indicators.get(id)?.document.next === undefined ? 'statement' : 'next'
  return step.do === 'confirm' ? step.text : say(id, field, step.text)
}

/** In a scope people read shares: the best score is what the potential is a known share of. */
function shareAfter({ result: { headline }, words }: Subject, step: NextStep): string {
  const { reached, potential } = headline
  if (reached === null || potential === null || reached.potential === 0) return words.steps.gain(step.gain)
  const best = potential / reached.potential
  return words.steps.reachedAfter(
    words.figures.percent(Math.min(1, Math.round((step.scores.headline / best) * 1e3) / 1e3)),
  )
}
