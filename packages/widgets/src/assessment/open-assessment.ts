import { openLocal } from '../local/open-local.ts'
import type { Asked, Hooks } from '../session/asked.ts'
import type { Session } from '../session/session.ts'

/** Opens an assessment where it was left. */
export function openAssessment(asked: Asked, hooks: Hooks): Promise<Session> {
  return openLocal(asked, hooks)
}
