import type { RuleSetDocument } from '@joinery/core'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'

/** A rule set and all that it extends, outermost first. */
export function layersOf(loaded: LoadedRuleSet): LoadedRuleSet[] {
  return loaded.base === undefined ? [loaded] : [loaded, ...layersOf(loaded.base)]
}

/** The place at which the outermost layer that says something says it; undefined where none does. */
export function layerWhere(
  loaded: LoadedRuleSet,
  pointerIn: (own: RuleSetDocument) => string | undefined,
): string | undefined {
  for (const { own, locate } of layersOf(loaded)) {
    const pointer = own === undefined ? undefined : pointerIn(own)
    if (pointer !== undefined) return placeWords(locate, pointer)
  }
  return undefined
}

/** `folder/file.json:12:3`, as editors take it; sheet and cell in a workbook. */
export function placeWords(locate: LoadedRuleSet['locate'], path: string): string {
  const { file, line, column, cell } = locate({ code: 'unused', path, message: '', severity: 'warning' })
  if (cell !== undefined) return cell
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`
}
