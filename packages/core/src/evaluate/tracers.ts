import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { TestTrace } from './evaluation.ts'
import type { Frame, Slots } from './frame.ts'
import { slotOf, valueSlotOf } from './readers.ts'

/** Tells how the tests of an indicator went, in the order in which they are written. */
export type TracesOf = (indicator: number) => readonly TestTrace[]

/** How to trace the tests of an evaluation. What many indicators test in the same part is told once for all of them. */
export function createTracers(
  ruleSet: RuleSet,
  slots: Slots,
  placeOf: (tree: Tree) => number,
): (frame: Frame) => TracesOf {
  const tracers = new Map<string, Tracer>()
  const tracerFor = (test: Test, part: number) => {
    const key = `${part}/${placeOf(test)}`
    const known = tracers.get(key) ?? tracerOf(test, slots, { part, place: placeOf(test), index: tracers.size })
    tracers.set(key, known)
    return known
  }
  const own = ruleSet.indicators.map(({ parts }) =>
    parts.flatMap((tree, part) => testsOf(tree).map((test) => tracerFor(test, part))),
  )
  return (frame) => {
    const told: TestTrace[] = []
    const tell = (tracer: Tracer) => (told[tracer.index] ??= traceOf(tracer, frame))
    return (indicator) => {
      // at once as long as it will be: with gaps that come and go, a list turns into something slower
      told.length ||= tracers.size
      return own[indicator]!.map(tell)
    }
  }
}

interface Traced {
  readonly part: number
  readonly place: number
  readonly index: number
}

/** A test with the slots of what it compares. */
interface Tracer extends Traced {
  readonly fact: string
  readonly of: string | undefined
  readonly operator: string
  readonly left: number
  readonly right: number | undefined
  readonly literal: unknown
}

function tracerOf({ operator, left, right }: Test, slots: Slots, traced: Traced): Tracer {
  return {
    ...traced,
    ...nameOf(left),
    operator,
    left: slotOf(left, slots),
    right: right.is === 'literal' ? undefined : valueSlotOf(right, slots),
    literal: right.is === 'literal' ? right.value : undefined,
  }
}

function traceOf(tracer: Tracer, { values, states }: Frame): TestTrace {
  const { part, fact, of, operator, left, right, literal, place } = tracer
  const expected = right === undefined ? literal : values[right]
  return { part, fact, of, operator, expected, observed: values[left], state: states[place]! }
}

/** What a reading is called in a rule: the id of the fact, and the list it looks into. */
function nameOf(reading: Reading): { fact: string; of: string | undefined } {
  switch (reading.is) {
    case 'fact':
      return { fact: reading.id, of: undefined }
    case 'recorded':
      return { fact: 'recorded', of: reading.of }
    case 'list':
      return { fact: reading.fact, of: reading.of }
    case 'field':
    case 'fieldCount':
      return { fact: reading.name, of: reading.list }
  }
}

/** The tests of a tree, in the order in which they are written. */
function testsOf(tree: Tree): readonly Test[] {
  if (tree.is === 'test') return [tree]
  return tree.is === 'not' ? testsOf(tree.of) : tree.of.flatMap(testsOf)
}
