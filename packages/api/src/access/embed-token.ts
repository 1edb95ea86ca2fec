import type { JWTPayload } from 'jose'

/** What an embed token stands for: one relationship of one firm, on listed sites, for some minutes. */
interface EmbedGrant {
  readonly tenant: string
  readonly firm: string
  readonly relationship: string
  readonly origins: readonly string[]
  /** Names the session in the audit log; its hash finds what is kept of it. */
  readonly id: string
  /** The moment (in milliseconds) until which the token can be renewed; undefined for one of which nothing is kept. */
  readonly lasts?: number | undefined
}

/** A grant that was read from a token. */
export interface ReadGrant extends EmbedGrant {
  readonly until: number
  /** For how long the token was made. */
  readonly minutes: number
}

/** Short-lived tokens that a firm's server hands to a widget; signed with a key of the service, and never stored themselves. */
export interface EmbedTokens {
  readonly sign: (grant: EmbedGrant, from: Date, minutes: number) => Promise<string>
  /** The grant of a token that is ours and still good; undefined for any other. */
  readonly verify: (token: string, now: Date) => Promise<ReadGrant | undefined>
}

const issuer = 'joinery-embed'
const algorithm = 'HS256'

export function createEmbedTokens(secret: Uint8Array): EmbedTokens {
  return {
    sign: async ({ tenant, firm, relationship, origins, id, lasts }, from, minutes) => {
      const { SignJWT } = await import('jose')
      return new SignJWT({
        tenant,
        firm,
        origins,
        ...(lasts === undefined ? {} : { lasts: Math.floor(lasts / 1_000) }),
      })
        .setProtectedHeader({ alg: algorithm, typ: 'joinery-embed+jwt' })
        .setIssuer(issuer)
        .setAudience(relationship)
        .setJti(id)
        .setIssuedAt(from)
        .setExpirationTime(new Date(from.getTime() + minutes * 60_000))
        .sign(secret)
    },
    verify: async (token, now) => {
      const { jwtVerify } = await import('jose')
      try {
        const { payload } = await jwtVerify(token, secret, {
          issuer,
          algorithms: [algorithm],
          typ: 'joinery-embed+jwt',
          requiredClaims: ['aud', 'exp', 'jti', 'tenant', 'firm'],
          currentDate: now,
        })
        return grantOf(payload)
      } catch {
        return undefined
      }
    },
  }
}

/** The claims are ours: the signature has proved it. */
function grantOf({ tenant, firm, aud, jti, iat, exp, origins, lasts }: JWTPayload): ReadGrant {
  return {
    tenant: tenant as string,
    firm: firm as string,
    relationship: aud as string,
    origins: origins as string[],
    id: jti!,
    until: exp! * 1_000,
    minutes: (exp! - (iat ?? exp!)) / 60,
    lasts: typeof lasts === 'number' ? lasts * 1_000 : undefined,
  }
}
