/**
 * The relationship model as it was drawn up: entities, lists (`[]`) and their fields; `*` marks what is derived where it is
 * not stated, brackets hold the fields of a list inside an entity.
 */
export const modelOutline: Readonly<Record<string, string>> = {
  org: 'name headcount sizeBand sector priorities values[text example] redLines valuesReviewedAt capacityHoursPerMonth',
  rel: 'partnerName partnerSizeBand kind stage startedAt endsAt revenueShare spendShare dependencyShare* singleSource partnerChangeAt uncheckedPartnerChanges* daysSinceContact* sharePointsSinceScored*',
  segment: 'kind criteria[name score] scoredAt partnerView targetLevel reviewsDue* reviewsHeld*',
  'people[]': 'side name role isSER isLead standIn decisionLimit joinedAt briefedAt leftAt handoverAt peerContactAt',
  rmp: 'createdAt versionAt owner reviewedAt nextReviewAt partnerApprovedAt sections[key filled visibility] changes[at source]',
  values: 'theirs sharedWithPartnerAt checkedAt sharedStatementAgreedAt misfits[text owner closedAt]',
  businessCase:
    'benefits costHours costMoney partnerBenefits partnerConfirmedAt decision decidedBy reviewedAt actualVsExpected',
  'objectives[]':
    'text scope side priorityRef owner partnerOwner measure baseline target due current currentAt status benefitUs benefitPartner agreedByPartnerAt sharedAt reviewedAt reviewedJointly changeReason',
  'conflicts[]': 'text raisedAt resolvedAt',
  engagement: 'startedAt criteria checksDoneAt expectationsExchangedAt decidedByBothAt lessonsNotedAt',
  'resources[]': 'side what amount owner committedAt usedRatio reviewedAt',
  'meetings[]': 'at type us partner held',
  'decisions[]': 'at text madeBy valueRef onTime',
  'actions[]': 'side owner due doneAt overdue* source',
  jointTeam: 'cadenceDays heldRatio* decisionRightsAgreedAt actionCompletion*',
  'practices[]': 'area changedAt briefedAt partnerAskedAt checkedAt',
  'processes[]': 'name ownerUs ownerPartner writtenAt agreedAt reviewedAt errorTrend*',
  governance: 'whoDecides levels escalationPath calendarSetAt agreedByPartnerAt reviewedAt decisionsOnTime*',
  issueProcess: 'contactUs contactPartner steps[name limitDays] agreedByPartnerAt',
  'issues[]': 'raisedAt raisedBy severity ownerUs ownerPartner warnedAt resolvedAt withinLimit* rootCause repeat',
  comms: 'rhythm channels contactUs contactPartner emergencyContact agreedByPartnerAt contactsCheckedAt repliesOnTime*',
  'agreements[]':
    'kind form signedAt expiresAt noticeDays paymentDays supportClauses exitTerms reviewedAt mismatchesOpen',
  payments: 'onTimeByUs onTimeByPartner avgDaysLate',
  'competences[]': 'personRef item self peer partner at actionDue actionDoneAt change*',
  behaviour: 'groundRules charterAgreedAt incidents[at handledAt] trend*',
  'commitments[]': 'side text due keptAt missedAt warnedAt',
  'pulses[]': 'at side respondents reliability openness fairness capability',
  trust: 'benefitShareAgreedAt lowSide* lowOpenness* gap* trend*',
  value: 'us[text kind measure] partner[text kind measure] agreedAt reviewedAt shareRuleAgreedAt',
  'ideas[]': 'side at owner decidedAt decisionDays* status benefitUs benefitPartner realisedAt verifiedByBothAt',
  'knowledge[]': 'item owner backup location sensitivity shareRule critical lastSharedAt',
  sharing: 'agreementAt agreedByPartnerAt covers leaverAccessRemovedOnTime',
  'lessons[]': 'at joint text appliedIn',
  'risks[]':
    'title scope category severity raisedBy raisedAt ownerUs ownerPartner response status reviewedAt reviewedJointly affectsPartner sharedAt responseOverdue*',
  riskStats: 'categories* issuesPreWarned* realisedTrend*',
  'measures[]': 'name kind owner frequencyDays source target lastValue lastAt onTime*',
  'checks[]': 'at sidesResponded discussedAt gapsFlagged gapsWithAction gapsClosedInTime overallChange*',
  exit: 'triggers steps owner reviewedAt partnerToldAt fallback testedAt',
  exitJoint: 'discussedAt draftedAt handover agreedByPartnerAt covers noticeDays reviewedAt testedAt',
  closing:
    'startedAt contact obligationsOpen accessRemovedAt jointReviewAt feedbackBothAt lessonsAppliedAt keepInTouchOwner nextContactAt',
  'evidence[]': 'factPath kind uri observedAt providedBy grade confirmedByPartnerAt validForDays',
}

/** What never goes to the partner nor to an association; everything below an entry is private too. */
export const privateParts = [
  'exit',
  'competences',
  'org.capacityHoursPerMonth',
  'org.redLines',
  'rel.revenueShare',
  'rel.spendShare',
  'rel.dependencyShare',
  'rel.singleSource',
  'segment',
  'businessCase.costHours',
  'businessCase.costMoney',
  'businessCase.actualVsExpected',
  'people.decisionLimit',
]
