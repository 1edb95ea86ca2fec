import { warmUp } from '../local/core.ts'
import { createLocalScorer } from '../local/local-scorer.ts'
import { loadJson } from '../rule-set/load-json.ts'
import { createDeviceStore } from '../session/device-store.ts'
import { openSession, type Session } from '../session/session.ts'
import { today } from './today.ts'

interface Asked {
  readonly rules: string
  readonly ruleSet: unknown
  readonly name: string
  readonly scope: string
  readonly asOf: string
}

/** Opens an assessment in local mode: scored in the page, kept on the device. */
export async function openAssessment(asked: Asked, onChange: () => void): Promise<Session> {
  warmUp()
  const scorer = await createLocalScorer(asked.ruleSet ?? (await loadJson(asked.rules)))
  const { document } = scorer
  const session = await openSession({
    document,
    scorer,
    store: createDeviceStore(),
    name: asked.name,
    scope: asked.scope || (document.scopes?.[0]?.id ?? 'full'),
    today: () => asked.asOf || today(),
    onChange,
  })
  scorer.prepare().catch(() => undefined)
  return session
}
