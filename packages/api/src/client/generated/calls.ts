// Generated from the operations by tools/generate-open-api.ts; do not edit.
import type { Relationship, Result } from '@joinery/core'

export type AgendaItem = { readonly kind: "promise" | "action" | "risk" | "gap" | "stale" | "contact"; readonly says: string; readonly side: "us" | "partner" | null; readonly due: string | null; readonly isOverdue: boolean }

export type AssessmentWish = { readonly ruleSet: string; readonly asOf?: string | undefined; readonly scope?: string | undefined }

export type Association = { readonly id: string; readonly slug: string; readonly name: string; readonly test: boolean; readonly createdAt: string }

export type AssociationChange = { readonly name: string }

export type AuditEntry = { readonly id: string; readonly actor: string; readonly action: string; readonly target: string; readonly firm: string | null; readonly beforeHash: string | null; readonly afterHash: string | null; readonly requestId: string | null; readonly at: string; readonly seal: number | null }

export type AuditVerdict = { readonly entries: number; readonly sealed: number; readonly head: { readonly number: number; readonly hash: string } | null; readonly findings: readonly ({ readonly code: string; readonly seal: number | null; readonly entry: string | null; readonly message: string })[] }

export type Badge = { readonly selfAssessed: true; readonly title: string; readonly level: number | null; readonly levelName: string | null; readonly levels: readonly (number)[]; readonly asOf: string | null; readonly version: string | null; readonly message: string }

export type BegunFromCopy = { readonly relationship: StoredRelationship; readonly offered: readonly (string)[] }

export type Benchmark = { readonly ruleSet: string; readonly quarter: string; readonly asOf: string; readonly frozenAt: string; readonly leastFirms: number; readonly group: { readonly sector: string | null; readonly size: string | null } | null; readonly principles: { readonly [key: string]: { readonly firms: number; readonly relationships: number; readonly lower: number; readonly median: number; readonly upper: number } } }

export type CheckReport = { readonly ok: boolean; readonly checkedAt: string; readonly digest: string | null; readonly faults: readonly ({ readonly severity: "error" | "warning"; readonly code: string; readonly path: string; readonly message: string })[]; readonly cases: { readonly total: number; readonly passed: number; readonly failures: readonly ({ readonly case: number; readonly name: string; readonly path: string; readonly message: string })[] }; readonly comparison: { readonly cases: number; readonly random: number; readonly differences: readonly ({ readonly of: string; readonly path: string; readonly message: string })[] } | null; readonly change: VersionChange | null }

export type CompactScores = { readonly headline: Figures; readonly principles: { readonly [key: string]: Figures } }

export type ComparedFigures = { readonly score: number | null; readonly potential: number | null; readonly level: number | null }

export type Comparison = { readonly from: Provenance; readonly to: Provenance; readonly differs: { readonly time: boolean; readonly rules: boolean; readonly you: boolean }; readonly headline: { readonly from: ComparedFigures; readonly to: ComparedFigures; readonly score: Split | null; readonly contributions: readonly ({ readonly of: string; readonly change: number; readonly time: number; readonly rules: number; readonly you: number })[] }; readonly principles: readonly ({ readonly id: string; readonly clause: string; readonly title: string; readonly from: ComparedFigures; readonly to: ComparedFigures; readonly score: Split | null; readonly contributions: readonly ({ readonly of: string; readonly change: number; readonly time: number; readonly rules: number; readonly you: number })[] })[]; readonly moved: readonly (MovedIndicator)[] }

export type Confirmation = { readonly confirmed: readonly (string)[] }

export type Consent = { readonly purpose: "answers" | "benchmark"; readonly given: boolean; readonly by: string; readonly at: string }

export type Consents = { readonly answers: boolean; readonly benchmark: boolean; readonly history: readonly (Consent)[] }

export type CurrentRuleSet = { readonly ruleSet: string; readonly version: string; readonly digest: string; readonly source: "bundled" | "association"; readonly since: string | null; readonly bundle: string }

export type CurrentScore = { readonly relationship: string; readonly firm: string; readonly ruleSet: string; readonly version: string; readonly digest: string; readonly asOf: string; readonly scores: CompactScores }

export type Directions = { readonly up: number | null; readonly down: number | null; readonly range: number | null; readonly same: number | null; readonly new: number | null; readonly gone: number | null }

export type Draft = { readonly id: string; readonly ruleSet: string; readonly status: "draft" | "checked" | "published" | "superseded"; readonly ok: boolean | null; readonly digest: string | null; readonly createdAt: string; readonly updatedAt: string; readonly document: { readonly [key: string]: unknown }; readonly cases: readonly ({ readonly [key: string]: unknown })[]; readonly report: CheckReport | null }

export type DraftSummary = { readonly id: string; readonly ruleSet: string; readonly status: "draft" | "checked" | "published" | "superseded"; readonly ok: boolean | null; readonly digest: string | null; readonly createdAt: string; readonly updatedAt: string }

export type EmbedSession = { readonly id: string; readonly token: string; readonly expiresAt: string; readonly renewableUntil: string }

export type Erasure = { readonly removed: { readonly [key: string]: number } }

export type Evidence = { readonly factPath?: string | undefined; readonly kind?: string | undefined; readonly uri?: string | undefined; readonly observedAt?: string | undefined; readonly providedBy?: "us" | "partner" | "assessor" | "system" | "" | undefined; readonly grade?: "E0" | "E1" | "E2" | "E3" | "E4" | "" | undefined; readonly confirmedByPartnerAt?: string | undefined; readonly validForDays?: number | undefined }

export type Explanation = { readonly indicator: string; readonly citation: string; readonly level: number | null; readonly statement: string; readonly outcome: "met" | "partly" | "unmet" | "unknown" | "notDue" | "notApplicable" | "error"; readonly value: number; readonly potential: number; readonly declared: string | null; readonly reason: string; readonly observed: readonly (Observation)[]; readonly next: string | null; readonly effort: number | null; readonly evidence: string | null; readonly clause: { readonly id: string; readonly clause: string; readonly title: string; readonly score: number | null; readonly level: number | null; readonly heldBackBy: readonly (HeldBack)[] } }

export type Figures = { readonly score: number | null; readonly potential: number | null; readonly level: number | null; readonly coverage: number | null; readonly confidence: number | null }

export type Fine = { readonly status: string }

