/**
 * The parts of the record that a derived fact, or a derived field of a list, follows from besides its own part. While none of
 * them changes, neither does the fact. (A test watches what each one reads.)
 */
export const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  'rel.daysSinceContact': ['meetings'],
  'rel.uncheckedPartnerChanges': ['values'],
  'segment.reviewsHeld': ['meetings'],
  'segment.reviewsDue': ['org'],
  'jointTeam.heldRatio': ['meetings'],
  'jointTeam.actionCompletion': ['actions'],
  'governance.decisionsOnTime': ['decisions'],
  'behaviour.trend': ['pulses'],
  'trust.lowSide': ['pulses'],
  'trust.lowOpenness': ['pulses'],
  'trust.gap': ['pulses'],
  'trust.trend': ['pulses'],
  'riskStats.categories': ['risks'],
  'riskStats.issuesPreWarned': ['issues'],
  'issues.withinLimit': ['issueProcess'],
}

/** What the size of the firm and the segment of the relationship are read from. */
export const profileFrom: readonly string[] = ['org', 'segment']
