import type { RuleSetData } from '@joinery/widgets/asking'
import { textsOf } from '@joinery/widgets/asking'

/** A part of the rule set that results are made of. */
export interface Scope {
  readonly id: string
  readonly title: string
}

export function scopesOf(document: RuleSetData, language: string): readonly Scope[] {
  const text = textsOf(document, language)
  return (document.scopes ?? []).map(({ id, title }) => ({ id, title: text(id, 'title', title).text }))
}
