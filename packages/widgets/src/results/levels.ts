import type { PrincipleResult } from '@joinery/core'
import type { RuleSetData } from '../rule-set/document.ts'
import type { ReadText } from '@joinery/report/texts'

/** What figures are read by: a result with its rule set, or by itself. */
export interface Figures {
  readonly result: { readonly principles: readonly Pick<PrincipleResult, 'potential'>[] }
  readonly ruleSet: RuleSetData | undefined
}

/** The highest score there is: from the rule set, or from the highest figure in the result. */
export function topOf({ result, ruleSet }: Figures): number {
  if (ruleSet !== undefined) return ruleSet.scale.top
  const figures = result.principles.map(({ potential }) => potential ?? 0)
  return Math.max(4, Math.ceil(Math.max(0, ...figures)))
}

export function levelName(
  { ruleSet, text }: Pick<Figures, 'ruleSet'> & { readonly text: ReadText },
  level: number | null,
): string {
  const found = ruleSet?.scale.levels.find((one) => one.level === level)
  return found === undefined ? '' : text('scale', `level.${found.level}`, found.name).text
}
