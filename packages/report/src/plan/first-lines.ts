import { fact, has, isClosed, list, newest, type Entry, type Line } from './line.ts'

/** How the fields of a record read in a plan: why the two work together, and how it is run. */
export const firstLines: readonly Line[] = [
  fact('rel.kind', 'What {partner} is to us'),
  fact('rel.stage', 'Stage'),
  fact('rel.startedAt', 'Since'),
  fact('rel.endsAt', 'Until'),
  fact('segment.kind', 'Effort it deserves'),
  fact('segment.targetLevel', 'Level worth reaching'),
  list('segment.criteria', 'Judged by', { called: 'name', details: ['score: as rating'], most: 4 }),
  fact('rel.revenueShare', 'Share of our revenue', 'percent'),
  fact('rel.spendShare', 'Share of our spend', 'percent'),
  fact('rel.dependencyShare', 'How much hangs on it', 'percent'),
  fact('rel.singleSource', 'Nobody else could supply this'),
  list('org.values', 'What matters to {us}', { called: 'text', details: ['example'], most: 3 }),
  list('values.theirs', 'What matters to {partner}', { most: 3 }),
  list('values.misfits', 'Where we rub', {
    called: 'text',
    details: ['owner: looked after by'],
    unless: has('closedAt'),
    most: 2,
  }),
  fact('values.sharedStatementAgreedAt', 'Agreed by both'),
  list('org.redLines', 'What we walk away from'),
  list('people', 'People', {
    called: 'name',
    details: ['side', 'role', 'isSER: sponsor', 'isLead: lead', 'standIn: stand-in', 'decisionLimit: decides up to'],
    unless: has('leftAt'),
    most: 6,
  }),
  list('objectives', 'Aims', {
    called: 'text',
    details: [
      'measure',
      'baseline: from',
      'target: to',
      'due: by',
      'current: now',
      'status',
      'owner: for {us}',
      'partnerOwner: for {partner}',
      'benefitUs: {us} gains',
      'benefitPartner: {partner} gains',
      'agreedByPartnerAt: agreed',
    ],
    unless: isClosed,
    rank: jointFirst,
    most: 3,
  }),
  fact('businessCase.benefits', 'Worth it for {us}'),
  fact('businessCase.partnerBenefits', 'Worth it for {partner}'),
  fact('businessCase.decision', 'Decided'),
  fact('businessCase.costHours', 'Hours a month it costs us'),
  fact('businessCase.costMoney', 'Money it costs us'),
  fact('businessCase.actualVsExpected', 'Gained, of what was expected', 'percent'),
  list('resources', 'Set aside', {
    called: 'what',
    details: ['side', 'amount', 'owner', 'committedAt: promised', 'usedRatio: used as percent'],
  }),
  fact('org.capacityHoursPerMonth', 'Hours a month we can give in all'),
  fact('governance.whoDecides', 'Who decides'),
  fact('governance.levels', 'Levels'),
  fact('governance.escalationPath', 'When stuck'),
  fact('jointTeam.cadenceDays', 'We meet every', 'days'),
  fact('jointTeam.decisionRightsAgreedAt', 'Who may decide what, agreed'),
  fact('governance.agreedByPartnerAt', 'Agreed with {partner}'),
  list('meetings', 'Latest meetings', { called: 'at', details: ['type'], rank: newest, most: 2 }),
  list('processes', 'Hand-offs', {
    called: 'name',
    details: ['ownerUs: {us}', 'ownerPartner: {partner}', 'agreedAt: agreed', 'reviewedAt: looked at'],
  }),
  list('practices', 'Habits we changed', { called: 'area', details: ['changedAt: changed', 'checkedAt: checked'] }),
]

function jointFirst({ scope }: Entry): number {
  if (scope === 'joint') return 2
  return scope === 'operational' ? 1 : 0
}
