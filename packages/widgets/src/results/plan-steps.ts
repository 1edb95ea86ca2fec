import type { NextStep, Path } from '@joinery/core'
import type { Said } from '@joinery/report/texts'
import { explainIn } from './reasons.ts'
import type { Shown } from './shown.ts'

/** One thing to do, with what it brings. */
export interface PlanStep {
  /** The indicator to reach, or `confirm:<clause>`. */
  readonly key: string
  readonly text: string
  /** The language of the text. */
  readonly lang: string
  /** Clause number and title. */
  readonly where: string
  readonly effort: number
  readonly gain: number
}

type Around = Pick<Shown<never, never, 'language'>, 'result' | 'ruleSet' | 'text' | 'format'>

/** The cheapest way to the next level first; without a level to reach, the best gain for the effort. */
export function planSteps(shown: Around & Pick<Shown, 'paths'>): {
  steps: readonly PlanStep[]
  goal: Path | undefined
} {
  const { result, paths } = shown
  const goal = result.headline.reached === null ? paths.find(({ to }) => to === 'headline') : undefined
  const listed = result.nextSteps.map((step) => fromNextStep(shown, step))
  if (goal === undefined) return { steps: listed, goal }
  const onPath = goal.steps.map((key) => listed.find((step) => step.key === key) ?? fromKey(shown, key))
  return { steps: onPath.filter((step) => step !== undefined), goal }
}

function fromNextStep(shown: Around, step: NextStep): PlanStep {
  const { indicator, clause, effort, gain } = step
  const { text, lang } = indicator === null ? confirmWords(shown, step) : shown.text(indicator, 'next', step.text)
  return { key: indicator ?? `confirm:${clause}`, text, lang, where: whereOf(shown, clause), effort, gain }
}

function confirmWords(shown: Around, { clause, text }: NextStep): Said {
  const found = shown.result.clauses.find(({ id }) => id === clause)
  return (found && explainIn(shown.format.language).confirm?.(shown, found)) ?? { text, lang: 'en' }
}

/** A step of the path that brings nothing by itself is not among the next steps; the rule set knows it. */
function fromKey(shown: Around, key: string): PlanStep | undefined {
  const indicator = shown.ruleSet?.practice.indicators.find(({ id }) => id === key)
  if (indicator === undefined) return undefined
  const { id, clause, next, statement, effort } = indicator
  const said = next === undefined ? shown.text(id, 'statement', statement) : shown.text(id, 'next', next)
  return { key, ...said, where: whereOf(shown, clause), effort: effort ?? 240, gain: 0 }
}

function whereOf({ result, text }: Pick<Shown, 'result' | 'text'>, id: string): string {
  const found = result.clauses.find((clause) => clause.id === id)
  if (found === undefined) return id
  const title = text(id, 'title', found.title).text
  return found.clause === id ? title : `${found.clause} ${title}`
}
