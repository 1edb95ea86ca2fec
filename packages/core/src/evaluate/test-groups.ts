import type { Run } from '../facts/run.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { FALSE, TRUE, UNKNOWN, type StateCode } from '../operators/state.ts'
import type { Test } from '../rule-set/tree.ts'
import type { Frame, Slots } from './frame.ts'
import { slotOf, valueSlotOf } from './readers.ts'

/** Tests with one operator on one value. The value is looked at once; the states stand side by side. */
export interface TestGroup {
  /** The place after its last test. */
  readonly to: number
  /** The slots of what it compares. */
  readonly left: number
  readonly right: number
  readonly run: (frame: Frame) => void
}

/** Sorts tests into groups; `placed` hears which place each one got. */
export function groupTests(
  tests: ReadonlyMap<string, Test>,
  slots: Slots,
  placed: (key: string, place: number) => void,
): TestGroup[] {
  const buckets = new Map<string, { key: string; test: Test }[]>()
  for (const [key, test] of tests) {
    const bucket = `${slotOf(test.left, slots)}/${isEveryday(test) ? test.operator : key}`
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), { key, test }])
  }
  let from = 0
  return [...buckets.values()].map((bucket) => {
    for (const [index, { key }] of bucket.entries()) placed(key, from + index)
    const group = groupOf(
      bucket.map(({ test }) => test),
      from,
      slots,
    )
    from = group.to
    return group
  })
}

/** Compared with a value of the type that its operator is meant for. */
function isEveryday({ operator, right }: Test): boolean {
  if (right.is !== 'literal') return false
  if (operator === 'equal' || operator === 'notEqual') return true
  return typeof right.value === 'number' && Object.hasOwn(orders, operator)
}

function groupOf(tests: readonly Test[], from: number, slots: Slots): TestGroup {
  const [test] = tests as readonly [Test]
  const slot = slotOf(test.left, slots)
  const to = from + tests.length
  const operator = findOperator(test.operator, slots.operators)!
  const lifted = liftedTest(operator, operator.compare)
  if (test.right.is === 'literal') {
    const values = tests.map(({ right }) => (right.is === 'literal' ? right.value : undefined))
    const group = { from, slot, values, lifted }
    const run = isEveryday(test) ? everydayRun(test.operator, group) : unusualRun(group)
    return { to, left: slot, right: slot, run }
  }
  const right = valueSlotOf(test.right, slots)
  const run = (frame: Frame) => {
    frame.states[from] = lifted(frame.values[slot], frame.values[right], frame.run)
  }
  return { to, left: slot, right, run }
}

interface Group {
  readonly from: number
  readonly slot: number
  /** What the fact is compared with, test by test. */
  readonly values: readonly unknown[]
  readonly lifted: (fact: unknown, value: unknown, run: Run) => StateCode
}

function everydayRun(operator: string, group: Group): TestGroup['run'] {
  switch (operator) {
    case 'equal':
      return equalRun(group, TRUE, FALSE)
    case 'notEqual':
      return equalRun(group, FALSE, TRUE)
    default:
      return orderRun(operator, group)
  }
}

/** Any value at all; the everyday ways leave to it what they do not know. */
function unusualRun({ from, slot, values, lifted }: Group): TestGroup['run'] {
  return ({ values: facts, states, run }) => {
    const fact = facts[slot]
    if (fact === undefined) states.fill(UNKNOWN, from, from + values.length)
    else for (let test = 0; test < values.length; test++) states[from + test] = lifted(fact, values[test], run)
  }
}

function equalRun(group: Group, same: StateCode, other: StateCode): TestGroup['run'] {
  const { from, slot, values } = group
  const otherwise = unusualRun(group)
  return (frame) => {
    const fact = frame.values[slot]
    if (fact === undefined || typeof fact === 'object') return otherwise(frame)
    const { states } = frame
    for (let test = 0; test < values.length; test++) states[from + test] = fact === values[test] ? same : other
  }
}

/** Which way an order looks: "greater" is "less" with both signs turned round. */
const orders: Readonly<Record<string, { readonly sign: 1 | -1; readonly inclusive: boolean }>> = {
  lessThan: { sign: 1, inclusive: false },
  lessThanInclusive: { sign: 1, inclusive: true },
  greaterThan: { sign: -1, inclusive: false },
  greaterThanInclusive: { sign: -1, inclusive: true },
}

function orderRun(operator: string, group: Group): TestGroup['run'] {
  const { sign, inclusive } = orders[operator]!
  const { from, slot, values } = group
  const limits = Float64Array.from(values as readonly number[], (limit) => sign * limit)
  const otherwise = unusualRun(group)
  return (frame) => {
    const fact = frame.values[slot]
    const { states } = frame
    if (typeof fact === 'number') {
      const value = sign * fact
      for (let test = 0; test < limits.length; test++)
        states[from + test] = value < limits[test]! || (inclusive && value === limits[test]) ? TRUE : FALSE
    } else otherwise(frame)
  }
}
