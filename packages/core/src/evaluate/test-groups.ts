import { dayOf } from '../day.ts'
import type { Run } from '../facts/run.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { FALSE, TRUE, UNKNOWN, type StateCode } from '../operators/state.ts'
import type { Test } from '../rule-set/tree.ts'
import type { Frame, Slots } from './frame.ts'
import { slotOf, valueSlotOf } from './readers.ts'

/** Tests with one operator on one value. The value is looked at once; the states stand side by side. */
export interface TestGroup {
  /** The places of its tests: from the first up to, but not including, the last. */
  readonly from: number
  readonly to: number
  /** The slots that it looks at. */
  readonly slots: readonly number[]
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
  if (operator === 'given' || operator === 'equal' || operator === 'notEqual' || operator === 'in') return true
  return typeof right.value === 'number' && (operator === 'withinDays' || Object.hasOwn(orders, operator))
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
    return { from, to, slots: [slot], run: isEveryday(test) ? everydayRun(test.operator, group) : unusualRun(group) }
  }
  const right = valueSlotOf(test.right, slots)
  const run = (frame: Frame) => {
    frame.states[from] = lifted(frame.values[slot], frame.values[right], frame.run)
  }
  return { from, to, slots: [slot, right], run }
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
    case 'given':
      return givenRun(group)
    case 'equal':
      return equalRun(group, TRUE, FALSE)
    case 'notEqual':
      return equalRun(group, FALSE, TRUE)
    case 'in':
      return memberRun(group)
    case 'withinDays':
      return withinRun(numbersOf(group))
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

function givenRun(group: Group): TestGroup['run'] {
  const { from, slot, values } = group
  const otherwise = unusualRun(group)
  return (frame) => {
    const fact = frame.values[slot]
    if (typeof fact === 'string' || typeof fact === 'number') frame.states.fill(TRUE, from, from + values.length)
    else otherwise(frame)
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

function memberRun(group: Group): TestGroup['run'] {
  const { from, slot } = group
  const lists = group.values as readonly (readonly unknown[])[]
  const otherwise = unusualRun(group)
  return (frame) => {
    const fact = frame.values[slot]
    if (typeof fact !== 'string') return otherwise(frame)
    const { states } = frame
    for (let test = 0; test < lists.length; test++) states[from + test] = lists[test]!.includes(fact) ? TRUE : FALSE
  }
}

function withinRun({ from, slot, limits, otherwise }: NumberGroup): TestGroup['run'] {
  return (frame) => {
    const day = dayOf(frame.values[slot])
    if (day === undefined) return otherwise(frame)
    const { states } = frame
    const age = frame.run.asOf - day
    for (let test = 0; test < limits.length; test++)
      states[from + test] = age >= 0 && age <= limits[test]! ? TRUE : FALSE
  }
}

/** One number against many. */
interface NumberGroup {
  readonly from: number
  readonly slot: number
  readonly limits: Float64Array
  readonly otherwise: TestGroup['run']
}

function numbersOf(group: Group, sign = 1): NumberGroup {
  const { from, slot, values } = group
  const limits = Float64Array.from(values as readonly number[], (limit) => sign * limit)
  return { from, slot, limits, otherwise: unusualRun(group) }
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
  const { from, slot, limits, otherwise } = numbersOf(group, sign)
  return (frame) => {
    const fact = frame.values[slot]
    if (typeof fact !== 'number') return otherwise(frame)
    const { states } = frame
    const value = sign * fact
    if (inclusive)
      for (let test = 0; test < limits.length; test++) states[from + test] = value <= limits[test]! ? TRUE : FALSE
    else for (let test = 0; test < limits.length; test++) states[from + test] = value < limits[test]! ? TRUE : FALSE
  }
}
