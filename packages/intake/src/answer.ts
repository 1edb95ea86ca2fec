import type { Chosen, FileKind } from './intake.ts'

/** What a person has chosen, with one more question answered. */
export function answered(chosen: Chosen, question: string, value: string): Chosen {
  if (question === 'kind') return { ...chosen, kind: value as FileKind }
  if (!question.startsWith('column ')) return { ...chosen, answers: { ...chosen.answers, [question]: value } }
  return { ...chosen, mapping: { ...chosen.mapping, [question.slice('column '.length)]: value } }
}
