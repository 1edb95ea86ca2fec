import { ProblemError } from '@joinery/api/client'
import { words } from './words/speak.ts'

/** What went wrong, for the top of the page: the problem, and what each fault is. */
export function wordsOfProblem(error: unknown): string {
  if (!(error instanceof Error)) return words().frame.wrong
  if (!(error instanceof ProblemError)) return error.message
  return [error.message, ...new Set(error.errors.map(({ message }) => message))].join(' ')
}
