import { derivedFacts } from '../facts/derived-facts.ts'
import { readFact } from '../facts/read.ts'
import type { Run } from '../facts/run.ts'
import { followPath } from '../rule-set/path.ts'
import type { Reading, Step } from '../rule-set/tree.ts'
import { partAt, type Frame, type Read, type Slots } from './frame.ts'
import { itemJudgeOf } from './items.ts'
import { countOf, everyOf, newestOf, shareOf } from './list-facts.ts'
import { lastsFor, sourcesOf } from './sources.ts'

/** The slot of a value of the record; the same reading always has the same slot. */
export function slotOf(reading: Reading, slots: Slots): number {
  return slotFor(JSON.stringify(reading), reading, slots)
}

/**
 * The slot of the value that a fact is compared with. As in json-rules-engine, every wildcard gives a list of its own, so a
 * list never equals one read on the other side.
 */
export function valueSlotOf(reading: Reading, slots: Slots): number {
  const isOwn = reading.is === 'fact' && reading.path?.includes('*') === true
  return slotFor(`${isOwn ? 'value ' : ''}${JSON.stringify(reading)}`, reading, slots)
}

function slotFor(key: string, reading: Reading, slots: Slots): number {
  const known = slots.byReading.get(key)
  if (known !== undefined) return known
  // what the reading needs gets its slots first
  const read = readOf(reading, slots)
  const slot = slots.reads.push(read) - 1
  for (const name of sourcesOf(reading)) slots.watched.push(slot, partAt(slots, name), lastsFor(reading))
  slots.byReading.set(key, slot)
  return slot
}

function readOf(reading: Reading, slots: Slots): Read {
  switch (reading.is) {
    case 'fact':
      return reading.path === undefined
        ? factReader(reading.id, slots)
        : pathReader(reading.path, slotOf({ is: 'fact', id: reading.id }, slots))
    case 'recorded':
      return ({ run }) => readFact(run, reading.of) !== undefined
    case 'list':
      return listReader(reading, slots)
    case 'field':
    case 'fieldCount':
      throw new Error(`"${reading.name}" can only be read inside an item`)
  }
}

/** Plain look-ups for the common facts of the model; everything else goes the general way. */
function factReader(id: string, slots: Slots): Read {
  const [entity, field, ...rest] = id.split('.') as [string, ...string[]]
  const part = partAt(slots, entity)
  if (field === undefined) return ({ run, parts }) => unlessOpenAndEmpty(run, parts[part])
  if (rest.length > 0 || entity === 'profile' || entity === 'ext') return ({ run }) => readFact(run, id)
  const derive = Object.hasOwn(derivedFacts, id) ? derivedFacts[id] : undefined
  return ({ run, parts }) => {
    const inner = parts[part] as Readonly<Record<string, unknown>> | undefined
    return unlessOpenAndEmpty(run, inner?.[field]) ?? derive?.(run)
  }
}

/** What was not given is unknown, and so is an empty list that may be longer. */
function unlessOpenAndEmpty(run: Run, value: unknown): unknown {
  if (value === null || value === '') return undefined
  return Array.isArray(value) && value.length === 0 && !run.whole.has(value) ? undefined : value
}

/** As in json-rules-engine, a path applies to structured values only; any other value is given as it is. */
function pathReader(path: readonly Step[], slot: number): Read {
  const step = path.length === 1 ? path[0] : undefined
  if (typeof step === 'object' && 'name' in step) return nameReader(step.name, slot)
  return ({ run, values }) => {
    const value = values[slot]
    return typeof value === 'object' && value !== null ? followPath(value, path, run.whole) : value
  }
}

/** The everyday path: one name. What plain objects and lists inherit is not theirs. */
function nameReader(name: string, slot: number): Read {
  const isInherited = name in Array.prototype
  return ({ values }) => {
    const value = values[slot]
    if (typeof value !== 'object' || value === null) return value
    if (isInherited && !Object.hasOwn(value, name)) return undefined
    const found = (value as Readonly<Record<string, unknown>>)[name]
    return found === null || found === '' ? undefined : found
  }
}

function listReader(reading: Extract<Reading, { is: 'list' }>, slots: Slots): Read {
  const { of, field } = reading
  const compiler = { slots, slotOf, valueSlotOf }
  const tests = {
    where: reading.where && itemJudgeOf(reading.where, compiler),
    that: reading.that && itemJudgeOf(reading.that, compiler),
  }
  const slot = slotOf({ is: 'fact', id: of }, slots)
  const itemsIn = ({ values }: Frame) =>
    Array.isArray(values[slot]) ? (values[slot] as readonly unknown[]) : undefined
  switch (reading.fact) {
    case 'count':
      return (frame) => countOf(itemsIn(frame), tests, frame)
    case 'share':
      return (frame) => shareOf(itemsIn(frame), tests, frame)
    case 'every':
      return (frame) => everyOf(itemsIn(frame), tests, frame)
    case 'newest':
      return (frame) => newestOf(itemsIn(frame), { list: of, field: field! }, frame.run)
  }
}
