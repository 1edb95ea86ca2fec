import { derivedFacts } from '../facts/derived-facts.ts'
import { readFact } from '../facts/read.ts'
import type { Run } from '../facts/run.ts'
import { followPath } from '../rule-set/path.ts'
import type { Operand, Reading, Step } from '../rule-set/tree.ts'
import { unread, type Reader, type Slots } from './frame.ts'
import { countOf, everyOf, newestOf, shareOf } from './list-facts.ts'
import { itemJudgeOf } from './items.ts'

/** Reads a value of the record, at most once for each evaluation. */
export function readerOf(reading: Reading, slots: Slots): Reader {
  const key = JSON.stringify(reading)
  const known = slots.readers.get(key)
  if (known !== undefined) return known
  const slot = slots.values++
  const read = newReader(reading, slots)
  const reader: Reader = (frame) => {
    const value = frame.values[slot]
    return value === unread ? (frame.values[slot] = read(frame)) : value
  }
  slots.readers.set(key, reader)
  return reader
}

/** The other side of a test: a value written in the rule, or one that is read. */
export function operandOf(operand: Operand, slots: Slots): Reader {
  if (operand.is !== 'literal') return readerOf(operand, slots)
  const { value } = operand
  return () => value
}

function newReader(reading: Reading, slots: Slots): Reader {
  switch (reading.is) {
    case 'fact': {
      const { id, path } = reading
      const read = factReader(id)
      return path === undefined ? ({ run }) => read(run) : ({ run }) => readPath(read(run), path, run)
    }
    case 'recorded':
      return ({ run }) => readFact(run, reading.of) !== undefined
    case 'list':
      return listReader(reading, slots)
    case 'field':
    case 'fieldCount':
      throw new Error(`"${reading.name}" can only be read inside an item`)
  }
}

/** Two plain look-ups for the common fact of the model; everything else goes the general way. */
function factReader(id: string): (run: Run) => unknown {
  const [entity, field, ...rest] = id.split('.')
  const isSimple =
    field !== undefined &&
    rest.length === 0 &&
    entity !== 'profile' &&
    entity !== 'ext' &&
    !Object.hasOwn(derivedFacts, id)
  if (!isSimple) return (run) => readFact(run, id)
  return (run) => {
    const inner = run.record[entity!] as Readonly<Record<string, unknown>> | undefined
    if (inner === undefined) return undefined
    const value = inner[field]
    if (value === undefined || value === null || value === '') return undefined
    return Array.isArray(value) && value.length === 0 && !run.whole.has(value) ? undefined : value
  }
}

/** As in json-rules-engine, a path applies to structured values only; any other value is given as it is. */
function readPath(value: unknown, path: readonly Step[], run: Run): unknown {
  return typeof value === 'object' && value !== null ? followPath(value, path, run.whole) : value
}

function listReader(reading: Extract<Reading, { is: 'list' }>, slots: Slots): Reader {
  const { of, field } = reading
  const tests = {
    where: reading.where === undefined ? undefined : itemJudgeOf(reading.where, { slots, readerOf }),
    that: reading.that === undefined ? undefined : itemJudgeOf(reading.that, { slots, readerOf }),
  }
  switch (reading.fact) {
    case 'count':
      return (frame) => countOf(frame, of, tests)
    case 'share':
      return (frame) => shareOf(frame, of, tests)
    case 'every':
      return (frame) => everyOf(frame, of, tests)
    case 'newest':
      return (frame) => newestOf(frame.run, of, field!)
  }
}
