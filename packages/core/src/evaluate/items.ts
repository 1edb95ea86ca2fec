import { fieldReader } from '../facts/read.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { FALSE, joined, joins, NOT_DUE, notOf, stateOf, type Join, type StateCode } from '../operators/state.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { Frame, Slots } from './frame.ts'
import { fieldCountOf, missing, type ItemTest } from './list-facts.ts'

/** What compiling a condition on items needs: slots, and where to find what lies outside the item. */
interface Compiler {
  readonly slots: Slots
  readonly slotOf: (reading: Reading, slots: Slots) => number
  readonly valueSlotOf: (reading: Reading, slots: Slots) => number
}

type ItemJudge = ItemTest<Frame>

/** Compiles a condition that judges one item of a list. */
export function itemJudgeOf(tree: Tree, compiler: Compiler): ItemJudge {
  switch (tree.is) {
    case 'test':
      return testJudge(tree, compiler)
    case 'not': {
      const branch = itemJudgeOf(tree.of, compiler)
      return (frame, item) => notOf(branch(frame, item))
    }
    case 'all':
    case 'any':
      return branchesJudge(
        tree.of.map((branch) => itemJudgeOf(branch, compiler)),
        joins[tree.is],
      )
  }
}

function branchesJudge(branches: readonly ItemJudge[], { decisive, ordinary }: Join): ItemJudge {
  return (frame, item) => {
    let result: StateCode = NOT_DUE
    for (const branch of branches) {
      const state = branch(frame, item)
      if (state === decisive) return decisive
      result = joined(result, state, ordinary)
    }
    return result
  }
}

function testJudge(test: Test, compiler: Compiler): ItemJudge {
  const operator = findOperator(test.operator, compiler.slots.operators)!
  const lifted = liftedTest(operator, operator.compare)
  const left = itemReader(test.left, compiler)
  const literal = test.right.is === 'literal' ? test.right.value : undefined
  const right =
    test.right.is === 'literal' ? undefined : itemReader(test.right, { ...compiler, slotOf: compiler.valueSlotOf })
  // what most filters are made of
  const isPlain = test.operator === 'equal' && literal !== undefined
  return (frame, item) => {
    const fact = left(frame, item)
    if (fact === missing) return FALSE
    if (isPlain && typeof fact === 'string') return stateOf(fact === literal)
    const value = right === undefined ? literal : right(frame, item)
    return value === missing ? FALSE : lifted(fact, value, frame.run)
  }
}

type ItemReader = (frame: Frame, item: unknown) => unknown

function itemReader(reading: Reading, { slots, slotOf }: Compiler): ItemReader {
  if (reading.is === 'field') {
    const read = fieldReader(reading.list, reading.name)
    return (frame, item) => read(frame.run, item) ?? missing
  }
  if (reading.is === 'fieldCount') return (_frame, item) => fieldCountOf(item, reading.name) ?? missing
  const slot = slotOf(reading, slots)
  return (frame) => frame.values[slot]
}