export type Firm = { readonly id: string; readonly name: string; readonly sector: string | null; readonly size: "micro" | "small" | "medium" | "large" | null; readonly details: { readonly [key: string]: string }; readonly createdAt: string; readonly updatedAt: string }

export type FirmChange = { readonly name?: string | undefined; readonly sector?: string | null | undefined; readonly size?: "micro" | "small" | "medium" | "large" | null | undefined; readonly details?: { readonly [key: string]: string } | undefined }

export type GivenRatings = { readonly ratings: { readonly [key: string]: number | "notSeen" } }

export type HeldBack = { readonly by: string; readonly id: string | null; readonly reason: string }

export type Impact = { readonly before: { readonly version: string; readonly digest: string }; readonly after: { readonly version: string; readonly digest: string }; readonly asOf: string; readonly relationships: number | null; readonly sample: { readonly looked: number; readonly of: number } | null; readonly askedAgain: number | null; readonly headline: Directions; readonly principles: readonly ({ readonly id: string; readonly title: string; readonly counts: Directions })[]; readonly reasons: readonly ({ readonly kind: string; readonly of: string; readonly id: string; readonly words: string; readonly relationships: number | null })[]; readonly leastFirms: number }

export type Invitation = { readonly from: string; readonly to: string; readonly powers: readonly ("confirm" | "pulse" | "statements" | "ratings" | "plan")[]; readonly asked: RatingQuestion | null; readonly ratedAt: string | null; readonly fields: readonly (string)[]; readonly confirmed: readonly (string)[]; readonly remarks: readonly (Remark)[]; readonly expiresAt: string }

export type JointAction = { readonly owner: string; readonly partnerOwner: string; readonly recheckAt: string }

export type KeptBadge = { readonly id: string; readonly ruleSet: string; readonly expiresAt: string; readonly revokedAt: string | null; readonly createdAt: string }

export type KeptResult = { readonly id: string; readonly relationship: string; readonly firm: string; readonly ruleSet: string; readonly version: string; readonly digest: string; readonly asOf: string; readonly scope: string; readonly engine: string; readonly inputHash: string; readonly scores: CompactScores; readonly createdAt: string; readonly result: Result }

export type Key = { readonly id: string; readonly kind: "secret" | "publishable"; readonly hint: string; readonly label: string; readonly scopes: readonly (string)[]; readonly origins: readonly (string)[]; readonly firm: string | null; readonly expiresAt: string | null; readonly revokedAt: string | null; readonly lastUsedAt: string | null; readonly createdAt: string }

export type LinkMail = { readonly to: string; readonly language?: "en" | "de" | "ar" | undefined }

export type MadeAssociation = { readonly association: Association; readonly secret: string }

export type MadeBadge = { readonly badge: KeptBadge; readonly svg: string; readonly json: string }

export type MadeKey = { readonly key: Key; readonly secret: string }

export type MadePartnerLink = { readonly link: PartnerLink; readonly token: string }

export type MovedIndicator = { readonly indicator: string; readonly formerly: string | null; readonly clause: string; readonly principle: string; readonly cause: "time" | "rules" | "you"; readonly from: "met" | "partly" | "unmet" | "unknown" | "notDue" | "notApplicable" | "error" | null; readonly to: "met" | "partly" | "unmet" | "unknown" | "notDue" | "notApplicable" | "error" | null; readonly statement: string }

export type NewAssessment = { readonly record: Relationship; readonly ruleSet: string; readonly asOf?: string | undefined; readonly scope?: string | undefined }

export type NewAssociation = { readonly name: string; readonly slug: string; readonly test?: boolean | undefined }

export type NewBadge = { readonly ruleSet: string }

export type NewConfirmation = { readonly fields: readonly (ShareableField)[] }

export type NewConsent = { readonly given: boolean; readonly by: string }

export type NewDraft = { readonly document: { readonly id: string }; readonly cases?: readonly ({ readonly [key: string]: unknown })[] | undefined }

export type NewEmbedSession = { readonly origins: readonly (string)[]; readonly minutes?: number | undefined; readonly hours?: number | undefined }

export type NewFirm = { readonly name: string; readonly sector?: string | null | undefined; readonly size?: "micro" | "small" | "medium" | "large" | null | undefined; readonly details?: { readonly [key: string]: string } | undefined }

export type NewFromCopy = { readonly copy: PartnerCopy; readonly accept?: readonly (string)[] | undefined }

export type NewGapAction = { readonly item: "reliability" | "openness" | "fairness" | "capability" | "mean"; readonly owner: string; readonly partnerOwner: string; readonly recheckAt: string }

export type NewKey = { readonly kind: "secret" | "publishable"; readonly label: string; readonly scopes?: readonly ("tenants:read" | "tenants:write" | "firms:read" | "firms:write" | "relationships:read" | "relationships:write" | "assessments:read" | "assessments:write" | "rule-sets:read" | "rule-sets:write" | "benchmarks:read" | "consents:read" | "consents:write" | "embeds:write" | "embeds:renew" | "links:read" | "links:write" | "confirmations:write" | "invitations:read" | "remarks:write" | "plans:read" | "plans:approve" | "pulses:read" | "pulses:write" | "statements:read" | "statements:write" | "ratings:write" | "keys:read" | "keys:write" | "audit:read" | "export:read" | "metrics:read" | "erase:write")[] | undefined; readonly origins?: readonly (string)[] | undefined; readonly firm?: string | undefined; readonly expiresAt?: string | undefined }

export type NewPartnerLink = { readonly label: string; readonly fields: readonly (ShareableField)[]; readonly powers?: readonly ("confirm" | "pulse" | "statements" | "ratings" | "plan")[] | undefined; readonly expiresAt: string; readonly mail?: LinkMail | undefined }

export type NewPrincipleAction = { readonly principle: string; readonly owner: string; readonly partnerOwner: string; readonly recheckAt: string }

export type NewPublication = { readonly reason: string; readonly signature?: string | undefined }

export type NewPulse = { readonly reliability: number; readonly openness: number; readonly fairness: number; readonly capability: number; readonly respondents?: number | undefined }

export type NewRatingQuestion = { readonly ruleSet?: string | undefined; readonly person: string; readonly items: readonly (string)[] }

export type NewRelationship = { readonly record: Relationship }

export type NewRemark = { readonly field?: string | undefined; readonly comment: string }

