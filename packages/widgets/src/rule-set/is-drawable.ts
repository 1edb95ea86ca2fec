import { isData } from '../session/data.ts'
import type { RuleSetData } from './document.ts'

/** Whether there is enough of a rule set to draw its questions. It is no check: that follows, and says every fault. */
export function isDrawable(document: unknown): document is RuleSetData {
  const at = (...path: readonly string[]) =>
    path.reduce<unknown>((value, step) => (isData(value) ? value[step] : undefined), document)
  return (
    at('formatVersion') === 1 &&
    [at('scale', 'levels'), at('reference', 'principles'), at('practice', 'indicators'), at('answers', 'scale')].every(
      Array.isArray,
    ) &&
    typeof at('method', 'name') === 'string'
  )
}
