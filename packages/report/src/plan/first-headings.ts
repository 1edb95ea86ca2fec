import { has, isClosed, newest, type Heading } from './heading.ts'
import { fact, list, type Entry } from './line.ts'

/** Headings 1 to 7: why the two work together, and how it is run. */
export const firstHeadings: readonly Heading[] = [
  {
    key: 'snapshot',
    title: 'At a glance',
    micro: true,
    needs: ['rel.kind', 'rel.stage'],
    quickest: 'Say what the partner is to you (customer, supplier, peer) and where the relationship stands.',
    lines: [
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
    ],
  },
  {
    key: 'values',
    title: 'What we both stand for',
    micro: true,
    needs: ['values.theirs', 'org.values'],
    quickest: 'Ask the partner what matters most to it this year, and write down three things.',
    lines: [
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
    ],
  },
  {
    key: 'people',
    title: 'Who is who',
    micro: true,
    needs: ['people'],
    quickest: 'Name the sponsor and the lead on each side, and who steps in when they are away.',
    lines: [
      list('people', 'People', {
        called: 'name',
        details: [
          'side',
          'role',
          'isSER: sponsor',
          'isLead: lead',
          'standIn: stand-in',
          'decisionLimit: decides up to',
        ],
        unless: has('leftAt'),
        most: 6,
      }),
    ],
  },
  {
    key: 'objectives',
    title: 'Aims and what they are worth',
    micro: true,
    needs: ['objectives'],
    quickest: 'Write one aim that both want, with a number, a day, and what each side gains.',
    lines: [
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
    ],
  },
  {
    key: 'resources',
    title: 'Time and money',
    micro: false,
    needs: ['resources'],
    quickest: 'Put the hours a month that each side sets aside into the diary, with a name.',
    lines: [
      list('resources', 'Set aside', {
        called: 'what',
        details: ['side', 'amount', 'owner', 'committedAt: promised', 'usedRatio: used as percent'],
      }),
      fact('org.capacityHoursPerMonth', 'Hours a month we can give in all'),
    ],
  },
  {
    key: 'governance',
    title: 'How we decide and meet',
    micro: true,
    needs: ['governance.whoDecides', 'governance.levels'],
    quickest: 'Write three lines: who decides what daily, monthly, and when it is stuck.',
    lines: [
      fact('governance.whoDecides', 'Who decides'),
      fact('governance.levels', 'Levels'),
      fact('governance.escalationPath', 'When stuck'),
      fact('jointTeam.cadenceDays', 'We meet every', 'days'),
      fact('jointTeam.decisionRightsAgreedAt', 'Who may decide what, agreed'),
      fact('governance.agreedByPartnerAt', 'Agreed with {partner}'),
      list('meetings', 'Latest meetings', { called: 'at', details: ['type'], rank: newest, most: 2 }),
    ],
  },
  {
    key: 'processes',
    title: 'How work flows',
    micro: false,
    needs: ['processes'],
    quickest: 'Draw the hand-off that failed last, and put one name on each side of it.',
    lines: [
      list('processes', 'Hand-offs', {
        called: 'name',
        details: ['ownerUs: {us}', 'ownerPartner: {partner}', 'agreedAt: agreed', 'reviewedAt: looked at'],
      }),
      list('practices', 'Habits we changed', { called: 'area', details: ['changedAt: changed', 'checkedAt: checked'] }),
    ],
  },
]

function jointFirst({ scope }: Entry): number {
  if (scope === 'joint') return 2
  return scope === 'operational' ? 1 : 0
}