export type NewSigningKey = { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string; readonly kid: string; readonly owner: string; readonly validFrom: string; readonly validUntil: string }

export type NewStatements = { readonly ruleSet?: string | undefined; readonly statements?: readonly (string)[] | undefined; readonly answers?: { readonly [key: string]: string } | undefined; readonly respondents?: number | undefined }

export type NewVisit = { readonly record?: Relationship | undefined }

export type Observation = unknown

export type PartnerCopy = { readonly format: "joinery-partner-copy"; readonly version: 1; readonly at: string; readonly sharedBy: string; readonly sharedWith: string; readonly record: Relationship; readonly yours: { readonly confirmed: readonly (string)[]; readonly remarks: readonly ({ readonly field?: string | undefined; readonly comment: string })[]; readonly pulse?: { readonly at: string; readonly ours: { readonly reliability?: number | undefined; readonly openness?: number | undefined; readonly fairness?: number | undefined; readonly capability?: number | undefined }; readonly theirs: { readonly reliability?: number | undefined; readonly openness?: number | undefined; readonly fairness?: number | undefined; readonly capability?: number | undefined } } | undefined; readonly statements?: { readonly [key: string]: string } | undefined } }

export type PartnerLink = { readonly id: string; readonly label: string; readonly fields: readonly (string)[]; readonly powers: readonly ("confirm" | "pulse" | "statements" | "ratings" | "plan")[]; readonly expiresAt: string; readonly revokedAt: string | null; readonly used: number; readonly mail: "waiting" | "sent" | "failed" | null; readonly createdAt: string }

export type Path = { readonly to: string; readonly level: number; readonly effort: number; readonly steps: readonly (string)[] }

export type Paths = { readonly items: readonly (Path)[] }

export type PerceptionGap = { readonly item: "reliability" | "openness" | "fairness" | "capability" | "mean"; readonly us: number; readonly partner: number; readonly gap: number; readonly counts: number; readonly flag: "talk" | "priority" | null; readonly kind: "blind-spot" | "hidden-strength" | null; readonly action: JointAction | null }

export type PlanApproval = { readonly version: string; readonly approvedAt: string | null; readonly holds: boolean }

export type PlanState = { readonly missing: readonly ({ readonly section: string; readonly number: number; readonly title: string; readonly quickest: string })[]; readonly approvals: readonly ({ readonly at: string; readonly by: string | null; readonly holds: boolean })[]; readonly changes: readonly ({ readonly number: number; readonly title: string; readonly added: readonly (string)[]; readonly removed: readonly (string)[] })[] | null }

export type PrincipleGap = { readonly principle: string; readonly clause: string; readonly title: string; readonly us: number; readonly partner: number; readonly gap: number; readonly counts: number; readonly flag: "talk" | "priority" | null; readonly kind: "blind-spot" | "hidden-strength" | null; readonly statements: readonly ({ readonly indicator: string; readonly statement: string; readonly us: string; readonly partner: string })[]; readonly action: JointAction | null }

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly code: "malformed-request" | "bad-cursor" | "unauthenticated" | "forbidden" | "consent-required" | "origin-not-listed" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "request-in-progress" | "precondition-failed" | "body-too-large" | "address-too-long" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "precondition-required" | "too-many-requests" | "internal-error" | "unavailable"; readonly requestId: string; readonly errors?: readonly ({ readonly in: "body" | "query" | "header"; readonly pointer: string; readonly code: string; readonly message: string; readonly value?: unknown; readonly remedy?: string | undefined })[] | undefined }

export type Provenance = { readonly ruleSet: string; readonly version: string; readonly hash: string; readonly method: string; readonly engine: string; readonly asOf: string; readonly scope: string; readonly inputHash: string }

export type Publication = { readonly ruleSet: string; readonly version: string; readonly digest: string; readonly signedBy: string | null; readonly bundle: string; readonly rollout: string }

export type PublishingSettings = { readonly signatures: "required" | "optional"; readonly leastFirms: number }

export type PulseOutcome = { readonly at: { readonly us: string; readonly partner: string }; readonly respondents: { readonly us: number; readonly partner: number }; readonly gaps: readonly (PerceptionGap)[]; readonly notAnonymous: readonly ("us" | "partner")[] }

export type PulseStanding = { readonly waiting: { readonly openedAt: string; readonly expiresAt: string; readonly answered: readonly ("us" | "partner")[] } | null; readonly opened: PulseOutcome | null; readonly firmOfOne: boolean }

export type RatingQuestion = { readonly person: string; readonly at: string; readonly language: string; readonly items: readonly ({ readonly item: string; readonly title: string; readonly low: string; readonly mid: string; readonly high: string })[] }

export type RatingStanding = { readonly asked: RatingQuestion | null; readonly given: readonly ({ readonly person: string; readonly item: string; readonly at: string; readonly rating: number })[] }

export type RecordPatch = { readonly [key: string]: unknown }

export type RelationshipSummary = { readonly id: string; readonly firm: string; readonly partnerName: string | null; readonly etag: string; readonly createdAt: string; readonly updatedAt: string }

export type Remark = { readonly id: string; readonly link: string; readonly field: string | null; readonly comment: string; readonly state: "open" | "closed"; readonly createdAt: string }

export type ResultSummary = { readonly id: string; readonly relationship: string; readonly firm: string; readonly ruleSet: string; readonly version: string; readonly digest: string; readonly asOf: string; readonly scope: string; readonly engine: string; readonly inputHash: string; readonly scores: CompactScores; readonly createdAt: string }

export type Review = { readonly asOf: string; readonly next: string; readonly items: readonly (AgendaItem)[]; readonly lapses: readonly ({ readonly indicator: string; readonly title: string; readonly on: string })[]; readonly scores: readonly ({ readonly on: string; readonly level: number | null; readonly score: number | null; readonly potential: number | null })[] }

export type RollBack = { readonly reason: string; readonly to?: string | undefined }

export type Rollout = { readonly id: string; readonly ruleSet: string; readonly digest: string; readonly status: "running" | "paused" | "cancelled" | "done"; readonly relationships: { readonly total: number; readonly done: number; readonly changed: number | null; readonly up: number | null; readonly down: number | null }; readonly chunks: { readonly waiting: number; readonly running: number; readonly done: number; readonly failed: number }; readonly secondsLeft: number | null; readonly startedAt: string; readonly updatedAt: string }

