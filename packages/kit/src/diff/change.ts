/** How big a change is: what the version must say about it. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const
/** Which number of a version a change moves at least. */
export type Bump = (typeof bumps)[number]

/** What happened to a part of a rule set. */
export type ChangeKind =
  | 'added'
  | 'removed'
  /** The id stands for something else now. */
  | 'reused'
  /** It belongs to another clause, principle or level. */
  | 'moved'
  | 'reweighted'
  /** A number or other value inside a condition. */
  | 'threshold'
  | 'condition'
  /** Any other value. */
  | 'changed'
  | 'reordered'
  | 'reworded'
  /** Written in another way, and means the same. */
  | 'rewritten'

/** What kind of part it is. */
export type PartKind =
  | 'rule-set'
  | 'layer'
  | 'scale'
  | 'level'
  | 'method'
  | 'answers'
  | 'answer'
  | 'profile'
  | 'segment'
  | 'size-band'
  | 'principle'
  | 'clause'
  | 'indicator'
  | 'question'
  | 'fact'
  | 'condition'
  | 'scope'
  | 'lens'
  | 'lens-element'
  | 'plan-section'
  | 'competence'
  | 'locale'

/** One difference between two versions of a rule set. */
export interface RuleChange {
  readonly kind: ChangeKind
  readonly of: PartKind
  /** Its id, name or number; the id of the rule set for what it has only one of. */
  readonly id: string
  /** Which of its fields, as steps with dots; absent where all of it came or went. */
  readonly field?: string
  readonly from?: unknown
  readonly to?: unknown
  readonly bump: Exclude<Bump, 'none'>
  /** JSON pointer into the resolved document after the change; into the one before it for what was removed. */
  readonly path: string
  /** The same in a plain sentence. */
  readonly words: string
  /** For a named condition: the indicators and clauses that refer to it. */
  readonly usedBy?: readonly string[]
}

/** Two versions of a rule set, side by side. */
export interface RuleSetDiff {
  readonly before: Version
  readonly after: Version
  /** Every difference, the biggest first. */
  readonly changes: readonly RuleChange[]
  /** What the version must say at least. */
  readonly bump: Bump
  /** What the version does say. */
  readonly step: Bump | 'back'
  /** Whether that is enough. */
  readonly isBigEnough: boolean
}

interface Version {
  readonly id: string
  readonly version: string
  readonly hash: string
}
