import type { errors, JWTPayload, JWTVerifyGetKey } from 'jose'
import { Problem } from '../kernel/problem.ts'
import { scopesOf } from './granted-scopes.ts'
import type { Scope } from './scopes.ts'

/** People who sign in with an identity provider; what it says of them comes in the claims of a bearer token. */
export interface OidcOptions {
  readonly issuer: string
  readonly audience: string
  /** Where the provider publishes its keys. */
  readonly jwks: string
  /** Algorithms taken; anything else is refused whatever the token says. */
  readonly algorithms?: readonly ('RS256' | 'ES256' | 'PS256' | 'EdDSA')[]
  /** Names of the claims; default `joinery_tenant`, `joinery_firm`, `joinery_operator`. */
  readonly claims?: { readonly tenant?: string; readonly firm?: string; readonly operator?: string }
}

/** What a provider says of a person; the tenant is looked up before anything is believed. */
export interface PersonClaims {
  readonly id: string
  readonly role:
    | { readonly kind: 'operator' }
    | { readonly kind: 'association'; readonly tenant: string }
    | { readonly kind: 'firm'; readonly tenant: string; readonly firm: string }
  readonly scopes: ReadonlySet<Scope>
  /** When the token ends, in milliseconds. */
  readonly until: number
}

export type VerifyBearer = (token: string, now: Date) => Promise<PersonClaims | undefined>

/** Verifies bearer tokens: issuer, audience, algorithm, signature, time. Undefined for whatever is not one of ours. */
export function createOidc(options: OidcOptions): VerifyBearer {
  const address = new URL(options.jwks)
  // loaded when the first token comes: most services know no provider
  let keys: JWTVerifyGetKey | undefined
  return async (token, now) => {
    const { createRemoteJWKSet, errors, jwtVerify } = await import('jose')
    try {
      keys ??= createRemoteJWKSet(address)
      const { payload } = await jwtVerify(token, keys, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms: [...(options.algorithms ?? ['RS256', 'ES256', 'PS256', 'EdDSA'])],
        requiredClaims: ['sub', 'exp'],
        currentDate: now,
      })
      return claimsOf(payload, options.claims ?? {})
    } catch (error) {
      if (error instanceof errors.JOSEError && isAboutTheToken(error)) return undefined
      throw new Problem('unavailable', 'The identity provider does not answer.')
    }
  }
}

/** Everything else that can go wrong is about fetching the provider's keys. */
function isAboutTheToken({ code }: errors.JOSEError): boolean {
  return !['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(code)
}

function claimsOf(payload: JWTPayload, names: NonNullable<OidcOptions['claims']>): PersonClaims | undefined {
  const person = { id: `person:${payload.sub}`, until: payload.exp! * 1_000 }
  const tenant = payload[names.tenant ?? 'joinery_tenant']
  const firm = payload[names.firm ?? 'joinery_firm']
  if (payload[names.operator ?? 'joinery_operator'] === true)
    return { ...person, role: { kind: 'operator' }, scopes: granted(payload['scope'], scopesOf.operator) }
  if (typeof tenant !== 'string') return undefined
  if (typeof firm === 'string')
    return { ...person, role: { kind: 'firm', tenant, firm }, scopes: granted(payload['scope'], scopesOf.firm) }
  return { ...person, role: { kind: 'association', tenant }, scopes: granted(payload['scope'], scopesOf.association) }
}

/** The scopes a token names, of those its kind can have: one without any of ours may do nothing. */
function granted(claim: unknown, possible: ReadonlySet<Scope>): ReadonlySet<Scope> {
  const named = typeof claim === 'string' ? claim.split(' ') : []
  return new Set([...possible].filter((scope) => named.includes(scope)))
}