export type RolloutChange = { readonly status: "running" | "paused"; readonly retry?: boolean | undefined }

export type Rotation = { readonly overlapHours: number }

export type RuleChange = { readonly kind: string; readonly of: string; readonly id: string; readonly bump: "patch" | "minor" | "major"; readonly path: string; readonly words: string }

export type RuleSetMove = { readonly from: string | null; readonly to: string; readonly reason: string; readonly by: string; readonly at: string }

export type RuleSetVersion = { readonly version: string; readonly digest: string; readonly isCurrent: boolean; readonly signedBy: readonly (string)[]; readonly publishedAt: string; readonly bundle: string }

export type ShareableField = "org" | "org.name" | "org.headcount" | "org.sizeBand" | "org.sector" | "org.priorities" | "org.values" | "org.values.text" | "org.values.example" | "org.valuesReviewedAt" | "rel" | "rel.partnerName" | "rel.partnerSizeBand" | "rel.kind" | "rel.stage" | "rel.startedAt" | "rel.endsAt" | "rel.partnerChangeAt" | "rel.uncheckedPartnerChanges" | "rel.daysSinceContact" | "rel.sharePointsSinceScored" | "people" | "people.side" | "people.name" | "people.role" | "people.isSER" | "people.isLead" | "people.standIn" | "people.joinedAt" | "people.briefedAt" | "people.leftAt" | "people.handoverAt" | "people.peerContactAt" | "resources" | "resources.side" | "resources.what" | "resources.amount" | "resources.owner" | "resources.committedAt" | "resources.usedRatio" | "resources.reviewedAt" | "rmp" | "rmp.createdAt" | "rmp.versionAt" | "rmp.owner" | "rmp.reviewedAt" | "rmp.nextReviewAt" | "rmp.partnerApprovedAt" | "rmp.sections" | "rmp.sections.key" | "rmp.sections.filled" | "rmp.sections.visibility" | "rmp.changes" | "rmp.changes.at" | "rmp.changes.source" | "values" | "values.theirs" | "values.sharedWithPartnerAt" | "values.checkedAt" | "values.sharedStatementAgreedAt" | "values.misfits" | "values.misfits.text" | "values.misfits.owner" | "values.misfits.closedAt" | "businessCase" | "businessCase.benefits" | "businessCase.partnerBenefits" | "businessCase.partnerConfirmedAt" | "businessCase.decision" | "businessCase.decidedBy" | "businessCase.reviewedAt" | "objectives" | "objectives.text" | "objectives.scope" | "objectives.side" | "objectives.priorityRef" | "objectives.owner" | "objectives.partnerOwner" | "objectives.measure" | "objectives.baseline" | "objectives.target" | "objectives.due" | "objectives.current" | "objectives.currentAt" | "objectives.status" | "objectives.benefitUs" | "objectives.benefitPartner" | "objectives.agreedByPartnerAt" | "objectives.sharedAt" | "objectives.reviewedAt" | "objectives.reviewedJointly" | "objectives.changeReason" | "conflicts" | "conflicts.text" | "conflicts.raisedAt" | "conflicts.resolvedAt" | "engagement" | "engagement.startedAt" | "engagement.criteria" | "engagement.checksDoneAt" | "engagement.expectationsExchangedAt" | "engagement.decidedByBothAt" | "engagement.lessonsNotedAt" | "exitJoint" | "exitJoint.discussedAt" | "exitJoint.draftedAt" | "exitJoint.handover" | "exitJoint.agreedByPartnerAt" | "exitJoint.covers" | "exitJoint.noticeDays" | "exitJoint.reviewedAt" | "exitJoint.testedAt" | "closing" | "closing.startedAt" | "closing.contact" | "closing.obligationsOpen" | "closing.accessRemovedAt" | "closing.jointReviewAt" | "closing.feedbackBothAt" | "closing.lessonsAppliedAt" | "closing.keepInTouchOwner" | "closing.nextContactAt" | "meetings" | "meetings.at" | "meetings.type" | "meetings.us" | "meetings.partner" | "meetings.held" | "decisions" | "decisions.at" | "decisions.text" | "decisions.madeBy" | "decisions.valueRef" | "decisions.onTime" | "actions" | "actions.side" | "actions.owner" | "actions.due" | "actions.doneAt" | "actions.overdue" | "actions.source" | "jointTeam" | "jointTeam.cadenceDays" | "jointTeam.heldRatio" | "jointTeam.decisionRightsAgreedAt" | "jointTeam.actionCompletion" | "practices" | "practices.area" | "practices.changedAt" | "practices.briefedAt" | "practices.partnerAskedAt" | "practices.checkedAt" | "processes" | "processes.name" | "processes.ownerUs" | "processes.ownerPartner" | "processes.writtenAt" | "processes.agreedAt" | "processes.reviewedAt" | "processes.errorTrend" | "governance" | "governance.whoDecides" | "governance.levels" | "governance.escalationPath" | "governance.calendarSetAt" | "governance.agreedByPartnerAt" | "governance.reviewedAt" | "governance.decisionsOnTime" | "issueProcess" | "issueProcess.contactUs" | "issueProcess.contactPartner" | "issueProcess.steps" | "issueProcess.steps.name" | "issueProcess.steps.limitDays" | "issueProcess.agreedByPartnerAt" | "issues" | "issues.raisedAt" | "issues.raisedBy" | "issues.severity" | "issues.ownerUs" | "issues.ownerPartner" | "issues.warnedAt" | "issues.resolvedAt" | "issues.withinLimit" | "issues.rootCause" | "issues.repeat" | "comms" | "comms.rhythm" | "comms.channels" | "comms.contactUs" | "comms.contactPartner" | "comms.emergencyContact" | "comms.agreedByPartnerAt" | "comms.contactsCheckedAt" | "comms.repliesOnTime" | "agreements" | "agreements.kind" | "agreements.form" | "agreements.signedAt" | "agreements.expiresAt" | "agreements.noticeDays" | "agreements.paymentDays" | "agreements.supportClauses" | "agreements.exitTerms" | "agreements.reviewedAt" | "agreements.mismatchesOpen" | "payments" | "payments.onTimeByUs" | "payments.onTimeByPartner" | "payments.avgDaysLate" | "behaviour" | "behaviour.groundRules" | "behaviour.charterAgreedAt" | "behaviour.incidents" | "behaviour.incidents.at" | "behaviour.incidents.handledAt" | "behaviour.trend" | "commitments" | "commitments.side" | "commitments.text" | "commitments.due" | "commitments.keptAt" | "commitments.missedAt" | "commitments.warnedAt" | "pulses" | "pulses.at" | "pulses.side" | "pulses.respondents" | "pulses.reliability" | "pulses.openness" | "pulses.fairness" | "pulses.capability" | "trust" | "trust.benefitShareAgreedAt" | "trust.lowSide" | "trust.lowOpenness" | "trust.gap" | "trust.trend" | "value" | "value.us" | "value.us.text" | "value.us.kind" | "value.us.measure" | "value.partner" | "value.partner.text" | "value.partner.kind" | "value.partner.measure" | "value.agreedAt" | "value.reviewedAt" | "value.shareRuleAgreedAt" | "ideas" | "ideas.side" | "ideas.at" | "ideas.owner" | "ideas.decidedAt" | "ideas.decisionDays" | "ideas.status" | "ideas.benefitUs" | "ideas.benefitPartner" | "ideas.realisedAt" | "ideas.verifiedByBothAt" | "knowledge" | "knowledge.item" | "knowledge.owner" | "knowledge.backup" | "knowledge.location" | "knowledge.sensitivity" | "knowledge.shareRule" | "knowledge.critical" | "knowledge.lastSharedAt" | "sharing" | "sharing.agreementAt" | "sharing.agreedByPartnerAt" | "sharing.covers" | "sharing.leaverAccessRemovedOnTime" | "lessons" | "lessons.at" | "lessons.joint" | "lessons.text" | "lessons.appliedIn" | "risks" | "risks.title" | "risks.scope" | "risks.category" | "risks.severity" | "risks.raisedBy" | "risks.raisedAt" | "risks.ownerUs" | "risks.ownerPartner" | "risks.response" | "risks.status" | "risks.reviewedAt" | "risks.reviewedJointly" | "risks.affectsPartner" | "risks.sharedAt" | "risks.responseOverdue" | "riskStats" | "riskStats.categories" | "riskStats.issuesPreWarned" | "riskStats.realisedTrend" | "measures" | "measures.name" | "measures.kind" | "measures.owner" | "measures.frequencyDays" | "measures.source" | "measures.target" | "measures.lastValue" | "measures.lastAt" | "measures.onTime" | "checks" | "checks.at" | "checks.sidesResponded" | "checks.discussedAt" | "checks.gapsFlagged" | "checks.gapsWithAction" | "checks.gapsClosedInTime" | "checks.overallChange" | "evidence" | "evidence.factPath" | "evidence.kind" | "evidence.uri" | "evidence.observedAt" | "evidence.providedBy" | "evidence.grade" | "evidence.confirmedByPartnerAt" | "evidence.validForDays"

