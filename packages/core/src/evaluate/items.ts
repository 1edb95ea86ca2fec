import { derivedFields } from '../facts/derived-fields.ts'
import { readField } from '../facts/read.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { FALSE, joined, joins, NOT_DUE, notOf, TRUE, type Join, type StateCode } from '../operators/state.ts'
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
  const fast = fastJudge(test)
  if (fast !== undefined) return fast
  const operator = findOperator(test.operator, compiler.slots.operators)!
  const lifted = liftedTest(operator, operator.compare)
  const left = itemReader(test.left, compiler)
  const literal = test.right.is === 'literal' ? test.right.value : undefined
  const right =
    test.right.is === 'literal' ? () => literal : itemReader(test.right, { ...compiler, slotOf: compiler.valueSlotOf })
  return (frame, item) => {
    const fact = left(frame, item)
    if (fact === missing) return FALSE
    const value = right(frame, item)
    return value === missing ? FALSE : lifted(fact, value, frame.run)
  }
}

/** The tests that most filters are made of, on fields that are never derived. */
function fastJudge({ left, operator, right }: Test): ItemJudge | undefined {
  if (
    left.is !== 'field' ||
    left.name === 'item' ||
    right.is !== 'literal' ||
    Object.hasOwn(derivedFields, `${left.list}.${left.name}`)
  )
    return undefined
  if (left.list.startsWith('ext.')) return undefined
  const { name } = left
  const { value } = right
  if (operator === 'equal')
    return (_frame, item) =>
      (item as Readonly<Record<string, unknown>>)[name] === value && value !== '' && value !== null ? TRUE : FALSE
  if (operator !== 'given') return undefined
  return (_frame, item) => {
    const field = (item as Readonly<Record<string, unknown>>)[name]
    return field === undefined ||
      field === null ||
      field === '' ||
      field === false ||
      (Array.isArray(field) && field.length === 0)
      ? FALSE
      : TRUE
  }
}

type ItemReader = (frame: Frame, item: unknown) => unknown

function itemReader(reading: Reading, { slots, slotOf }: Compiler): ItemReader {
  if (reading.is === 'field') {
    const { list, name } = reading
    return (frame, item) => readField(frame.run, list, { item, field: name }) ?? missing
  }
  if (reading.is === 'fieldCount') return (_frame, item) => fieldCountOf(item, reading.name) ?? missing
  const slot = slotOf(reading, slots)
  return (frame) => frame.values[slot]
}
