import { modelField, modelFields, type Relationship } from '@joinery/core'

/**
 * What a partner may see of a record: the fields the firm chose, of those that are marked shared. Everything else is
 * left out: private fields whatever was chosen, answers and notes, sector data, and fields the model does not know.
 * Entries that the record itself marks as ours alone (`scope: own`) stay with us too.
 *
 * @example
 * sharedView(record, ['rmp', 'risks.title']) // the plan whole, and the titles of joint risks
 */
export function sharedView(record: Relationship, chosenFields: readonly string[]): Relationship {
  const chosen = new Set(chosenFields)
  return (visibleFields(record, { path: '', isChosen: false, chosen }) ?? {}) as Relationship
}

/** Every field that may be chosen for sharing. */
export const shareableFields = modelFields
  .filter(({ visibility }) => visibility === 'shared')
  .map(({ path }) => path) as [string, ...string[]]

/** Whether a field may be chosen for sharing at all. */
export function isShareable(path: string): boolean {
  return modelField(path)?.visibility === 'shared'
}

interface Place {
  readonly path: string
  /** Whether this place, or one around it, was chosen. */
  readonly isChosen: boolean
  readonly chosen: ReadonlySet<string>
}

function visible(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return visibleItems(value, place)
  if (typeof value === 'object' && value !== null) return visibleFields(value, place)
  return place.isChosen ? value : undefined
}

function visibleItems(items: readonly unknown[], place: Place): unknown[] | undefined {
  const seen = items
    .filter((item) => !isOurs(item))
    .map((item) => visible(item, place))
    .filter((item) => item !== undefined)
  return seen.length > 0 || place.isChosen ? seen : undefined
}

function isOurs(item: unknown): boolean {
  return (
    typeof item === 'object' && item !== null && Object.hasOwn(item, 'scope') && 'scope' in item && item.scope === 'own'
  )
}

function visibleFields(value: object, { path, isChosen, chosen }: Place): object | undefined {
  const entries: [string, unknown][] = []
  for (const [key, field] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    if (!isShareable(inner)) continue
    const seen = visible(field, { path: inner, isChosen: isChosen || chosen.has(inner), chosen })
    if (seen !== undefined) entries.push([key, seen])
  }
  return entries.length > 0 || isChosen ? Object.fromEntries(entries) : undefined
}