export type SigningKey = { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string; readonly kid: string; readonly validFrom: string; readonly validUntil: string | null; readonly revokedAt: string | null }

export type Split = { readonly change: number; readonly time: number; readonly rules: number; readonly you: number }

export type StatementsStanding = { readonly ruleSet: string; readonly language: string; readonly scale: readonly ({ readonly value: string; readonly label: string })[]; readonly asked: readonly ({ readonly indicator: string; readonly principle: string; readonly title: string; readonly statement: string })[]; readonly waiting: { readonly openedAt: string; readonly expiresAt: string; readonly answered: readonly ("us" | "partner")[] } | null; readonly opened: { readonly at: { readonly us: string; readonly partner: string }; readonly respondents: { readonly us: number; readonly partner: number }; readonly gaps: readonly (PrincipleGap)[]; readonly notAnonymous: readonly ("us" | "partner")[] } | null; readonly firmOfOne: boolean }

export type StoredRelationship = { readonly id: string; readonly firm: string; readonly record: Relationship; readonly createdAt: string; readonly updatedAt: string }

export type Timeline = { readonly ruleSet: string; readonly scope: string; readonly points: readonly ({ readonly result: string; readonly asOf: string; readonly version: string; readonly hash: string })[]; readonly headline: { readonly figures: readonly (ComparedFigures)[]; readonly steps: readonly (Split | null)[]; readonly total: Split | null }; readonly principles: readonly ({ readonly id: string; readonly clause: string; readonly title: string; readonly figures: readonly (ComparedFigures)[]; readonly steps: readonly (Split | null)[]; readonly total: Split | null })[]; readonly complete: boolean }

export type Trend = { readonly ruleSet: string; readonly scope: string; readonly points: readonly ({ readonly result: string; readonly asOf: string; readonly version: string; readonly rulesChanged: boolean; readonly createdAt: string })[]; readonly headline: { readonly score: readonly (number | null)[]; readonly potential: readonly (number | null)[]; readonly level: readonly (number | null)[] }; readonly principles: readonly ({ readonly id: string; readonly title: string | null; readonly score: readonly (number | null)[]; readonly potential: readonly (number | null)[] })[]; readonly complete: boolean }

export type VersionChange = { readonly against: { readonly version: string; readonly digest: string } | null; readonly bump: "none" | "patch" | "minor" | "major"; readonly step: "none" | "patch" | "minor" | "major" | "back"; readonly isBigEnough: boolean; readonly changes: readonly (RuleChange)[] }

export type Visit = { readonly relationship: string; readonly token: string; readonly expiresAt: string }

export type WhoAmI = { readonly kind: string; readonly id: string; readonly association: string | null; readonly firm: string | null; readonly relationship: string | null; readonly origins: readonly (string)[] | null; readonly scopes: readonly (string)[] }

