import type { Day } from '../day.ts'
import { getOrInsert } from '../get-or-insert.ts'
import type { ProfileFacts } from './profile.ts'
import { given, stated, type Data } from './record.ts'

/** Everything that facts are read from in one assessment. Pure data: no clock, no I/O. */
export interface Run {
  readonly record: Data
  readonly asOf: Day
  readonly profile: ProfileFacts
  /** The lists that somebody marked as complete. */
  readonly whole: Set<unknown>
  /** Derived facts, computed once for each run. */
  readonly memo: Map<string, unknown>
}

export function createRun(record: Data, asOf: Day, profile: ProfileFacts): Run {
  return { record, asOf, profile, whole: wholeLists(record), memo: new Map() }
}

/** What is worked out once for each run. */
export function once<Value>({ memo }: Run, name: string, work: () => Value): Value {
  return getOrInsert(memo, name, work) as Value
}

/** The items of a list; undefined where the list says nothing: absent, or empty without being marked as complete. */
export function listAt(run: Run, path: string): readonly unknown[] | undefined {
  const list = stated(run.record, path)
  if (!Array.isArray(list) || (list.length === 0 && !run.whole.has(list))) return undefined
  return list
}

function wholeLists(record: Data): Set<unknown> {
  const marks = given(record, 'complete')
  const whole = new Set<unknown>()
  if (typeof marks !== 'object' || marks === null) return whole
  for (const path of Object.keys(marks)) {
    const list = stated(record, path)
    if (Array.isArray(list)) whole.add(list)
  }
  return whole
}
