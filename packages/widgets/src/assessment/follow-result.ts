import type { JoineryEvents } from '../events.ts'
import { rememberResult } from './remember-result.ts'
import type { Drawn, Session } from './view.ts'

interface Around {
  readonly session: () => Session | undefined
  readonly tell: (name: 'joinery-result', detail: JoineryEvents['joinery-result']) => void
  readonly redraw: () => void
}

/** The result as the last page shows it. */
export interface FollowedResult {
  readonly assessed: () => Drawn | undefined
  /** Indicators that would settle most, once they are known. */
  readonly worth: () => readonly string[]
  readonly refresh: () => Promise<void>
}

/** Works out the result while its page is shown, again with each change. */
export function followResult({ session: current, tell, redraw }: Around): FollowedResult {
  let assessed: Drawn | undefined
  let worth: readonly string[] = []
  const refresh = async () => {
    const session = current()
    if (session === undefined || session.state().page !== 'results') return
    const { record, scope } = session.state()
    const isStale = () => session.state().record !== record || session.state().scope !== scope
    const next = await session.assess()
    const drawing = next.result.sectors === undefined ? undefined : await import('../sectors/sectors-view.ts')
    if (isStale()) return
    assessed = { ...next, sectorsView: drawing?.sectorsView }
    rememberResult(session, next.result)
    redraw()
    tell('joinery-result', { ...next, ruleSet: session.document, plan: session.state().plan })
    const asking = await session.worthAsking()
    if (isStale()) return
    worth = asking
    redraw()
  }
  return { assessed: () => assessed, worth: () => worth, refresh }
}
