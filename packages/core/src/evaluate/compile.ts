import type { Day } from '../day.ts'
import { createProfileReader } from '../facts/profile.ts'
import { createRun, type Run } from '../facts/run.ts'
import { TRUE, type StateCode } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Tree } from '../rule-set/tree.ts'
import type { Evaluation, Evaluator } from './evaluation.ts'
import { createSlots, type Frame, type Slots, type Watched } from './frame.ts'
import { joinStates, layOut, type Layout } from './layout.ts'
import { createTracers, type Tracer } from './tracers.ts'

/**
 * Turns the conditions of a rule set into a list of readings, tests and branches, once. No code is generated; the result
 * runs under the strictest content security policy, keeps nothing of a record between evaluations, and can be shared freely.
 */
export function compile(ruleSet: RuleSet): Evaluator {
  const program = programOf(ruleSet)
  const profile = createProfileReader(ruleSet.document.profile)({})
  // most records leave most parts out: every evaluation begins with a record that says nothing, on the same day
  let empty: Frame | undefined
  const emptyOn = (day: Day) => {
    if (empty?.run.asOf !== day) empty = renewed(program, createRun({}, day, profile))
    return empty
  }
  return { evaluate: (run) => evaluationOf(program, renewed(program, run, emptyOn(run.asOf))) }
}

interface Program {
  readonly slots: Slots
  readonly layout: Layout
  /** The places of the parts of all indicators, one after the other. */
  readonly parts: Uint32Array
  /** The places of the conditions that clauses apply under. */
  readonly applies: ReadonlyMap<string, number>
  readonly tracersOf: (indicator: number) => readonly Tracer[]
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
  }
}

/**
 * Looks up each part of the record once, and reads and tests again only what comes from parts that are not what they were.
 */
function renewed({ slots, layout }: Program, run: Run, before?: Frame): Frame {
  const { reads, watched } = slots
  const frame: Frame = {
    run,
    parts: slots.parts.map((name) => run.record[name] ?? undefined),
    values: before === undefined ? [] : before.values.slice(),
    states: new Uint8Array(layout.size),
  }
  if (before !== undefined) frame.states.set(before.states)
  const news = newsIn(frame, before)
  const touched = new Uint8Array(reads.length)
  for (let slot = 0; slot < reads.length; slot++) {
    if (!isNews(watched[slot]!, news)) continue
    touched[slot] = 1
    frame.values[slot] = reads[slot]!(frame)
  }
  for (const group of layout.groups) if (touched[group.left] === 1 || touched[group.right] === 1) group.run(frame)
  joinStates(layout.branches, frame.states)
  return frame
}

/** What is new of a part of the record: nothing, as it is not there; nothing, though it is there; or that it changed. */
const [absent, asBefore, changed] = [0, 1, 2] as const

function newsIn({ run, parts }: Frame, before: Frame | undefined): Uint8Array {
  const there = run.record['complete'] === before?.run.record['complete'] ? asBefore : changed
  const news = new Uint8Array(parts.length)
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place]
    if (before === undefined || part !== before.parts[place]) news[place] = changed
    else news[place] = part === undefined ? absent : there
  }
  return news
}

function isNews({ parts, most }: Watched, news: Uint8Array): boolean {
  for (let index = 0; index < parts.length; index++) if (news[parts[index]!]! > most) return true
  return false
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
