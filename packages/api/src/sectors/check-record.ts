import { createFaults, type Faults, type Relationship } from '@joinery/core'
import { briefly, Problem } from '../kernel/problem.ts'
import { limits } from '../limits.ts'

/** What faults are about, for those who get them back. */
interface Refusal {
  readonly detail: string
  /** Where the record stands in the body; empty where it is the body. */
  readonly place: '' | '/record'
}

/** Throws one Problem with every fault that `check` finds in a record. */
export function refuseFaults(
  record: Relationship,
  check: (record: Relationship, faults: Faults) => void,
  { detail, place }: Refusal,
): void {
  const faults = createFaults()
  check(record, faults)
  if (faults.list.length === 0) return
  const errors = faults.list.slice(0, limits.faults).map(({ path, message, value }) => ({
    in: 'body' as const,
    pointer: `${place}${path}`,
    code: 'conflict',
    message,
    value: briefly(value),
  }))
  throw new Problem('invalid-request', detail, { errors })
}

/** What is kept of a sector fits what its plugin declares: it would be read by nobody later, and nobody would be told. */
export function refuseWrongSectors(
  record: Relationship,
  { sectors }: { readonly sectors: { readonly checkRecord: (record: Relationship, faults: Faults) => void } },
  place: Refusal['place'],
): void {
  refuseFaults(record, sectors.checkRecord, { detail: 'The data of a sector does not fit its plugin.', place })
}
