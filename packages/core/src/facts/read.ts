import { derivedFacts } from './derived-facts.ts'
import { derivedFields } from './derived-fields.ts'
import { given, stated } from './record.ts'
import type { ProfileFacts } from './profile.ts'
import { once, type Run } from './run.ts'

/**
 * Reads a fact by its id: what the record states, else what follows from it. `undefined` is unknown; so is an empty list
 * that is not marked as complete.
 */
export function readFact(run: Run, id: string): unknown {
  if (id.startsWith('profile.')) return profileFact(run, id)
  const recorded = stated(run.record, id)
  if (recorded !== undefined)
    return Array.isArray(recorded) && recorded.length === 0 && !run.whole.has(recorded) ? undefined : recorded
  if (!Object.hasOwn(derivedFacts, id)) return undefined
  return once(run, id, () => derivedFacts[id]!(run))
}

function profileFact({ profile }: Run, id: string): unknown {
  const name = id.slice('profile.'.length)
  return Object.hasOwn(profile, name) ? profile[name as keyof ProfileFacts] : undefined
}

/** The facts that come from the size of the firm and the segment of the relationship. */
export const profileFacts = ['profile.cadence', 'profile.sizeBand', 'profile.segment', 'profile.target'] as const

/** Reads a field of a list item: what is stated, else what follows; `item` is the item itself, for lists of plain text. */
export function readField(run: Run, list: string, access: { item: unknown; field: string }): unknown {
  return fieldReader(list, access.field)(run, access.item)
}

/** The same, looked up once for many items. */
export function fieldReader(list: string, field: string): (run: Run, item: unknown) => unknown {
  const id = `${list}.${field}`
  const derived = Object.hasOwn(derivedFields, id) ? derivedFields[id]! : undefined
  return (run, item) => {
    if (field === 'item' && typeof item !== 'object') return item
    const recorded = given(item, field)
    // the person wrote the item, and a list inside it with it: such a list is whole
    if (Array.isArray(recorded)) run.whole.add(recorded)
    return recorded === undefined ? derived?.(item, run) : recorded
  }
}
