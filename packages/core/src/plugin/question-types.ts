import type { AddedQuestionTypes } from '../rule-set/check-question-types.ts'
import type { Plugin, QuestionType } from './contract.ts'
import { fits } from './facts.ts'
import { guarded } from './guard.ts'
import { plainCopy } from './plain-copy.ts'

/** What the question types of a plugin write, as readers of rule sets ask for it. */
export function questionTypesOf({ questionTypes = [] }: Plugin): AddedQuestionTypes {
  return new Map(questionTypes.map(({ id, writes }) => [id, writes]))
}

interface Typed {
  readonly value: unknown
  readonly problem: unknown
}

/** What a question type makes of what somebody typed: a value that can be kept, or what is wrong with it. */
export function readTyped({ writes, read }: QuestionType, text: string): { value: unknown } | { problem: string } {
  const given = guarded(() => read(text) as unknown)
  const answer = 'fault' in given ? given : guarded(() => plainCopy(given.value, limits) as Partial<Typed> | null)
  if ('fault' in answer) return { problem: `This input ${answer.fault}.` }
  const { value, problem } = answer.value ?? {}
  if (typeof problem === 'string') return { problem: problem.slice(0, mostCharacters) }
  return fits(writes, value) ? { value } : { problem: `This input gave something other than a ${writes}.` }
}

/** A kept value as somebody would type it; empty for one that the question type cannot write. */
export function writeTyped({ writes, write }: QuestionType, value: unknown): string {
  if (!fits(writes, value)) return ''
  const text = guarded(() => (write as (value: unknown) => unknown)(value))
  return 'value' in text && typeof text.value === 'string' ? text.value.slice(0, mostCharacters) : ''
}

const mostCharacters = 2_000
const limits = { values: 100, characters: 20_000, depth: 4 }
