import type { Run } from '../facts/run.ts'
import { TRUE, type StateCode } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator } from './evaluation.ts'
import { createSlots, type Frame, type Slots } from './frame.ts'
import { joinStates, layOut, type Layout } from './layout.ts'
import { createTracers, type Tracer } from './tracers.ts'

/**
 * Turns the conditions of a rule set into a list of readings, tests and branches, once. No code is generated; the result
 * runs under the strictest content security policy, keeps no state between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const program = programOf(ruleSet)
  return { evaluate: (run) => evaluationOf(program, fresh(program, run)) }
}

interface Program {
  readonly slots: Slots
  readonly layout: Layout
  /** The places of the parts of all indicators, one after the other. */
  readonly parts: Uint32Array
  /** The places of the conditions that clauses apply under. */
  readonly applies: ReadonlyMap<string, number>
  readonly tracersOf: (indicator: number) => readonly Tracer[]
  /** An empty value for each slot, copied because that is faster than growing a list. */
  readonly blank: readonly unknown[]
}

function programOf(ruleSet: RuleSet): Program {
  const slots = createSlots(ruleSet.operators)
  const clauses = ruleSet.principles.flatMap((principle) => principle.clauses)
  const conditional = clauses.flatMap(({ id, appliesWhen }) => (appliesWhen === undefined ? [] : [{ id, appliesWhen }]))
  const parts: Tree[] = ruleSet.indicators.flatMap((indicator) => indicator.parts)
  const layout = layOut([...parts, ...conditional.map(({ appliesWhen }) => appliesWhen)], slots)
  return {
    slots,
    layout,
    parts: Uint32Array.from(parts, layout.placeOf),
    applies: new Map(conditional.map(({ id, appliesWhen }) => [id, layout.placeOf(appliesWhen)])),
    tracersOf: createTracers(ruleSet, slots, layout.placeOf),
    blank: slots.reads.map(() => undefined),
  }
}

/** Reads and tests everything. */
function fresh({ slots, layout, blank }: Program, run: Run): Frame {
  const frame: Frame = { run, values: blank.slice(), states: new Uint8Array(layout.size) }
  const { reads } = slots
  for (let slot = 0; slot < reads.length; slot++) frame.values[slot] = reads[slot]!(frame)
  for (const group of layout.groups) group.run(frame)
  joinStates(layout.branches, frame.states)
  return frame
}

/** Reads what may have changed since an earlier evaluation, and tests what did. */
function renewed({ slots, layout }: Program, run: Run, before: Frame): Frame {
  const frame: Frame = { run, values: before.values.slice(), states: before.states.slice() }
  const isSame = (source: string) => run.record[source] === before.run.record[source]
  const marks = isSame('complete')
  for (const [slot, read] of slots.reads.entries()) {
    const sources = slots.sources[slot]
    if (!marks || sources === undefined || !sources.every(isSame)) frame.values[slot] = read(frame)
  }
  const changed = (slot: number) => frame.values[slot] !== before.values[slot]
  for (const group of layout.groups) if (!marks || group.slots.some(changed)) group.run(frame)
  joinStates(layout.branches, frame.states)
  return frame
}

function evaluationOf(program: Program, frame: Frame): Evaluation {
  const { parts, applies, tracersOf } = program
  const states = new Uint8Array(parts.length)
  for (let part = 0; part < parts.length; part++) states[part] = frame.states[parts[part]!]!
  return {
    states,
    appliesOf: (clause) => {
      const place = applies.get(clause)
      return place === undefined ? TRUE : (frame.states[place] as StateCode)
    },
    tracesOf: (indicator) => tracersOf(indicator).map((trace) => trace(frame)),
    again: (run) => evaluationOf(program, renewed(program, run, frame)),
  }
}
