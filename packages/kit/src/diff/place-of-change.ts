import { isPlainObject, type RuleSetDocument } from '@joinery/core'
import { pointerOf } from '@joinery/core'
import { stepsOf } from '../json/json-source.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import type { RuleChange } from './change.ts'
import { listOf, member } from './data.ts'
import { partListsOf } from './parts.ts'

/** Where an author finds what has changed. */
export interface ChangePlace {
  readonly file: string
  /** JSON pointer into that file. */
  readonly path: string
  readonly line?: number
  readonly column?: number
}

/**
 * The file, line and column behind a change, in whichever layer says it: in the later version, or in the earlier one for what
 * was taken away there. Undefined where no file says it, as with what a method does by itself.
 */
export function placeOfChange(
  { before, after }: { before: LoadedRuleSet; after: LoadedRuleSet },
  change: RuleChange,
): ChangePlace | undefined {
  if (change.kind !== 'removed') return placeIn(after, change)
  return placeWhere(after, (own) => switchOff(own, change.id)) ?? placeIn(before, change)
}

function placeIn(loaded: LoadedRuleSet, change: RuleChange): ChangePlace | undefined {
  const document = loaded.ruleSet?.document
  if (document === undefined) return undefined
  const part = partListsOf(document)
    .flatMap(({ parts }) => parts)
    .find(({ of, id }) => of === change.of && id === change.id)
  const within = part === undefined ? '' : change.path.slice(part.path.length)
  return placeWhere(loaded, (own) => {
    if (part === undefined) return stands(own, change.path) ? change.path : undefined
    return changedBy(own, change.id, within) ?? ownPart(own, change, within)
  })
}

function placeWhere(
  loaded: LoadedRuleSet,
  pointerIn: (own: RuleSetDocument) => string | undefined,
): ChangePlace | undefined {
  for (let layer: LoadedRuleSet | undefined = loaded; layer !== undefined; layer = layer.base) {
    const pointer = layer.own === undefined ? undefined : pointerIn(layer.own)
    if (pointer === undefined) continue
    const { file, path, line, column } = layer.locate({
      code: 'conflict',
      message: '',
      severity: 'warning',
      path: pointer,
    })
    return { file, path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
  }
  return undefined
}

function switchOff(own: RuleSetDocument, id: string): string | undefined {
  const index = (own.overrides ?? []).findIndex(({ target, off }) => target === id && off === true)
  return index < 0 ? undefined : pointerOf('overrides', index)
}

/** The change of a layer that sets the field. */
function changedBy(own: RuleSetDocument, id: string, within: string): string | undefined {
  const index = (own.overrides ?? []).findIndex(({ target, set }) => target === id && stands(set, within))
  return index < 0 || within === '' ? undefined : `${pointerOf('overrides', index, 'set')}${within}`
}

function ownPart(own: RuleSetDocument, change: RuleChange, within: string): string | undefined {
  const parts = partListsOf(own).flatMap((list) => list.parts)
  const part = parts.find(({ of, id }) => of === change.of && id === change.id)
  return part === undefined ? undefined : `${part.path}${within}`
}

function stands(document: unknown, pointer: string): boolean {
  let value = document
  for (const step of stepsOf(pointer)) {
    value = isPlainObject(value) ? member(value, step) : listOf(value)[Number(step)]
    if (value === undefined) return false
  }
  return value !== undefined
}
