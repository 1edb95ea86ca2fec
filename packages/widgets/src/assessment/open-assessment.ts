import { openLocal } from '../local/open-local.ts'
import { isAddress, loadJson } from '../rule-set/load-json.ts'
import type { Asked, Hooks } from '../session/asked.ts'
import type { Session } from './view.ts'

/** Opens an assessment where it was left: on this device, or in a service. */
export async function openAssessment(asked: Asked, hooks: Hooks): Promise<Session> {
  if (asked.api === '') return openLocal(asked, hooks)
  // on its way while the part that needs it is; what goes wrong is said there
  if (asked.ruleSet === undefined && isAddress(asked.rules)) loadJson(asked.rules).catch(() => undefined)
  const { openService } = await import('../service/open-service.ts')
  return openService(asked, hooks)
}
