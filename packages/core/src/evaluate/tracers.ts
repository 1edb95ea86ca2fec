import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { TestTrace } from './evaluation.ts'
import type { Frame, Slots } from './frame.ts'
import { slotOf, valueSlotOf } from './readers.ts'

/** Tells how one test went, from an evaluation that was carried out. */
export type Tracer = (frame: Frame) => TestTrace

/** How to trace the tests of each indicator, in the order in which they are written. */
export function createTracers(
  ruleSet: RuleSet,
  slots: Slots,
  placeOf: (tree: Tree) => number,
): (indicator: number) => readonly Tracer[] {
  const tracers = ruleSet.indicators.map(({ parts }) =>
    parts.flatMap((tree, part) => testsOf(tree).map((test) => tracerOf({ test, part, place: placeOf(test) }, slots))),
  )
  return (indicator) => tracers[indicator]!
}

interface PlacedTest {
  readonly test: Test
  readonly part: number
  readonly place: number
}

function tracerOf({ test, part, place }: PlacedTest, slots: Slots): Tracer {
  const { operator, right } = test
  const { fact, of } = nameOf(test.left)
  const slot = slotOf(test.left, slots)
  const literal = right.is === 'literal' ? right.value : undefined
  const rightSlot = right.is === 'literal' ? undefined : valueSlotOf(right, slots)
  return ({ values, states }) => ({
    part,
    fact,
    of,
    operator,
    expected: rightSlot === undefined ? literal : values[rightSlot],
    observed: values[slot],
    state: states[place]!,
  })
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
