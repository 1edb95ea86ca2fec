import { dayOf } from '../day.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { ERROR, FALSE, NOT_DUE, notOf, TRUE, UNKNOWN, type StateCode } from '../operators/state.ts'
import type { Test, Tree } from '../rule-set/tree.ts'
import { addSlot, type Frame, type Judge, type Slots } from './frame.ts'
import { operandOf, slotOf } from './readers.ts'

/** Compiles a condition; trees that say the same are compiled once, and shared ones carried out once. */
export function judgeOf(tree: Tree, slots: Slots): Judge {
  const key = JSON.stringify(tree)
  const known = slots.judges.get(key)
  if (known !== undefined) return known
  const isShared = (slots.uses.get(key) ?? 1) > 1
  const judge = isShared ? sharedJudge(newJudge(tree, slots), slots) : newJudge(tree, slots)
  slots.judges.set(key, judge)
  return judge
}

/** Counts how often each tree occurs, so that only shared ones get a slot. */
export function countUses(tree: Tree, slots: Slots): void {
  const key = JSON.stringify(tree)
  slots.uses.set(key, (slots.uses.get(key) ?? 0) + 1)
  if (tree.is === 'not') countUses(tree.of, slots)
  else if (tree.is !== 'test') for (const branch of tree.of) countUses(branch, slots)
}

function sharedJudge(judge: Judge, slots: Slots): Judge {
  const slot = addSlot(slots, judge)
  return ({ values }) => values[slot] as StateCode
}

function newJudge(tree: Tree, slots: Slots): Judge {
  switch (tree.is) {
    case 'all':
      return branchesJudge(branchesOf(tree.of, slots), FALSE, TRUE)
    case 'any':
      return branchesJudge(branchesOf(tree.of, slots), TRUE, FALSE)
    case 'not': {
      const branch = judgeOf(tree.of, slots)
      return (frame) => notOf(branch(frame))
    }
    case 'test':
      return testJudge(tree, slots)
  }
}

function branchesOf(trees: readonly Tree[], slots: Slots): Judge[] {
  return trees.map((branch) => judgeOf(branch, slots))
}

/** Kleene logic: the decisive state wins at once, then error, unknown, the ordinary state; not due is left out. */
function branchesJudge(branches: readonly Judge[], decisive: StateCode, ordinary: StateCode): Judge {
  return (frame) => {
    let result: StateCode = NOT_DUE
    for (const branch of branches) {
      const state = branch(frame)
      if (state === decisive) return decisive
      if (state === ERROR || result === ERROR) result = ERROR
      else if (state === UNKNOWN || result === UNKNOWN) result = UNKNOWN
      else if (state === ordinary) result = ordinary
    }
    return result
  }
}

type Lifted = (fact: unknown, value: unknown, run: Frame['run']) => StateCode

function testJudge(test: Test, slots: Slots): Judge {
  const operator = findOperator(test.operator)!
  const lifted = liftedTest(operator, operator.compare)
  const slot = slotOf(test.left, slots)
  if (test.right.is === 'literal') {
    const { value } = test.right
    return (
      fastJudge(test.operator, { slot, value, lifted }) ?? ((frame) => lifted(frame.values[slot], value, frame.run))
    )
  }
  const right = operandOf(test.right, slots)
  return (frame) => lifted(frame.values[slot], right(frame), frame.run)
}

interface FastTest {
  readonly slot: number
  readonly value: unknown
  readonly lifted: Lifted
}

/** The everyday tests, straight away for everyday values; anything unusual goes the general way. */
function fastJudge(operator: string, test: FastTest): Judge | undefined {
  const { value } = test
  switch (operator) {
    case 'given':
      return givenJudge(test)
    case 'equal':
      return equalJudge(test, TRUE, FALSE)
    case 'notEqual':
      return equalJudge(test, FALSE, TRUE)
    case 'in':
      return memberJudge(test)
    case 'withinDays':
      return typeof value === 'number' ? withinJudge({ ...test, value }) : undefined
    default:
      return typeof value === 'number' ? orders[operator]?.({ ...test, value }) : undefined
  }
}

function givenJudge({ slot, value, lifted }: FastTest): Judge {
  return ({ values, run }) => {
    const fact = values[slot]
    return typeof fact === 'string' || typeof fact === 'number' ? TRUE : lifted(fact, value, run)
  }
}

function equalJudge({ slot, value, lifted }: FastTest, same: StateCode, other: StateCode): Judge {
  return ({ values, run }) => {
    const fact = values[slot]
    if (fact === undefined) return UNKNOWN
    if (typeof fact === 'object') return lifted(fact, value, run)
    return fact === value ? same : other
  }
}

function memberJudge({ slot, value, lifted }: FastTest): Judge {
  const choices = value as readonly unknown[]
  return ({ values, run }) => {
    const fact = values[slot]
    if (typeof fact !== 'string') return lifted(fact, value, run)
    return choices.includes(fact) ? TRUE : FALSE
  }
}

interface NumberTest extends FastTest {
  readonly value: number
}

function withinJudge({ slot, value, lifted }: NumberTest): Judge {
  return ({ values, run }) => {
    const fact = values[slot]
    const day = dayOf(fact)
    if (day === undefined) return lifted(fact, value, run)
    const age = run.asOf - day
    return age >= 0 && age <= value ? TRUE : FALSE
  }
}

/** Written out one by one: each comparison stays a single machine instruction. */
const orders: Readonly<Record<string, (test: NumberTest) => Judge>> = {
  lessThan:
    ({ slot, value, lifted }) =>
    ({ values, run }) => {
      const fact = values[slot]
      if (typeof fact !== 'number') return lifted(fact, value, run)
      return fact < value ? TRUE : FALSE
    },
  lessThanInclusive:
    ({ slot, value, lifted }) =>
    ({ values, run }) => {
      const fact = values[slot]
      if (typeof fact !== 'number') return lifted(fact, value, run)
      return fact <= value ? TRUE : FALSE
    },
  greaterThan:
    ({ slot, value, lifted }) =>
    ({ values, run }) => {
      const fact = values[slot]
      if (typeof fact !== 'number') return lifted(fact, value, run)
      return fact > value ? TRUE : FALSE
    },
  greaterThanInclusive:
    ({ slot, value, lifted }) =>
    ({ values, run }) => {
      const fact = values[slot]
      if (typeof fact !== 'number') return lifted(fact, value, run)
      return fact >= value ? TRUE : FALSE
    },
}
