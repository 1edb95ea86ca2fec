import { TRUE, type StateCode } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator, TestTrace } from './evaluation.ts'
import { createSlots, UNJUDGED, unread, type Frame, type Judge, type Slots } from './frame.ts'
import { countUses, judgeOf } from './judges.ts'
import { operandOf, readerOf } from './readers.ts'

/**
 * Turns the conditions of a rule set into closures, once. No code is generated; the result runs under the strictest content
 * security policy, keeps no state between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const program = programOf(ruleSet)
  const { slots, judges } = program
  const blankValues = Array.from<unknown>({ length: slots.values }).fill(unread)
  const blankStates = new Uint8Array(slots.states).fill(UNJUDGED)
  return {
    evaluate: (run) => {
      const frame: Frame = { run, values: blankValues.slice(), states: blankStates.slice() }
      const states = new Uint8Array(judges.length)
      for (let part = 0; part < judges.length; part++) states[part] = judges[part]!(frame)
      return evaluationOf(frame, states, program)
    },
  }
}

interface Program {
  readonly ruleSet: RuleSet
  readonly slots: Slots
  /** The parts of all indicators, one after the other. */
  readonly judges: readonly Judge[]
  readonly applies: ReadonlyMap<string, Judge>
  /** How to trace the tests of an indicator; made when somebody first asks. */
  readonly tracers: (indicator: number) => readonly Tracer[]
}

function programOf(ruleSet: RuleSet): Program {
  const slots = createSlots()
  const clauses = ruleSet.principles.flatMap((principle) => principle.clauses)
  const parts = ruleSet.indicators.flatMap((indicator) => indicator.parts)
  for (const part of parts) countUses(part, slots)
  const judges = parts.map((part) => judgeOf(part, slots))
  const applies = new Map(
    clauses.flatMap(({ id, appliesWhen }) =>
      appliesWhen === undefined ? [] : [[id, judgeOf(appliesWhen, slots)] as const],
    ),
  )
  const tracers: (readonly Tracer[])[] = []
  return {
    ruleSet,
    slots,
    judges,
    applies,
    tracers: (indicator) => (tracers[indicator] ??= tracersOf(ruleSet.indicators[indicator]!.parts, slots)),
  }
}

function evaluationOf(frame: Frame, states: Uint8Array, { applies, tracers }: Program): Evaluation {
  return {
    states,
    appliesOf: (clause) => applies.get(clause)?.(frame) ?? TRUE,
    tracesOf: (indicator) => tracers(indicator).map((trace) => trace(frame)),
  }
}

type Tracer = (frame: Frame) => TestTrace

/** Every reading and test of a part was compiled before, so tracing it needs no new slots. */
function tracersOf(parts: readonly Tree[], slots: Slots): readonly Tracer[] {
  return parts.flatMap((part, index) => testsOf(part).map((test) => tracerOf(test, index, slots)))
}

function tracerOf(test: Test, part: number, slots: Slots): Tracer {
  const judge = judgeOf(test, slots)
  const left = readerOf(test.left, slots)
  const right = operandOf(test.right, slots)
  const { operator } = test
  const { fact, of } = nameOf(test.left)
  return (frame) => {
    const state: StateCode = judge(frame)
    return { part, fact, of, operator, expected: right(frame), observed: left(frame), state }
  }
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
