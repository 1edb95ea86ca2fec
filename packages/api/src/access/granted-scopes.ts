import type { PrincipalKind } from './principal.ts'
import { scopeNames, type Scope } from './scopes.ts'

const platformOnly: readonly Scope[] = ['tenants:write', 'metrics:read']
const partnerOnly: readonly Scope[] = [
  'confirmations:write',
  'invitations:read',
  'remarks:write',
  'plans:approve',
  'ratings:write',
]
const sidesOnly: readonly Scope[] = ['plans:read', 'pulses:read', 'pulses:write', 'statements:read', 'statements:write']
const widgetOnly: readonly Scope[] = ['embeds:renew']
const associationOnly: readonly Scope[] = ['tenants:read', 'rule-sets:write']

function allBut(...left: readonly Scope[]): ReadonlySet<Scope> {
  return new Set(scopeNames.filter((scope) => !left.includes(scope)))
}

/** Every scope that a principal of a kind can be given at all. */
export const scopesOf: Readonly<Record<PrincipalKind, ReadonlySet<Scope>>> = {
  anonymous: new Set(),
  operator: new Set<Scope>(['tenants:read', 'tenants:write', 'metrics:read']),
  association: allBut(...platformOnly, ...partnerOnly, ...sidesOnly, ...widgetOnly),
  firm: allBut(...platformOnly, ...partnerOnly, ...associationOnly, ...widgetOnly),
  partner: new Set<Scope>([
    'relationships:read',
    'confirmations:write',
    'invitations:read',
    'remarks:write',
    'plans:read',
    'plans:approve',
    'pulses:read',
    'pulses:write',
    'statements:read',
    'statements:write',
    'ratings:write',
  ]),
  embed: new Set<Scope>([
    'relationships:read',
    'relationships:write',
    'assessments:read',
    'assessments:write',
    'rule-sets:read',
    'benchmarks:read',
    'embeds:renew',
  ]),
  publishable: new Set<Scope>(['rule-sets:read', 'assessments:write', 'assessments:read']),
}

/** A visitor's token lasts for weeks as it is. */
export const scopesOfVisitor: ReadonlySet<Scope> = new Set(
  [...scopesOf.embed].filter((scope) => scope !== 'embeds:renew'),
)

/** What a link may be for. */
export const linkPowers = ['confirm', 'pulse', 'statements', 'ratings', 'plan'] as const
type LinkPower = (typeof linkPowers)[number]

const scopesOfPower: Readonly<Record<LinkPower, readonly Scope[]>> = {
  confirm: ['relationships:read', 'confirmations:write', 'remarks:write'],
  pulse: ['pulses:read', 'pulses:write'],
  statements: ['statements:read', 'statements:write'],
  ratings: ['ratings:write'],
  plan: ['relationships:read', 'plans:read', 'plans:approve', 'remarks:write'],
}

/** What a partner may do by a link that is for these things; null is for all of them. */
export function scopesOfLink(powers: readonly string[] | null): ReadonlySet<Scope> {
  const chosen = linkPowers.filter((power) => powers === null || powers.includes(power))
  return new Set<Scope>(['invitations:read', ...chosen.flatMap((power) => scopesOfPower[power])])
}
