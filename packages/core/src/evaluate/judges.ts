import { dayOf } from '../day.ts'
import { liftedTest } from '../operators/lift.ts'
import { findOperator } from '../operators/operator.ts'
import { ERROR, FALSE, NOT_DUE, notOf, TRUE, UNKNOWN, type StateCode } from '../operators/state.ts'
import type { Test, Tree } from '../rule-set/tree.ts'
import { UNJUDGED, type Judge, type Reader, type Slots } from './frame.ts'
import { operandOf, readerOf } from './readers.ts'

/** Compiles a condition; trees that say the same are compiled once, and carried out once for each evaluation. */
export function judgeOf(tree: Tree, slots: Slots): Judge {
  const key = JSON.stringify(tree)
  const known = slots.judges.get(key)
  if (known !== undefined) return known
  const judge = (slots.uses.get(key) ?? 1) > 1 ? remembered(newJudge(tree, slots), slots) : newJudge(tree, slots)
  slots.judges.set(key, judge)
  return judge
}

/** Counts how often each tree occurs, so that only shared ones are remembered. */
export function countUses(tree: Tree, slots: Slots): void {
  const key = JSON.stringify(tree)
  slots.uses.set(key, (slots.uses.get(key) ?? 0) + 1)
  if (tree.is === 'not') countUses(tree.of, slots)
  else if (tree.is !== 'test') for (const branch of tree.of) countUses(branch, slots)
}

function remembered(judge: Judge, slots: Slots): Judge {
  const slot = slots.states++
  return (frame) => {
    const known = frame.states[slot]!
    return known === UNJUDGED ? (frame.states[slot] = judge(frame)) : (known as StateCode)
  }
}

function newJudge(tree: Tree, slots: Slots): Judge {
  switch (tree.is) {
    case 'all':
      return branchesJudge(
        tree.of.map((branch) => judgeOf(branch, slots)),
        FALSE,
        TRUE,
      )
    case 'any':
      return branchesJudge(
        tree.of.map((branch) => judgeOf(branch, slots)),
        TRUE,
        FALSE,
      )
    case 'not': {
      const branch = judgeOf(tree.of, slots)
      return (frame) => notOf(branch(frame))
    }
    case 'test':
      return testJudge(tree, slots)
  }
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

type Lifted = (fact: unknown, value: unknown, run: Parameters<Reader>[0]['run']) => StateCode

function testJudge(test: Test, slots: Slots): Judge {
  const operator = findOperator(test.operator)!
  const lifted = liftedTest(operator, operator.compare)
  const left = readerOf(test.left, slots)
  if (test.right.is === 'literal') {
    const fast = fastJudge(test.operator, { left, value: test.right.value, lifted })
    if (fast !== undefined) return fast
  }
  const right = operandOf(test.right, slots)
  return (frame) => lifted(left(frame), right(frame), frame.run)
}

interface FastTest {
  readonly left: Reader
  readonly value: unknown
  readonly lifted: Lifted
}

/** The everyday tests, straight away for everyday values; anything unusual goes the general way. */
function fastJudge(operator: string, test: FastTest): Judge | undefined {
  const { left, value, lifted } = test
  switch (operator) {
    case 'given':
      return (frame) => {
        const fact = left(frame)
        return typeof fact === 'string' || typeof fact === 'number' ? TRUE : lifted(fact, value, frame.run)
      }
    case 'equal':
      return (frame) => {
        const fact = left(frame)
        if (fact === undefined) return UNKNOWN
        return typeof fact === 'object' ? lifted(fact, value, frame.run) : fact === value ? TRUE : FALSE
      }
    case 'withinDays':
      return typeof value === 'number' ? withinJudge(left, value, lifted) : undefined
    default:
      return typeof value === 'number' ? orderJudge(operator, { ...test, value }) : undefined
  }
}

function withinJudge(left: Reader, most: number, lifted: Lifted): Judge {
  return (frame) => {
    const fact = left(frame)
    const day = dayOf(fact)
    if (day === undefined) return lifted(fact, most, frame.run)
    const age = frame.run.asOf - day
    return age >= 0 && age <= most ? TRUE : FALSE
  }
}

function orderJudge(
  operator: string,
  { left, value, lifted }: FastTest & { readonly value: number },
): Judge | undefined {
  const numbers = orders[operator]
  if (numbers === undefined) return undefined
  return (frame) => {
    const fact = left(frame)
    return typeof fact === 'number' ? numbers(fact, value) : lifted(fact, value, frame.run)
  }
}

const orders: Readonly<Record<string, (fact: number, value: number) => StateCode>> = {
  lessThan: (fact, value) => (fact < value ? TRUE : FALSE),
  lessThanInclusive: (fact, value) => (fact <= value ? TRUE : FALSE),
  greaterThan: (fact, value) => (fact > value ? TRUE : FALSE),
  greaterThanInclusive: (fact, value) => (fact >= value ? TRUE : FALSE),
}
