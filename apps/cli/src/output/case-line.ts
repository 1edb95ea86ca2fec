import type { CaseFailure } from '@joinery/kit'
import { shownPath } from '../terminal.ts'

/** What a case expected and did not get, with its place. */
export function caseLine(file: string, { line, column, path, expected, actual, why }: CaseFailure): string {
  const reason = why === '' ? '' : ` (${why})`
  return `${shownPath(file)}:${line ?? 1}:${column ?? 1} ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}${reason}`
}
