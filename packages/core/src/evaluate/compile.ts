import { createProfileReader } from '../facts/profile.ts'
import type { Data } from '../facts/record.ts'
import { createRun, type Run } from '../facts/run.ts'
import { UNKNOWN, type StateCode } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator } from './evaluation.ts'
import { createSlots, type Frame, type Slots } from './frame.ts'
import { joinStates, layOut, type Layout } from './layout.ts'
import { createTracer, type Tracer } from './tracers.ts'

/**
 * Turns the conditions of a rule set into a list of readings, tests and branches, once. No code is generated; the result
 * runs under the strictest content security policy, keeps nothing of a record between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const program = programOf(ruleSet)
  const profile = createProfileReader(ruleSet.document.profile)({})
  const blank = blankOf(program, createRun({}, Number.NaN, profile))
  // most records leave most parts out: every evaluation begins with a record that says nothing, on the same day
  let empty = blank
  const evaluate = (run: Run) => {
    if (empty.run.asOf !== run.asOf) empty = renewed(program, createRun({}, run.asOf, profile), blank)
    return evaluationOf(program, renewed(program, run, empty))
  }
  return { evaluate }
}

interface Program {
  readonly slots: Slots
  readonly layout: Layout
  /** The places of the parts of all indicators, one after the other. */
  readonly parts: Uint32Array
  /** The places of the conditions that clauses apply under. */
  readonly applies: ReadonlyMap<string, number>
  readonly trace: Tracer
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
    trace: createTracer(ruleSet, slots, layout.placeOf),
  }
}

/** Before anything is read: every part of a record is news. */
function blankOf({ slots, layout }: Program, run: Run): Frame {
  return {
    run,
    parts: Array.from(slots.parts, () => Number.NaN),
    values: slots.reads.map(() => undefined),
    states: Array.from({ length: layout.size }, (): StateCode => UNKNOWN),
  }
}

/**
 * Looks up each part of the record once, and reads and tests again only what comes from parts that are not what they were.
 */
function renewed({ slots, layout }: Program, run: Run, before: Frame): Frame {
  const { reads, watched } = slots
  const values = before.values.slice()
  const states = before.states.slice()
  const parts = partsOf(run.record, slots)
  const frame: Frame = { run, parts, values, states }
  const there = run.record['complete'] === before.run.record['complete'] ? asBefore : changed
  const news = parts.map((part, place) => {
    if (part !== before.parts[place]) return changed
    return part === undefined ? absent : there
  })
  const changedSlots: number[] = []
  let last = -1
  for (let at = 0; at < watched.length; at += 3) {
    const slot = watched[at]!
    if (slot === last || news[watched[at + 1]!]! <= watched[at + 2]!) continue
    last = slot
    const value = reads[slot]!(frame)
    // of what is structured, its marks may be new
    if (value === values[slot] && typeof value !== 'object') continue
    values[slot] = value
    changedSlots.push(slot)
  }
  for (const slot of changedSlots) for (const group of layout.groupsOn[slot]!) group.run(frame)
  joinStates(layout.branches, states)
  return frame
}

/** A record has few of all the parts: it is gone through by what it has. */
function partsOf(record: Data, { parts: places }: Slots): unknown[] {
  // oxlint-disable-next-line no-new-array -- made for every record: by a function it takes ten times as long
  const parts = new Array<unknown>(places.size).fill(undefined)
  for (const name in record) {
    const place = places.get(name)
    if (place !== undefined) parts[place] = record[name] ?? undefined
  }
  return parts
}

/** What is new of a part of the record: nothing, as it is not there; nothing, though it is there; or that it changed. */
const absent = 0
const asBefore = 1
const changed = 2

function evaluationOf(program: Program, frame: Frame): Evaluation {
  const { parts, applies, trace } = program
  return {
    states: frame.states,
    parts,
    appliesOf: (clause) => frame.states[applies.get(clause)!]!,
    tracesOf: (indicator) => trace(indicator, frame),
    again: (run) => evaluationOf(program, renewed(program, run, frame)),
  }
}
