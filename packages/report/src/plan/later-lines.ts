import { fact, has, isClosed, list, newest, type Entry, type Line } from './line.ts'

/** How the fields of a record read in a plan: how it goes from day to day, and how it may end. */
export const laterLines: readonly Line[] = [
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
  list('behaviour.groundRules', 'Ground rules'),
  fact('behaviour.charterAgreedAt', 'Agreed by both'),
  list('competences', 'Skills', {
    called: 'item',
    details: ['personRef', 'self: own view as rating', 'peer: colleague as rating', 'partner: partner as rating', 'at'],
  }),
  list('value.us', 'What {us} gains', { called: 'text', details: ['measure'], most: 3 }),
  list('value.partner', 'What {partner} gains', { called: 'text', details: ['measure'], most: 3 }),
  fact('value.shareRuleAgreedAt', 'How new gains are split, agreed'),
  list('ideas', 'Ideas', {
    called: 'benefitUs benefitPartner status',
    details: ['side: from', 'owner', 'status', 'realisedAt: paid off', 'verifiedByBothAt: confirmed by both'],
    most: 2,
  }),
  list('knowledge', 'Know-how', {
    called: 'item',
    details: ['owner', 'backup: stand-in', 'location', 'shareRule: who may see it'],
  }),
  fact('sharing.covers', 'Sharing rules cover'),
  fact('sharing.agreedByPartnerAt', 'Agreed with {partner}'),
  list('lessons', 'Lessons', { called: 'text', details: ['appliedIn: put to use in'] }),
  list('risks', 'Risks', {
    called: 'title',
    details: ['severity', 'ownerUs: {us}', 'ownerPartner: {partner}', 'response', 'reviewedAt: looked at'],
    unless: isClosed,
    rank: bySeverity,
    most: 5,
  }),
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
]

function bySeverity({ severity }: Entry): number {
  return ['low', 'medium', 'high'].indexOf(String(severity))
}
