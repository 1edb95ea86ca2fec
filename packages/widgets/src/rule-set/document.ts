import type { RuleSet } from '@joinery/core'

/** A resolved rule set as published: one JSON document, complete in itself. */
export type RuleSetData = RuleSet['document']
export type Principle = RuleSetData['reference']['principles'][number]
export type Clause = Principle['clauses'][number]
export type Indicator = RuleSetData['practice']['indicators'][number]
export type Question = NonNullable<RuleSetData['instrument']>['questions'][number]
export type QuestionField = NonNullable<Question['fields']>[number]
export type Scope = NonNullable<RuleSetData['scopes']>[number]

/** The scope by its id; without one, everything. */
export function scopeOf(document: RuleSetData, id: string): Scope | undefined {
  return document.scopes?.find((scope) => scope.id === id)
}