/** What each operation takes and answers. */
export interface Calls {
  listAssociations: { input: { limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (Association)[]; readonly next: string | null } }
  createAssociation: { input: { body: NewAssociation }; output: MadeAssociation }
  getAssociation: { input: {  }; output: Association }
  changeAssociation: { input: { body: AssociationChange; ifMatch: string }; output: Association }
  listFirms: { input: { limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (Firm)[]; readonly next: string | null } }
  createFirm: { input: { body: NewFirm; idempotencyKey?: string }; output: Firm }
  getFirm: { input: { firm: string }; output: Firm }
  changeFirm: { input: { firm: string; body: FirmChange; ifMatch: string }; output: Firm }
  eraseFirm: { input: { firm: string; ifMatch: string }; output: Erasure }
  listRelationships: { input: { firm: string; limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (RelationshipSummary)[]; readonly next: string | null } }
  createRelationship: { input: { firm: string; body: NewRelationship; idempotencyKey?: string }; output: StoredRelationship }
  getRelationship: { input: { relationship: string }; output: StoredRelationship }
  replaceRelationship: { input: { relationship: string; body: NewRelationship; ifMatch: string }; output: StoredRelationship }
  patchRelationship: { input: { relationship: string; body: RecordPatch; ifMatch: string }; output: StoredRelationship }
  deleteRelationship: { input: { relationship: string; ifMatch: string }; output: undefined }
  addEvidence: { input: { relationship: string; body: Evidence; idempotencyKey?: string }; output: StoredRelationship }
  beginRelationshipFromCopy: { input: { firm: string; body: NewFromCopy; idempotencyKey?: string }; output: BegunFromCopy }
  assessRecord: { input: { body: NewAssessment }; output: Result }
  assessRelationship: { input: { relationship: string; ruleSet: string; asOf?: string | undefined; scope?: string | undefined }; output: Result }
  explainIndicator: { input: { relationship: string; ruleSet: string; asOf?: string | undefined; scope?: string | undefined; indicator: string }; output: Explanation }
  getPaths: { input: { relationship: string; ruleSet: string; asOf?: string | undefined; scope?: string | undefined }; output: Paths }
  getScore: { input: { relationship: string; ruleSet: string }; output: CurrentScore }
  listScores: { input: { firm: string; limit?: number | undefined; cursor?: string | undefined; ruleSet: string }; output: { readonly items: readonly (CurrentScore)[]; readonly next: string | null } }
  keepResult: { input: { relationship: string; body: AssessmentWish; idempotencyKey?: string }; output: KeptResult }
  listResults: { input: { relationship: string; limit?: number | undefined; cursor?: string | undefined; ruleSet?: string | undefined }; output: { readonly items: readonly (ResultSummary)[]; readonly next: string | null } }
  getResult: { input: { result: string }; output: KeptResult }
  getReview: { input: { relationship: string; ruleSet?: string | undefined }; output: Review }
  getReviewPage: { input: { relationship: string; ruleSet?: string | undefined }; output: string }
  getReviewMarkdown: { input: { relationship: string; ruleSet?: string | undefined }; output: string }
  getReviewCalendar: { input: { relationship: string; ruleSet?: string | undefined }; output: string }
  getTrend: { input: { relationship: string; ruleSet: string; scope?: string | undefined }; output: Trend }
  getTimeline: { input: { relationship: string; ruleSet: string; scope?: string | undefined }; output: Timeline }
  compareResults: { input: { result: string; with?: string | undefined }; output: Comparison }
  getChanges: { input: { relationship: string; since: string }; output: Comparison }
  getReport: { input: { result: string; language?: "en" | "de" | "ar" | undefined }; output: string }
  getReportMarkdown: { input: { result: string }; output: string }
  getReportCsv: { input: { result: string }; output: string }
  listBadges: { input: { relationship: string; limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (KeptBadge)[]; readonly next: string | null } }
  createBadge: { input: { relationship: string; body: NewBadge; idempotencyKey?: string }; output: MadeBadge }
  revokeBadge: { input: { relationship: string; badge: string }; output: KeptBadge }
  getBadge: { input: { token: string }; output: string }
  getBadgeJson: { input: { token: string }; output: Badge }
  openEmbedSession: { input: { relationship: string; body: NewEmbedSession; idempotencyKey?: string }; output: EmbedSession }
  renewEmbedSession: { input: { idempotencyKey?: string }; output: EmbedSession }
  endEmbedSession: { input: { relationship: string; session: string }; output: undefined }
  startVisit: { input: { body: NewVisit; idempotencyKey?: string }; output: Visit }
  listPartnerLinks: { input: { relationship: string; limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (PartnerLink)[]; readonly next: string | null } }
  createPartnerLink: { input: { relationship: string; body: NewPartnerLink; idempotencyKey?: string }; output: MadePartnerLink }
  revokePartnerLink: { input: { relationship: string; link: string }; output: PartnerLink }
  getInvitation: { input: { relationship: string }; output: Invitation }
  confirm: { input: { relationship: string; body: NewConfirmation; ifMatch: string; idempotencyKey?: string }; output: Confirmation }
  addRemark: { input: { relationship: string; body: NewRemark; idempotencyKey?: string }; output: Remark }
  listRemarks: { input: { relationship: string; limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (Remark)[]; readonly next: string | null } }
  closeRemark: { input: { relationship: string; remark: string; idempotencyKey?: string }; output: Remark }
  getPulse: { input: { relationship: string }; output: PulseStanding }
  answerPulse: { input: { relationship: string; body: NewPulse; idempotencyKey?: string }; output: PulseStanding }
  planGapAction: { input: { relationship: string; body: NewGapAction; idempotencyKey?: string }; output: PulseStanding }
  getStatements: { input: { relationship: string; ruleSet?: string | undefined; language?: string | undefined }; output: StatementsStanding }
  answerStatements: { input: { relationship: string; body: NewStatements; idempotencyKey?: string }; output: StatementsStanding }
  planPrincipleAction: { input: { relationship: string; body: NewPrincipleAction; idempotencyKey?: string }; output: StatementsStanding }
  getRatings: { input: { relationship: string }; output: RatingStanding }
  askForRatings: { input: { relationship: string; body: NewRatingQuestion; idempotencyKey?: string }; output: RatingStanding }
  giveRatings: { input: { relationship: string; body: GivenRatings; idempotencyKey?: string }; output: RatingStanding }
  getPlanApproval: { input: { relationship: string }; output: PlanApproval }
  approvePlan: { input: { relationship: string; ifMatch: string; idempotencyKey?: string }; output: PlanApproval }
  getPlan: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getPlanMarkdown: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getPlanDocx: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getPlanState: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: PlanState }
  getPrivatePlan: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getPrivatePlanMarkdown: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getPrivatePlanDocx: { input: { relationship: string; ruleSet?: string | undefined; language?: "en" | "de" | undefined; form?: "micro" | "full" | undefined }; output: string }
  getConsents: { input: { firm: string }; output: Consents }
  recordConsent: { input: { firm: string; purpose: "answers" | "benchmark"; body: NewConsent }; output: Consent }
  listKeys: { input: { limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (Key)[]; readonly next: string | null } }
  createKey: { input: { body: NewKey; idempotencyKey?: string }; output: MadeKey }
  getKey: { input: { key: string }; output: Key }
  revokeKey: { input: { key: string }; output: Key }
  rotateKey: { input: { key: string; body: Rotation; idempotencyKey?: string }; output: MadeKey }
  listAudit: { input: { limit?: number | undefined; cursor?: string | undefined; target?: string | undefined; actor?: string | undefined }; output: { readonly items: readonly (AuditEntry)[]; readonly next: string | null } }
  verifyAudit: { input: {  }; output: AuditVerdict }
  exportFirm: { input: { firm: string }; output: string }
  listRuleSets: { input: {  }; output: { readonly items: readonly (CurrentRuleSet)[] } }
  getRuleSet: { input: { ruleSet: string }; output: CurrentRuleSet }
  getCurrentBundle: { input: { ruleSet: string }; output: string }
  listRuleSetVersions: { input: { ruleSet: string; limit?: number | undefined; cursor?: string | undefined }; output: { readonly items: readonly (RuleSetVersion)[]; readonly next: string | null } }
  listRuleSetMoves: { input: { ruleSet: string }; output: { readonly items: readonly (RuleSetMove)[] } }
  rollBackRuleSet: { input: { ruleSet: string; body: RollBack; ifMatch: string; idempotencyKey?: string }; output: CurrentRuleSet }
  getBundle: { input: { digest: string; association?: string | undefined }; output: string }
  getBundleSignatures: { input: { digest: string; association?: string | undefined }; output: string }
  listDrafts: { input: { limit?: number | undefined; cursor?: string | undefined; ruleSet?: string | undefined }; output: { readonly items: readonly (DraftSummary)[]; readonly next: string | null } }
  createDraft: { input: { body: NewDraft; idempotencyKey?: string }; output: DraftSummary }
  getDraft: { input: { draft: string }; output: Draft }
  replaceDraft: { input: { draft: string; body: NewDraft; ifMatch: string }; output: DraftSummary }
  deleteDraft: { input: { draft: string; ifMatch: string }; output: undefined }
  checkDraft: { input: { draft: string; idempotencyKey?: string }; output: Draft }
  getDraftBundle: { input: { draft: string }; output: string }
  publishDraft: { input: { draft: string; body: NewPublication; idempotencyKey?: string }; output: Publication }
  previewDraft: { input: { draft: string; idempotencyKey?: string }; output: Impact }
  getRollout: { input: { ruleSet: string }; output: Rollout }
  startRollout: { input: { ruleSet: string; idempotencyKey?: string }; output: Rollout }
  changeRollout: { input: { ruleSet: string; body: RolloutChange }; output: Rollout }
  getBenchmark: { input: { ruleSet: string; sector?: string | undefined; size?: "micro" | "small" | "medium" | "large" | "unknown" | undefined; quarter?: string | undefined }; output: Benchmark }
  listBenchmarkQuarters: { input: { ruleSet: string }; output: { readonly items: readonly ({ readonly quarter: string; readonly frozenAt: string })[] } }
  collectBenchmark: { input: { ruleSet: string; idempotencyKey?: string }; output: { readonly quarter: string } }
  listSigningKeys: { input: {  }; output: { readonly items: readonly (SigningKey)[] } }
  addSigningKey: { input: { body: NewSigningKey; idempotencyKey?: string }; output: SigningKey }
  revokeSigningKey: { input: { key: string }; output: undefined }
  getPublishingSettings: { input: {  }; output: PublishingSettings }
  changePublishingSettings: { input: { body: PublishingSettings; ifMatch: string }; output: PublishingSettings }
  whoAmI: { input: {  }; output: WhoAmI }
  livez: { input: {  }; output: Fine }
  readyz: { input: {  }; output: Fine }
  metrics: { input: {  }; output: string }
  openApi: { input: {  }; output: string }
  docs: { input: {  }; output: string }
  problems: { input: {  }; output: string }
  problem: { input: { code: "malformed-request" | "bad-cursor" | "unauthenticated" | "forbidden" | "consent-required" | "origin-not-listed" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "request-in-progress" | "precondition-failed" | "body-too-large" | "address-too-long" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "precondition-required" | "too-many-requests" | "internal-error" | "unavailable" }; output: string }
}

