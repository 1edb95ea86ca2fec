import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { TestTrace } from './evaluation.ts'
import type { Frame, Slots } from './frame.ts'
import { slotOf, valueSlotOf } from './readers.ts'

/** Tells how the tests of an indicator went, in the order in which they are written, from an evaluation that was carried out. */
export type Tracer = (indicator: number, frame: Frame) => readonly TestTrace[]

/** What differs from one evaluation to the next is looked up; all else is made once. */
export function createTracer(ruleSet: RuleSet, slots: Slots, placeOf: (tree: Tree) => number): Tracer {
  const tests = ruleSet.indicators.map(({ parts }) =>
    parts.flatMap((tree, part) =>
      testsOf(tree).map((test) => {
        const { left, operator, right } = test
        const isLiteral = right.is === 'literal'
        return {
          test: Object.freeze({ part, ...nameOf(left), operator }),
          place: placeOf(test),
          left: slotOf(left, slots),
          right: isLiteral ? -1 : valueSlotOf(right, slots),
          literal: isLiteral ? right.value : undefined,
        }
      }),
    ),
  )
  return (indicator, { values, states }) =>
    tests[indicator]!.map(({ test, place, left, right, literal }) => ({
      test,
      expected: right < 0 ? literal : values[right],
      observed: values[left],
      state: states[place]!,
    }))
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
