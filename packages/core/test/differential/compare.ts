import * as core from '../../src/index.ts'
import { createReferenceAssessor } from '../../src/reference/index.ts'
import { createRandom, type Random } from './random.ts'
import { someRecord } from './records.ts'
import { reportOf } from './report.ts'
import { someRuleSet } from './rule-sets.ts'
import { createScenery } from './vocabulary.ts'

/** The side that is put to the test: the compiled evaluator, whole or with a planted bug. */
export type Subject = Pick<typeof core, 'parseRuleSet' | 'createAssessor'>

export type Comparison =
  | { readonly is: 'same' | 'refused' }
  | { readonly is: 'different'; readonly seed: number; readonly report: string }

type Json = Record<string, unknown>
type Indicator = { readonly id: string; readonly conditions?: Json }

/** The documents of one case; the same seed gives the same ones. */
export function someCase(seed: number, plain = false): { ruleSet: unknown; records: Json[]; odd: boolean } {
  const random = createRandom(seed)
  const scenery = createScenery(random)
  const ruleSet = someRuleSet(random, { scenery, plain })
  const { indicators } = ruleSet['practice'] as { indicators: Indicator[] }
  const odd = !plain && random.chance(0.3)
  const options = { scenery, odd, whole: plain, indicators: indicators.map(({ id }) => id) }
  const records = [someRecord(random, options)]
  const more = plain || random.chance(0.5) ? 0 : indicators.some(isWide) ? mostMore : 1
  while (records.length <= more) records.push(changed(random, records.at(-1)!, someRecord(random, options)))
  return { ruleSet, records, odd }
}

/** Scores are kept by how three parts at a time came out: only many records tell whether those of more are mixed up. */
const mostMore = 6
const isWide = ({ conditions }: Indicator) => Array.isArray(conditions?.['all']) && conditions['all'].length > 3

/** The record after somebody worked on it: one part changed, all of them, or the answers; the rest is shared. */
function changed(random: Random, record: Json, other: Json): Json {
  const parts = Object.keys(other)
  const part = random.chance(0.2) ? 'answers' : random.pick(parts)
  if (random.chance(0.5)) return other
  return { ...record, [part]: other[part] ?? {} }
}

const days = ['2026-11-23', '2026-11-23', '2026-11-24', '2024-02-29']

/**
 * Evaluates one random case on both evaluators and compares the complete results, byte for byte; a second record is mostly
 * scored as a change of the first. What json-rules-engine found can be kept for the next subject that gets the same case.
 */
export async function compareOnce(
  seed: number,
  subject: Subject = core,
  kept: Map<string, string> = new Map(),
): Promise<Comparison> {
  const { ruleSet: document, records, odd } = someCase(seed)
  const different = (report: string): Comparison => ({ is: 'different', seed, report })
  const ours = attempt(() => subject.parseRuleSet(document))
  const theirs = subject === core ? ours : attempt(() => core.parseRuleSet(document))
  if (ours.said !== theirs.said) return different(`the rule set is read differently\n  ${ours.said}\n  ${theirs.said}`)
  if (ours.value === undefined || theirs.value === undefined) return { is: 'refused' }
  const assessor = subject.createAssessor(ours.value)
  const reference = createReferenceAssessor(theirs.value)
  const options = { asOf: days[seed % days.length]!, scope: seed % 11 === 0 ? 'first' : 'full' }
  const ruleSet = odd ? undefined : theirs.value
  let live: core.LiveResult | undefined
  for (const [index, record] of records.entries()) {
    const { value } = attempt(() => core.parseRelationship(record, ruleSet))
    if (value === undefined) return { is: 'refused' }
    const compiled = await textOf(async () => {
      live = live === undefined || seed % 5 === 0 ? assessor.score(value, options) : live.rescore(value)
      expectSameVerdicts(live, assessor.verdicts(value, options), ours.value!)
      return live.explain()
    })
    const key = `${seed}/${index}`
    const expected = kept.get(key) ?? (await textOf(async () => reference.assess(value, options)))
    kept.set(key, expected)
    if (compiled !== expected) return different(reportOf({ document, record, options, compiled, expected }))
  }
  return { is: 'same' }
}

/** Verdicts take a shorter way than scores; they have to end alike. */
function expectSameVerdicts(live: core.LiveResult, verdicts: readonly string[], { indicators }: core.RuleSet): void {
  const byId = new Map(indicators.map(({ id, index }) => [id, verdicts[index]]))
  for (const { indicator, outcome } of live.traces())
    if (byId.get(indicator) !== outcome)
      throw new Error(`the verdict on ${indicator} is ${byId.get(indicator)}, scored as ${outcome}`)
}

/** What a parser gives, or the faults it found; any other error is a bug. */
function attempt<Value>(parse: () => Value): { value?: Value; said: string } {
  try {
    return { value: parse(), said: 'read' }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DocumentError') throw error
    return { said: error.message }
  }
}

async function textOf(assess: () => Promise<core.Result>): Promise<string> {
  try {
    return JSON.stringify(await assess())
  } catch (error) {
    return JSON.stringify({ thrown: String(error) })
  }
}
