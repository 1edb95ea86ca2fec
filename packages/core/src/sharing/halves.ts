import { dayOf } from '../day.ts'
import { given } from '../facts/record.ts'
import { modelField, modelFields } from '../schema/model.ts'
import type { Relationship } from '../schema/relationship.ts'

/**
 * What a partner may see of a record: the fields the firm chose, of those that are marked shared. Everything else is
 * left out: private fields whatever was chosen, answers and notes, sector data, and fields the model does not know.
 * Entries that are ours alone stay with us too: what the record marks as our own and has not shared, our own pulse until
 * the partner has answered one, and evidence for private things.
 *
 * @example
 * sharedView(record, ['rmp', 'risks.title']) // the plan whole, and the titles of joint risks
 */
export function sharedView(record: Relationship, chosenFields: readonly string[] = shareableFields): Relationship {
  const chosen = new Set(chosenFields)
  const start: Place = { path: '', half: 'shared', isPrivate: false, isChosen: false, chosen, record }
  return (fieldsOf(record, start) ?? {}) as Relationship
}

/**
 * The other half of a record: what a partner never sees, of the fields that the model knows. Together with `sharedView` of
 * everything it holds each field of the model once.
 */
export function privateView(record: Relationship): Relationship {
  const start: Place = { path: '', half: 'private', isPrivate: false, isChosen: true, chosen: nothing, record }
  return (fieldsOf(record, start) ?? {}) as Relationship
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
  readonly half: 'shared' | 'private'
  /** Whether this place, or one around it, is ours alone. */
  readonly isPrivate: boolean
  /** Whether this place, or one around it, was chosen. */
  readonly isChosen: boolean
  readonly chosen: ReadonlySet<string>
  readonly record: Relationship
}

const nothing: ReadonlySet<string> = new Set()

/** Our pulse is opened by one of the partner that lies at most this many days from it. */
export const pulsesApart = 30

function valueOf(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return itemsOf(value, place)
  if (typeof value === 'object' && value !== null) return fieldsOf(value, place)
  return belongs(place) ? value : undefined
}

function belongs({ half, isPrivate, isChosen }: Place): boolean {
  return half === 'private' ? isPrivate : isChosen && !isPrivate
}

function itemsOf(items: readonly unknown[], place: Place): unknown[] | undefined {
  const seen = items
    .map((item) => valueOf(item, { ...place, isPrivate: place.isPrivate || isOurs(item, place) }))
    .filter((item) => item !== undefined)
  // a list that holds only what is not for these eyes looks like one that is not there
  return seen.length > 0 || (items.length === 0 && belongs(place)) ? seen : undefined
}

function fieldsOf(value: object, place: Place): object | undefined {
  const entries: [string, unknown][] = []
  for (const [key, field] of Object.entries(value)) {
    const path = place.path === '' ? key : `${place.path}.${key}`
    const model = modelField(path)
    if (model === undefined) continue
    const isPrivate = place.isPrivate || model.visibility === 'private'
    const isChosen = place.isChosen || place.chosen.has(path)
    const seen = valueOf(field, { ...place, path, isPrivate, isChosen })
    if (seen !== undefined) entries.push([key, seen])
  }
  return entries.length > 0 || (belongs(place) && place.path !== '') ? Object.fromEntries(entries) : undefined
}

/** Whether an entry of a list is ours alone, although the list is not. */
function isOurs(item: unknown, { path, record }: Place): boolean {
  switch (path) {
    case 'pulses':
      return given(item, 'side') !== 'partner' && !isOpened(item, record)
    case 'evidence': {
      const factPath = given(item, 'factPath')
      return typeof factPath !== 'string' || !isShareable(factPath)
    }
    default:
      return given(item, 'scope') === 'own' && given(item, 'sharedAt') === undefined
  }
}

/** A pulse is sealed until both sides have answered. */
function isOpened(pulse: unknown, { pulses = [] }: Relationship): boolean {
  const day = dayOf(given(pulse, 'at'))
  return pulses.some((other) => {
    const answered = dayOf(given(other, 'at'))
    return (
      given(other, 'side') === 'partner' && day !== undefined && Math.abs((answered ?? Infinity) - day) <= pulsesApart
    )
  })
}