/** Method and address of each operation. */
export const addresses: Readonly<Record<keyof Calls, string>> = {
  listAssociations: 'GET /v1/associations',
  createAssociation: 'POST /v1/associations',
  getAssociation: 'GET /v1/association',
  changeAssociation: 'PATCH /v1/association',
  listFirms: 'GET /v1/firms',
  createFirm: 'POST /v1/firms',
  getFirm: 'GET /v1/firms/{firm}',
  changeFirm: 'PATCH /v1/firms/{firm}',
  eraseFirm: 'DELETE /v1/firms/{firm}',
  listRelationships: 'GET /v1/firms/{firm}/relationships',
  createRelationship: 'POST /v1/firms/{firm}/relationships',
  getRelationship: 'GET /v1/relationships/{relationship}',
  replaceRelationship: 'PUT /v1/relationships/{relationship}',
  patchRelationship: 'PATCH /v1/relationships/{relationship}',
  deleteRelationship: 'DELETE /v1/relationships/{relationship}',
  addEvidence: 'POST /v1/relationships/{relationship}/evidence',
  beginRelationshipFromCopy: 'POST /v1/firms/{firm}/copies',
  assessRecord: 'POST /v1/assessments',
  assessRelationship: 'GET /v1/relationships/{relationship}/assessment',
  explainIndicator: 'GET /v1/relationships/{relationship}/explanation',
  getPaths: 'GET /v1/relationships/{relationship}/paths',
  getScore: 'GET /v1/relationships/{relationship}/score',
  listScores: 'GET /v1/firms/{firm}/scores',
  keepResult: 'POST /v1/relationships/{relationship}/results',
  listResults: 'GET /v1/relationships/{relationship}/results',
  getResult: 'GET /v1/results/{result}',
  getReview: 'GET /v1/relationships/{relationship}/review',
  getReviewPage: 'GET /v1/relationships/{relationship}/review.html',
  getReviewMarkdown: 'GET /v1/relationships/{relationship}/review.md',
  getReviewCalendar: 'GET /v1/relationships/{relationship}/review.ics',
  getTrend: 'GET /v1/relationships/{relationship}/trend',
  getTimeline: 'GET /v1/relationships/{relationship}/timeline',
  compareResults: 'GET /v1/results/{result}/comparison',
  getChanges: 'GET /v1/relationships/{relationship}/changes',
  getReport: 'GET /v1/results/{result}/report.html',
  getReportMarkdown: 'GET /v1/results/{result}/report.md',
  getReportCsv: 'GET /v1/results/{result}/report.csv',
  listBadges: 'GET /v1/relationships/{relationship}/badges',
  createBadge: 'POST /v1/relationships/{relationship}/badges',
  revokeBadge: 'DELETE /v1/relationships/{relationship}/badges/{badge}',
  getBadge: 'GET /v1/badges/{token}/badge.svg',
  getBadgeJson: 'GET /v1/badges/{token}/badge.json',
  openEmbedSession: 'POST /v1/relationships/{relationship}/embed-sessions',
  renewEmbedSession: 'POST /v1/embed-sessions/renewal',
  endEmbedSession: 'DELETE /v1/relationships/{relationship}/embed-sessions/{session}',
  startVisit: 'POST /v1/visits',
  listPartnerLinks: 'GET /v1/relationships/{relationship}/links',
  createPartnerLink: 'POST /v1/relationships/{relationship}/links',
  revokePartnerLink: 'DELETE /v1/relationships/{relationship}/links/{link}',
  getInvitation: 'GET /v1/relationships/{relationship}/invitation',
  confirm: 'POST /v1/relationships/{relationship}/confirmations',
  addRemark: 'POST /v1/relationships/{relationship}/remarks',
  listRemarks: 'GET /v1/relationships/{relationship}/remarks',
  closeRemark: 'POST /v1/relationships/{relationship}/remarks/{remark}/close',
  getPulse: 'GET /v1/relationships/{relationship}/pulse',
  answerPulse: 'POST /v1/relationships/{relationship}/pulse',
  planGapAction: 'POST /v1/relationships/{relationship}/gap-actions',
  getStatements: 'GET /v1/relationships/{relationship}/statements',
  answerStatements: 'POST /v1/relationships/{relationship}/statements',
  planPrincipleAction: 'POST /v1/relationships/{relationship}/statements/actions',
  getRatings: 'GET /v1/relationships/{relationship}/ratings',
  askForRatings: 'POST /v1/relationships/{relationship}/ratings',
  giveRatings: 'POST /v1/relationships/{relationship}/ratings/given',
  getPlanApproval: 'GET /v1/relationships/{relationship}/plan/approval',
  approvePlan: 'POST /v1/relationships/{relationship}/plan/approval',
  getPlan: 'GET /v1/relationships/{relationship}/plan.html',
  getPlanMarkdown: 'GET /v1/relationships/{relationship}/plan.md',
  getPlanDocx: 'GET /v1/relationships/{relationship}/plan.docx',
  getPlanState: 'GET /v1/relationships/{relationship}/plan/state',
  getPrivatePlan: 'GET /v1/relationships/{relationship}/private-plan.html',
  getPrivatePlanMarkdown: 'GET /v1/relationships/{relationship}/private-plan.md',
  getPrivatePlanDocx: 'GET /v1/relationships/{relationship}/private-plan.docx',
  getConsents: 'GET /v1/firms/{firm}/consents',
  recordConsent: 'PUT /v1/firms/{firm}/consents/{purpose}',
  listKeys: 'GET /v1/keys',
  createKey: 'POST /v1/keys',
  getKey: 'GET /v1/keys/{key}',
  revokeKey: 'DELETE /v1/keys/{key}',
  rotateKey: 'POST /v1/keys/{key}/rotate',
  listAudit: 'GET /v1/audit',
  verifyAudit: 'GET /v1/audit/verdict',
  exportFirm: 'GET /v1/firms/{firm}/export',
  listRuleSets: 'GET /v1/rule-sets',
  getRuleSet: 'GET /v1/rule-sets/{ruleSet}',
  getCurrentBundle: 'GET /v1/rule-sets/{ruleSet}/current',
  listRuleSetVersions: 'GET /v1/rule-sets/{ruleSet}/versions',
  listRuleSetMoves: 'GET /v1/rule-sets/{ruleSet}/moves',
  rollBackRuleSet: 'POST /v1/rule-sets/{ruleSet}/roll-back',
  getBundle: 'GET /v1/bundles/{digest}',
  getBundleSignatures: 'GET /v1/bundles/{digest}/signatures',
  listDrafts: 'GET /v1/drafts',
  createDraft: 'POST /v1/drafts',
  getDraft: 'GET /v1/drafts/{draft}',
  replaceDraft: 'PUT /v1/drafts/{draft}',
  deleteDraft: 'DELETE /v1/drafts/{draft}',
  checkDraft: 'POST /v1/drafts/{draft}/check',
  getDraftBundle: 'GET /v1/drafts/{draft}/bundle',
  publishDraft: 'POST /v1/drafts/{draft}/publish',
  previewDraft: 'POST /v1/drafts/{draft}/impact',
  getRollout: 'GET /v1/rule-sets/{ruleSet}/rollout',
  startRollout: 'POST /v1/rule-sets/{ruleSet}/rollout',
  changeRollout: 'PATCH /v1/rule-sets/{ruleSet}/rollout',
  getBenchmark: 'GET /v1/benchmarks/{ruleSet}',
  listBenchmarkQuarters: 'GET /v1/benchmarks/{ruleSet}/quarters',
  collectBenchmark: 'POST /v1/benchmarks/{ruleSet}/quarters',
  listSigningKeys: 'GET /v1/signing-keys',
  addSigningKey: 'POST /v1/signing-keys',
  revokeSigningKey: 'DELETE /v1/signing-keys/{key}',
  getPublishingSettings: 'GET /v1/association/publishing',
  changePublishingSettings: 'PUT /v1/association/publishing',
  whoAmI: 'GET /v1/whoami',
  livez: 'GET /livez',
  readyz: 'GET /readyz',
  metrics: 'GET /metrics',
  openApi: 'GET /openapi.json',
  docs: 'GET /docs',
  problems: 'GET /problems',
  problem: 'GET /problems/{code}',
}
