import { has, isClosed, newest, type Heading } from './heading.ts'
import { fact, list, type Entry } from './line.ts'

/** Headings 8 to 14: how it goes from day to day, and how it may end. */
export const laterHeadings: readonly Heading[] = [
  {
    key: 'talk',
    title: 'Talking and fixing',
    micro: true,
    needs: ['comms.contactUs', 'comms.rhythm', 'issueProcess.steps'],
    quickest: 'Swap contact cards with a stand-in each, and agree how fast trouble is answered.',
    lines: [
      fact('comms.rhythm', 'Rhythm'),
      fact('comms.channels', 'Channels'),
      fact('comms.contactUs', 'Contact at {us}'),
      fact('comms.contactPartner', 'Contact at {partner}'),
      fact('comms.emergencyContact', 'When it is urgent'),
      list('issueProcess.steps', 'When something goes wrong', {
        called: 'name',
        details: ['limitDays: within as days'],
        most: 4,
      }),
      list('issues', 'Open trouble', {
        called: 'rootCause severity raisedAt',
        details: ['raisedAt: raised', 'ownerUs: {us}', 'ownerPartner: {partner}'],
        unless: has('resolvedAt'),
        most: 2,
      }),
    ],
  },
  {
    key: 'agreement',
    title: 'The agreement in plain words',
    micro: true,
    needs: ['agreements'],
    quickest: 'Sum the contract up in five lines: term, notice, payment, rights, ending.',
    lines: [
      list('agreements', 'Agreements', {
        called: 'kind form',
        details: [
          'signedAt: signed',
          'expiresAt: until',
          'noticeDays: notice as days',
          'paymentDays: payment within as days',
          'supportClauses: helps with',
          'exitTerms: ending',
          'mismatchesOpen: terms that do not fit practice',
        ],
        most: 2,
      }),
      fact('payments.onTimeByUs', 'Bills {us} paid in time', 'percent'),
      fact('payments.onTimeByPartner', 'Bills {partner} paid in time', 'percent'),
    ],
  },
  {
    key: 'behaviour',
    title: 'Behaviour and skills',
    micro: false,
    needs: ['behaviour.groundRules'],
    quickest: 'Draft five ground rules with your opposite number.',
    lines: [
      list('behaviour.groundRules', 'Ground rules'),
      fact('behaviour.charterAgreedAt', 'Agreed by both'),
      list('competences', 'Skills', {
        called: 'item',
        details: [
          'personRef',
          'self: own view as rating',
          'peer: colleague as rating',
          'partner: partner as rating',
          'at',
        ],
      }),
    ],
  },
  {
    key: 'value',
    title: 'Value and ideas',
    micro: true,
    needs: ['value.us', 'value.partner'],
    quickest: 'Name one gain for each side that is not a price, and how you would count it.',
    lines: [
      list('value.us', 'What {us} gains', { called: 'text', details: ['measure'], most: 3 }),
      list('value.partner', 'What {partner} gains', { called: 'text', details: ['measure'], most: 3 }),
      fact('value.shareRuleAgreedAt', 'How new gains are split, agreed'),
      list('ideas', 'Ideas', {
        called: 'benefitUs benefitPartner status',
        details: ['side: from', 'owner', 'status', 'realisedAt: paid off', 'verifiedByBothAt: confirmed by both'],
        most: 2,
      }),
    ],
  },
  {
    key: 'knowledge',
    title: 'Information and know-how',
    micro: false,
    needs: ['knowledge', 'sharing.agreementAt'],
    quickest: 'List five things that only one person knows, and name a stand-in for each.',
    lines: [
      list('knowledge', 'Know-how', {
        called: 'item',
        details: ['owner', 'backup: stand-in', 'location', 'shareRule: who may see it'],
      }),
      fact('sharing.covers', 'Sharing rules cover'),
      fact('sharing.agreedByPartnerAt', 'Agreed with {partner}'),
      list('lessons', 'Lessons', { called: 'text', details: ['appliedIn: put to use in'] }),
    ],
  },
  {
    key: 'risks',
    title: 'Risks',
    micro: true,
    needs: ['risks'],
    quickest: 'Agree the three biggest shared risks, one owner each, and who warns whom.',
    lines: [
      list('risks', 'Risks', {
        called: 'title',
        details: ['severity', 'ownerUs: {us}', 'ownerPartner: {partner}', 'response', 'reviewedAt: looked at'],
        unless: isClosed,
        rank: bySeverity,
        most: 5,
      }),
    ],
  },
  {
    key: 'health',
    title: 'Health, parting and changes',
    micro: true,
    needs: ['exitJoint', 'measures', 'checks', 'actions'],
    quickest: 'Agree six lines on how you would part without harm, while things are good.',
    lines: [
      list('actions', 'To do', {
        called: 'source owner',
        details: ['side', 'owner', 'due: by'],
        unless: has('doneAt'),
        most: 4,
      }),
      list('measures', 'Numbers we watch', {
        called: 'name',
        details: ['owner', 'target: should be', 'lastValue: was last', 'lastAt: on'],
        most: 3,
      }),
      list('checks', 'Health checks', {
        called: 'at',
        details: ['gapsFlagged: gaps found', 'gapsWithAction: with an action'],
        rank: newest,
        most: 1,
      }),
      fact('exitJoint.covers', 'Parting rules cover'),
      fact('exitJoint.handover', 'What is handed over'),
      fact('exitJoint.noticeDays', 'Notice', 'days'),
      fact('exitJoint.agreedByPartnerAt', 'Parting rules agreed'),
      fact('closing.contact', 'Who looks after the ending'),
      fact('rmp.nextReviewAt', 'Next review'),
      list('rmp.changes', 'Changes to the plan', { called: 'source', details: ['at'], rank: newest, most: 2 }),
      list('exit.triggers', 'We leave when'),
      list('exit.steps', 'What we would do'),
      fact('exit.fallback', 'What we would do instead'),
      fact('exit.owner', 'Looked after by'),
    ],
  },
]

function bySeverity({ severity }: Entry): number {
  return ['low', 'medium', 'high'].indexOf(String(severity))
}
