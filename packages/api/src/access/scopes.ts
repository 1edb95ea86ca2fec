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
