import { isDeepStrictEqual } from 'node:util'
import { limits } from '../limits.ts'
import { hashOfKey } from './key-text.ts'
import { createLookUp, type LookUpOptions } from './look-up.ts'
import type { Principal } from './principal.ts'

/** Somebody whose credential was checked a moment ago. */
export interface Admitted {
  readonly principal: Principal
  /** The moment from which the credential must be checked again (in milliseconds). */
  readonly until: number
  /** A credential was revoked: this one is checked again before it is believed. */
  isForgotten: boolean
}

/** Finds out who sends a credential. */
export interface Authenticate {
  /** Whoever sent this credential a moment ago; undefined when it must be looked up. */
  readonly remembered: (credential: string, now: Date) => Admitted | undefined
  /** Undefined for whatever is not a valid credential of ours. */
  readonly lookUp: (credential: string, now: Date) => Promise<Admitted | undefined>
  /** Forgets every credential, as when one was revoked. */
  readonly forget: () => void
}

export function createAuthenticate(options: LookUpOptions): Authenticate {
  const known = new Map<string, Admitted>()
  const look = createLookUp(options)
  let forgets = 0
  return {
    remembered: (credential, now) => {
      const found = known.get(hashOfKey(credential))
      return found !== undefined && isGood(found, now) ? found : undefined
    },
    lookUp: async (credential, now) => {
      const before = forgets
      const found = await look(credential, now)
      if (found === undefined) return undefined
      const place = hashOfKey(credential)
      const latest = now.getTime() + limits.keyCacheSeconds * 1_000
      const admitted = {
        principal: same(known.get(place)?.principal, found.principal),
        until: Math.min(found.until, latest),
        // what was revoked meanwhile may have been read before
        isForgotten: forgets !== before,
      }
      known.delete(place)
      if (known.size >= limits.keyCacheEntries) known.delete(known.keys().next().value!)
      known.set(place, admitted)
      return admitted
    },
    forget: () => {
      forgets++
      for (const admitted of known.values()) admitted.isForgotten = true
    },
  }
}

/** Whether a credential that was checked is still believed. */
export function isGood({ until, isForgotten }: Admitted, now: Date): boolean {
  return !isForgotten && until > now.getTime()
}

/** Whoever comes again is the same object as before, so that what was kept for them is found. */
function same(before: Principal | undefined, now: Principal): Principal {
  return before !== undefined && isDeepStrictEqual(before, now) ? before : now
}
