import type { AssessOptions, Relationship, Result } from '@joinery/core'
import type { Kept, Submission } from './kept.ts'
import type { Line } from './line.ts'
import { patiently } from './patiently.ts'
import type { Sync } from './sync.ts'

interface Parts {
  readonly line: Line
  readonly sync: Sync
  readonly ruleSet: string
  readonly kept: () => Kept
  readonly keep: (next: Partial<Kept>) => void
}

/** Has results kept by the service; what was asked for stands on this device until it is done. */
export interface Submitter {
  /** Asks for the result of a record to be kept, unless that was asked for or done already. */
  readonly wish: (record: Relationship, options: AssessOptions) => void
  /** Sends what was asked for, once, though the tab may be closed before the network is back. */
  readonly submit: () => Promise<void>
  /** The result that was kept of this very record. */
  readonly resultOf: (record: Relationship, options: AssessOptions) => Result | undefined
}

interface Submitted extends Omit<Submission, 'once'> {
  readonly base: Relationship
  readonly result: Result
}

export function createSubmitter({ line, sync, ruleSet, kept, keep }: Parts): Submitter {
  let submitting: Promise<void> | undefined
  let submitted: Submitted | undefined
  const send = async () => {
    await sync.settled()
    const { submission, base } = kept()
    if (submission === undefined || sync.relationship() === undefined) return
    const { once, asOf, scope } = submission
    const path = `/v1/relationships/${sync.relationship()}/results`
    const { body } = await patiently(() => line('POST', path, { body: { ruleSet, asOf, scope }, once }))
    if (kept().submission?.once === once) keep({ submission: undefined })
    submitted = { base, asOf, scope, result: (body as { result: Result }).result }
  }
  const resultOf = (record: Relationship, { asOf, scope = 'full' }: AssessOptions) => {
    const isIt = submitted?.base === kept().base && submitted.asOf === asOf && submitted.scope === scope
    return isIt && sync.hasArrived(record) ? submitted?.result : undefined
  }
  return {
    resultOf,
    submit: () => (submitting ??= send().finally(() => (submitting = undefined))),
    wish: (record, options) => {
      const { asOf, scope = 'full' } = options
      const { submission } = kept()
      const isWanted = submission?.asOf === asOf && submission.scope === scope
      if (Object.keys(record).length === 0 || isWanted || resultOf(record, options) !== undefined) return
      keep({ submission: { once: crypto.randomUUID(), asOf, scope } })
    },
  }
}
