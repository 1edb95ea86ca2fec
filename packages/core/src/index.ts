export { indicatorPoints, type IndicatorPoints } from './complete-result.ts'
export { createAssessor, type Assessor, type AssessorOptions, type FullResult, type LiveResult } from './assessor.ts'
export type { IndicatorTrace, Live, ScoredResult } from './scored-result.ts'
export type { AssessOptions } from './runner.ts'
export { compareAssessments, type Compared } from './compare/compare-assessments.ts'
export type { Cause, Comparison, ContributionChange, Moved, NodeChange, Split } from './compare/comparison.ts'
export {
  timelineOf,
  type Timeline,
  type TimelineFigures,
  type TimelinePrinciple,
  type TimelineRow,
} from './compare/timeline.ts'
export { rateCompetences, type CompetenceRating, type CompetenceReview } from './competence/rate-competences.ts'
export {
  portfolioFrom,
  portfolioOf,
  type Concentration,
  type Portfolio,
  type PortfolioRow,
  type Standing,
} from './portfolio/portfolio.ts'
export {
  segmentCriteria,
  segmentScoresOf,
  suggestSegment,
  type SegmentScores,
  type SegmentSuggestion,
} from './portfolio/suggest-segment.ts'
export { targetLevelFor, type Segment } from './portfolio/target-level.ts'
export { agendaOf, type Agenda, type AgendaItem } from './review/agenda.ts'
export { forecast, type Forecast, type Lapse } from './review/forecast.ts'
export { canonicalJson } from './canonical.ts'
export { sha256Hex } from './sha256.ts'
export {
  createFaults,
  dangerousKeys,
  didYouMean,
  DocumentError,
  pointerOf,
  type Fault,
  type FaultCode,
  type Faults,
} from './fault.ts'
export { isShareable, privateView, shareableFields, sharedView } from './sharing/halves.ts'
export {
  perceptionGaps,
  pulseItems,
  type PerceptionGap,
  type PerceptionGaps,
  type PulseItem,
} from './sharing/perception-gaps.ts'
export { withHealthCheck } from './sharing/health-check.ts'
export { mirrorOf } from './sharing/mirror.ts'
export { beginFromCopy, isPartnerCopy, parsePartnerCopy, type PartnerCopy } from './sharing/partner-copy.ts'
export { gapSource, jointActionFor, withJointAction, type Gap, type GapFlag, type JointAction } from './sharing/gap.ts'
export {
  declaredAnswers,
  principleGaps,
  statementsForPartner,
  type ComparedStatement,
  type PrincipleGap,
  type PrincipleGaps,
  type SideAnswers,
} from './sharing/principle-gaps.ts'
export { derivedFrom } from './facts/derived-from.ts'
export { checkRelationship, parseRelationship } from './parse-relationship.ts'
export { createSectorCheck } from './plugin/check-sectors.ts'
export { parseRuleSet, readRuleSet, type AtHand } from './rule-set/parse-rule-set.ts'
export type { Change, Clause, Indicator, Principle, RuleSet } from './rule-set/rule-set.ts'
export type { Answer, Relationship } from './schema/relationship.ts'
export type { RuleSetDocument } from './schema/rule-set.ts'
export type {
  ClauseResult,
  Contribution,
  Headline,
  HeldBack,
  IndicatorResult,
  NextStep,
  Observation,
  Outcome,
  Path,
  PrincipleResult,
  Result,
  SectorResult,
} from './schema/result.ts'
export { dayOf, isCalendarDay, isoOf } from './day.ts'
// for tools that check and explain documents, such as @joinery/kit
export { baseOperators, decoratorNames, findOperator, type AddedOperators } from './operators/operator.ts'
export { operatorPhrases } from './explain/words.ts'
export { checkShape } from './schema/check-shape.ts'
export { isPlainObject } from './schema/shape-limits.ts'
export { relationshipShape } from './schema/generated/relationship-shape.ts'
export { ruleSetShape } from './schema/generated/rule-set-shape.ts'
export { modelField, modelFields, type ModelField } from './schema/model.ts'
export type { NumberShape, Shape, TextShape } from './schema/shape.ts'
export type { CompetenceItem, PlanSection } from './schema/rule-set-instrument.ts'
