import {
  isPlainObject,
  checkShape,
  createFaults,
  type Answer,
  type Relationship,
  type RuleSet,
  type Shape,
} from '@joinery/core'
import { isSame, listOf, member } from '../diff/data.ts'

/** An answer that no indicator of the rule set takes any more, with what it answered. */
export interface RetiredAnswer {
  readonly indicator: string
  readonly ruleSet: string
  /** The version of the rule set that it was given to. */
  readonly version: string
  /** The statement that was answered. */
  readonly statement: string
  readonly answer: Answer
  /** Why it was set aside. */
  readonly because: string
}

const text: Shape = { is: 'text', most: 10_000 }
const shape: Shape = {
  is: 'object',
  fields: {
    indicator: text,
    ruleSet: text,
    version: text,
    statement: text,
    because: text,
    answer: {
      is: 'object',
      fields: { value: text, reason: text, note: text, at: text, by: text },
      required: ['value'],
    },
  },
  required: ['indicator', 'ruleSet', 'version', 'statement', 'because', 'answer'],
}

/** The answers that were set aside, `ext.joinery.retiredAnswers`; what has another form there is left out. */
export function retiredAnswers(relationship: Relationship): RetiredAnswer[] {
  return listOf(member(member(relationship.ext, 'joinery'), 'retiredAnswers')).filter(isRetired)
}

function isRetired(value: unknown): value is RetiredAnswer {
  const faults = createFaults()
  checkShape(shape, value, faults)
  return faults.list.length === 0
}

/** Which of them count again, because the rule set asks the same in the same words, and which stay aside. */
export function restorable(
  relationship: Relationship,
  { id, indicators, answerValues }: RuleSet,
  isAnswered: (indicator: string) => boolean,
): { left: RetiredAnswer[]; restored: RetiredAnswer[] } {
  const taken = new Set<string>()
  const restored = retiredAnswers(relationship)
    .toReversed()
    .filter(({ indicator, ruleSet, statement, answer }) => {
      const asked = ruleSet === id ? indicators.find((one) => one.id === indicator) : undefined
      const fits = asked?.document.statement === statement && answerValues.has(answer.value)
      if (!fits || taken.has(indicator) || isAnswered(indicator)) return false
      taken.add(indicator)
      return true
    })
  return {
    left: retiredAnswers(relationship).filter((entry) => !restored.some((other) => isSame(other, entry))),
    restored,
  }
}

/** The relationship with exactly these answers set aside, and whatever else stands beside them. */
export function addRetired(relationship: Relationship, retired: readonly RetiredAnswer[]): Relationship {
  const { joinery, ...others } = relationship.ext ?? {}
  const { retiredAnswers: earlier, ...beside } = isPlainObject(joinery) ? joinery : {}
  // what has a form that nobody knows is not ours to throw away
  const strange = listOf(earlier).filter((entry) => !isRetired(entry))
  const list = [
    ...strange,
    ...retired.filter((entry, index) => retired.findIndex((one) => isSame(one, entry)) === index),
  ]
  const kept = list.length === 0 ? beside : { ...beside, retiredAnswers: list }
  const ext = Object.keys(kept).length === 0 ? others : { ...others, joinery: kept }
  if (Object.keys(ext).length > 0 || (relationship.ext !== undefined && joinery === undefined))
    return { ...relationship, ext }
  const { ext: _empty, ...rest } = relationship
  return rest
}
