import type { Relationship } from '@joinery/core'
import type { SavedAssessment } from '../session/answer-store.ts'
import { readJson, readSaved } from '../session/device-store.ts'
import { isData } from '../session/data.ts'

/** A visit without an account: the relationship that the service began for it, and the token that opens it. */
export interface Visit {
  readonly relationship: string
  readonly token: string
}

/** A result that is to be kept by the service: on which day, in which scope. */
export interface Submission {
  /** Names it, so that it is kept once however often it is sent. */
  readonly once: string
  readonly asOf: string
  readonly scope: string
}

/** What this device knows of an assessment that lives in a service: what was written, and how much of it has arrived. */
export interface Kept {
  readonly saved: SavedAssessment | undefined
  /** The whole record as it was last written here. */
  readonly mine: Relationship | undefined
  /** The record as the service last had it. */
  readonly base: Relationship
  readonly visit: Visit | undefined
  /** Names the beginning of the visit, so that a lost answer begins no second one. */
  readonly visitOnce: string | undefined
  readonly submission: Submission | undefined
}

export const nothingKept: Kept = {
  saved: undefined,
  mine: undefined,
  base: {},
  visit: undefined,
  visitOnce: undefined,
  submission: undefined,
}

/** What is stored may be anybody's; what is not understood counts as nothing. */
export function readKept(text: string | null): Kept {
  const value = readJson(text)
  if (!isData(value)) return nothingKept
  const { saved, mine, base, visit, visitOnce, submission } = value
  return {
    saved: readSaved(JSON.stringify(saved ?? null)),
    mine: isData(mine) ? mine : undefined,
    base: isData(base) ? base : {},
    visit: isData(visit) && areTexts(visit, ['relationship', 'token']) ? (visit as unknown as Visit) : undefined,
    visitOnce: typeof visitOnce === 'string' ? visitOnce : undefined,
    submission:
      isData(submission) && areTexts(submission, ['once', 'asOf', 'scope'])
        ? (submission as unknown as Submission)
        : undefined,
  }
}

function areTexts(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string')
}
