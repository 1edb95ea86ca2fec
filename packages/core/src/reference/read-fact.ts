import { readFact } from '../facts/read.ts'
import type { Run } from '../facts/run.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'

/** Reads facts of the record, and the limits that a rule set sets itself. */
export function readerOf({ document }: RuleSet, run: Run): (id: string) => unknown {
  const limits = new Map((document.facts ?? []).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])))
  return (id) => limits.get(id) ?? readFact(run, id)
}
