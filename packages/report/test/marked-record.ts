import { modelFields, type Relationship } from '@joinery/core'

/** Stands in a record for the value of one field, and nowhere else. */
export function markOf(path: string): string {
  return `mark-${path.replaceAll('.', '-')}-x`
}

/** A record with a mark of its own in every field of the model, whatever its type. */
export function markedRecord(): Relationship {
  const record: Record<string, unknown> = {}
  for (const { path, type } of modelFields) {
    const steps = path.split('.')
    const last = steps.pop()!
    let at = record
    for (const step of steps) at = (Array.isArray(at[step]) ? at[step][0] : at[step]) as Record<string, unknown>
    const value = { entity: {}, records: [{}], texts: [markOf(path)] }[type as 'entity']
    at[last] = value ?? markOf(path)
  }
  // nothing is over, and nothing is ours alone but what is private
  for (const [list, fields] of Object.entries({
    people: ['leftAt'],
    values: ['misfits'],
    pulses: ['side'],
    evidence: [],
  }))
    for (const field of fields) delete [record[list]].flat().map((entry) => entry as Record<string, unknown>)[0]![field]
  return record as Relationship
}
