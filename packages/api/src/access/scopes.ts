import type { PrincipalKind } from './principal.ts'

/** What a key or token may be allowed to do, `resource:action`; every operation asks for exactly one. */
export const scopes = {
  'tenants:read': 'See which associations use the service, and their settings',
  'tenants:write': 'Add associations and change their settings',
  'firms:read': 'See the member firms',
  'firms:write': 'Add, change and remove member firms',
  'relationships:read': 'See relationships: records, answers, evidence',
  'relationships:write': 'Add, change and remove relationships',
  'assessments:read': 'See results, their history and reports',
  'assessments:write': 'Assess relationships and keep the results',
  'rule-sets:read': 'See rule sets and what is published',
  'rule-sets:write': 'Write, check, publish and roll back rule sets',
  'benchmarks:read': 'See how others in the sector do',
  'consents:read': 'See what a firm has consented to',
  'consents:write': 'Give and withdraw consent',
  'embeds:write': 'Open widgets for one relationship',
  'links:read': 'See which links partners have, and which badges there are',
  'links:write': 'Give partners a link, make a badge, and take them back',
  'confirmations:write': 'Confirm, as the partner, what stands in the fields that are shared',
  'invitations:read': 'See, as the partner, who asks and for what',
  'remarks:write': 'Say, as the partner, what is not quite so',
  'plans:read': 'Read the shared half of the plan',
  'plans:approve': 'Approve the plan, as the partner',
  'pulses:read': 'See whether both sides have answered a pulse, and what came out',
  'pulses:write': 'Answer the pulse for one’s own side',
  'statements:read': 'See whether both sides have answered statements, and where they differ',
  'statements:write': 'Answer statements for one’s own side',
  'ratings:write': 'Say, as the partner, how one person acts',
  'keys:read': 'See which keys there are, never the keys themselves',
  'keys:write': 'Make and revoke keys',
  'audit:read': 'Read the audit log',
  'export:read': 'Take out everything about a firm',
  'metrics:read': 'Read the figures of the running service',
  'erase:write': 'Erase everything about a firm, for good',
} as const

export type Scope = keyof typeof scopes

export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]]

const platformOnly: readonly Scope[] = ['tenants:write', 'metrics:read']
const partnerOnly: readonly Scope[] = [
  'confirmations:write',
  'invitations:read',
  'remarks:write',
  'plans:approve',
  'ratings:write',
]
const sidesOnly: readonly Scope[] = ['plans:read', 'pulses:read', 'pulses:write', 'statements:read', 'statements:write']
const associationOnly: readonly Scope[] = ['tenants:read', 'rule-sets:write']

function allBut(...left: readonly Scope[]): ReadonlySet<Scope> {
  return new Set(scopeNames.filter((scope) => !left.includes(scope)))
}

/** Every scope that a principal of a kind can be given at all. */
export const scopesOf: Readonly<Record<PrincipalKind, ReadonlySet<Scope>>> = {
  anonymous: new Set(),
  operator: new Set<Scope>(['tenants:read', 'tenants:write', 'metrics:read']),
  association: allBut(...platformOnly, ...partnerOnly, ...sidesOnly),
  firm: allBut(...platformOnly, ...partnerOnly, ...associationOnly),
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
  ]),
  publishable: new Set<Scope>(['rule-sets:read', 'assessments:write', 'assessments:read']),
}

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
