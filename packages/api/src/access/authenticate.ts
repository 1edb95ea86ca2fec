import { limits } from '../limits.ts'
import { hashOfKey } from './key-text.ts'
import { createLookUp, type Found, type LookUpOptions } from './look-up.ts'
import type { Principal } from './principal.ts'

/** Finds out who sends a credential. */
export interface Authenticate {
  /** The principal of a credential that was checked a moment ago; undefined when it must be looked up. */
  readonly remembered: (credential: string, now: Date) => Principal | undefined
  /** Undefined for whatever is not a valid credential of ours. */
  readonly lookUp: (credential: string, now: Date) => Promise<Principal | undefined>
  /** Forgets every credential, as when one was revoked. */
  readonly forget: () => void
}

export function createAuthenticate(options: LookUpOptions): Authenticate {
  const known = new Map<string, Found>()
  const look = createLookUp(options)
  return {
    remembered: (credential, now) => {
      const found = known.get(hashOfKey(credential))
      return found !== undefined && found.until > now.getTime() ? found.principal : undefined
    },
    lookUp: async (credential, now) => {
      const found = await look(credential, now)
      if (found === undefined) return undefined
      if (known.size >= limits.keyCacheEntries) known.delete(known.keys().next().value!)
      const latest = now.getTime() + limits.keyCacheSeconds * 1_000
      known.set(hashOfKey(credential), { principal: found.principal, until: Math.min(found.until, latest) })
      return found.principal
    },
    forget: () => known.clear(),
  }
}
