import { TRUE } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Reading, Test, Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator, TestTrace } from './evaluation.ts'
import { createSlots, fillFrame, type Frame, type Judge, type Slots } from './frame.ts'
import { countUses, judgeOf } from './judges.ts'
import { operandOf, slotOf } from './readers.ts'

/**
 * Turns the conditions of a rule set into closures, once. No code is generated; the result runs under the strictest content
 * security policy, keeps no state between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const program = programOf(ruleSet)
  const { slots, judges } = program
  const blank: unknown[] = slots.reads.map(() => undefined)
  return {
    evaluate: (run) => {
      const frame = fillFrame(run, slots, blank)
      const states = new Uint8Array(judges.length)
      for (let part = 0; part < judges.length; part++) states[part] = judges[part]!(frame)
      return evaluationOf(frame, states, program)
    },
  }
}

interface Program {
  readonly slots: Slots
  /** The parts of all indicators, one after the other. */
  readonly judges: readonly Judge[]
  readonly applies: ReadonlyMap<string, Judge>
  /** How to trace the tests of each indicator. */
  readonly tracers: readonly (readonly Tracer[])[]
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
  const tracers = ruleSet.indicators.map((indicator) => tracersOf(indicator.parts, slots))
  return { slots, judges, applies, tracers }
}

function evaluationOf(frame: Frame, states: Uint8Array, { applies, tracers }: Program): Evaluation {
  return {
    states,
    appliesOf: (clause) => applies.get(clause)?.(frame) ?? TRUE,
    tracesOf: (indicator) => tracers[indicator]!.map((trace) => trace(frame)),
  }
}

type Tracer = (frame: Frame) => TestTrace

function tracersOf(parts: readonly Tree[], slots: Slots): readonly Tracer[] {
  return parts.flatMap((part, index) => testsOf(part).map((test) => tracerOf(test, index, slots)))
}

function tracerOf(test: Test, part: number, slots: Slots): Tracer {
  const judge = judgeOf(test, slots)
  const slot = slotOf(test.left, slots)
  const right = operandOf(test.right, slots)
  const { operator } = test
  const { fact, of } = nameOf(test.left)
  return (frame) => ({
    part,
    fact,
    of,
    operator,
    expected: right(frame),
    observed: frame.values[slot],
    state: judge(frame),
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
