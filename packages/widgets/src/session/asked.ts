import type { RuleSetData } from '../rule-set/document.ts'

/** What the attributes of an assessment ask for. */
export interface Asked {
  readonly rules: string
  readonly ruleSet: unknown
  readonly name: string
  readonly scope: string
  readonly today: () => string
}

export interface Hooks {
  readonly onChange: () => void
  /** The rule set turned out to have faults after its questions were shown. */
  readonly onRefused: (error: unknown) => void
}

/** The scope that was asked for, or the first one of the rule set. */
export function scopeToBegin({ scope }: Pick<Asked, 'scope'>, { scopes }: RuleSetData): string {
  return scope || (scopes?.[0]?.id ?? 'full')
}
