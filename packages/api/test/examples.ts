import { aRecord, type Firm } from './world.ts'

/** One request that works, for those who may make it. */
export interface Example {
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

function onRelationship(rest: string, body?: unknown): (target: Firm) => Example {
  return ({ relationship }) => ({ path: `/v1/relationships/${relationship}/${rest}`, body })
}

/** What a partner took along. */
export const aCopy = {
  format: 'joinery-partner-copy',
  version: 1,
  at: '2026-11-24',
  sharedBy: 'Harbour Joinery',
  sharedWith: 'Ben Rowe',
  record: {
    rel: { partnerName: 'Castell & Rowe', kind: 'customer' },
    people: [{ side: 'us', name: 'Ada Harbour' }],
    rmp: { owner: 'Ada Harbour' },
  },
  yours: { confirmed: [], remarks: [], pulse: { at: '2026-11-24', ours: { openness: 2 }, theirs: { openness: 4 } } },
}

/** Requests by name of their operation. `target` is the firm whose things are asked for. */
export const targeted: Readonly<Record<string, (target: Firm) => Example>> = {
  getFirm: ({ firm }) => ({ path: `/v1/firms/${firm}` }),
  changeFirm: ({ firm }) => ({ path: `/v1/firms/${firm}`, body: { sector: 'joinery' }, headers: anyVersion }),
  eraseFirm: ({ firm }) => ({ path: `/v1/firms/${firm}`, headers: anyVersion }),
  exportFirm: ({ firm }) => ({ path: `/v1/firms/${firm}/export` }),
  listRelationships: ({ firm }) => ({ path: `/v1/firms/${firm}/relationships` }),
  createRelationship: ({ firm }) => ({ path: `/v1/firms/${firm}/relationships`, body: { record: aRecord } }),
  beginRelationshipFromCopy: ({ firm }) => ({ path: `/v1/firms/${firm}/copies`, body: { copy: aCopy } }),
  getRelationship: ({ relationship }) => ({ path: `/v1/relationships/${relationship}` }),
  replaceRelationship: ({ relationship }) => ({
    path: `/v1/relationships/${relationship}`,
    body: { record: aRecord },
    headers: anyVersion,
  }),
  patchRelationship: ({ relationship }) => ({
    path: `/v1/relationships/${relationship}`,
    body: { answers: { 'p01.plan/2': { value: 'yes' } } },
    headers: anyVersion,
  }),
  addEvidence: ({ relationship }) => ({
    path: `/v1/relationships/${relationship}/evidence`,
    body: { factPath: 'rmp', kind: 'minutes', observedAt: '2026-10-02', grade: 'E1' },
  }),
  deleteRelationship: ({ relationship }) => ({ path: `/v1/relationships/${relationship}`, headers: anyVersion }),
  listPartnerLinks: ({ relationship }) => ({ path: `/v1/relationships/${relationship}/links` }),
  createPartnerLink: ({ relationship }) => ({
    path: `/v1/relationships/${relationship}/links`,
    body: { label: 'Ben Rowe', fields: ['rmp'], expiresAt: '2027-01-01T00:00:00.000Z' },
  }),
  revokePartnerLink: ({ relationship, link }) => ({ path: `/v1/relationships/${relationship}/links/${link}` }),
  getInvitation: onRelationship('invitation'),
  addRemark: onRelationship('remarks', { field: 'rmp.owner', comment: 'Ben looks after it now.' }),
  listRemarks: onRelationship('remarks'),
  getPulse: onRelationship('pulse'),
  answerPulse: onRelationship('pulse', { reliability: 4, openness: 3, fairness: 4, capability: 5 }),
  getStatements: onRelationship('statements?ruleSet=craft'),
  answerStatements: onRelationship('statements', { ruleSet: 'craft', answers: { 'plan.c/1': 'yes' } }),
  getRatings: onRelationship('ratings'),
  getPlanApproval: onRelationship('plan/approval'),
  getPlan: onRelationship('plan.html?ruleSet=craft'),
  getPlanMarkdown: onRelationship('plan.md?ruleSet=craft'),
  getPlanDocx: onRelationship('plan.docx?ruleSet=craft'),
  getPlanState: onRelationship('plan/state?ruleSet=craft'),
  getPrivatePlan: onRelationship('private-plan.html?ruleSet=craft'),
  getPrivatePlanMarkdown: onRelationship('private-plan.md?ruleSet=craft'),
  getPrivatePlanDocx: onRelationship('private-plan.docx?ruleSet=craft'),
  getReview: onRelationship('review?ruleSet=craft'),
  getReviewPage: onRelationship('review.html?ruleSet=craft'),
  getReviewMarkdown: onRelationship('review.md?ruleSet=craft'),
  getReviewCalendar: onRelationship('review.ics?ruleSet=craft'),
  getConsents: ({ firm }) => ({ path: `/v1/firms/${firm}/consents` }),
  recordConsent: ({ firm }) => ({
    path: `/v1/firms/${firm}/consents/benchmark`,
    body: { given: true, by: 'Ada Harbour' },
  }),
  createKey: ({ firm }) => ({ path: '/v1/keys', body: { kind: 'secret', label: 'For a server', firm } }),
  getKey: ({ keyId }) => ({ path: `/v1/keys/${keyId}` }),
  rotateKey: ({ keyId }) => ({ path: `/v1/keys/${keyId}/rotate`, body: { overlapHours: 0 } }),
  revokeKey: ({ keyId }) => ({ path: `/v1/keys/${keyId}` }),
}

/** Requests that name nobody: they answer with what is the caller's own. */
export const untargeted: Readonly<Record<string, () => Example>> = {
  listAssociations: () => ({ path: '/v1/associations' }),
  createAssociation: () => ({ path: '/v1/associations', body: { name: 'Glaziers', slug: 'glaziers' } }),
  getAssociation: () => ({ path: '/v1/association' }),
  changeAssociation: () => ({ path: '/v1/association', body: { name: 'Woodworkers’ guild' }, headers: anyVersion }),
  listFirms: () => ({ path: '/v1/firms' }),
  createFirm: () => ({ path: '/v1/firms', body: { name: 'Plane & Chisel' } }),
  listKeys: () => ({ path: '/v1/keys' }),
  listAudit: () => ({ path: '/v1/audit' }),
  verifyAudit: () => ({ path: '/v1/audit/verdict' }),
  assessRecord: () => ({ path: '/v1/assessments', body: { record: aRecord, ruleSet: 'craft' } }),
  renewEmbedSession: () => ({ path: '/v1/embed-sessions/renewal' }),
  startVisit: () => ({ path: '/v1/visits', body: {} }),
  whoAmI: () => ({ path: '/v1/whoami' }),
  livez: () => ({ path: '/livez' }),
  readyz: () => ({ path: '/readyz' }),
  metrics: () => ({ path: '/metrics' }),
  openApi: () => ({ path: '/openapi.json' }),
  docs: () => ({ path: '/docs' }),
  problems: () => ({ path: '/problems' }),
  problem: () => ({ path: '/problems/not-found' }),
}

const anyVersion = { 'if-match': '*' }
