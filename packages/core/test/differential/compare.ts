import * as core from '../../src/index.ts'
import { createReferenceAssessor } from '../../src/reference/index.ts'
import { createRandom } from './random.ts'
import { someRecord } from './records.ts'
import { reportOf } from './report.ts'
import { someRuleSet } from './rule-sets.ts'
import { createScenery } from './vocabulary.ts'

/** The side that is put to the test: the compiled evaluator, whole or with a planted bug. */
export type Subject = Pick<typeof core, 'parseRuleSet' | 'createAssessor'>

export type Comparison =
  | { readonly is: 'same' | 'refused' }
  | { readonly is: 'different'; readonly seed: number; readonly report: string }

/** The documents of one case; the same seed gives the same ones. */
export function someCase(seed: number, plain = false): { ruleSet: unknown; records: unknown[]; odd: boolean } {
  const random = createRandom(seed)
  const scenery = createScenery(random)
  const ruleSet = someRuleSet(random, { scenery, plain })
  const { indicators } = ruleSet['practice'] as { indicators: { id: string }[] }
  const odd = !plain && random.chance(0.3)
  const options = { scenery, odd, whole: plain, indicators: indicators.map(({ id }) => id) }
  const records = random.some(1, plain || random.chance(0.6) ? 1 : 2, () => someRecord(random, options))
  return { ruleSet, records, odd }
}

const days = ['2026-11-23', '2026-11-23', '2026-11-24', '2024-02-29']

/**
 * Evaluates one random case on both evaluators and compares the complete results, byte for byte. What json-rules-engine found
 * can be kept for the next subject that gets the same case.
 */
export async function compareOnce(
  seed: number,
  subject: Subject = core,
  kept: Map<string, string> = new Map(),
): Promise<Comparison> {
  const { ruleSet: document, records, odd } = someCase(seed)
  const different = (report: string): Comparison => ({ is: 'different', seed, report })
  const [ours, theirs] = [attempt(() => subject.parseRuleSet(document)), attempt(() => core.parseRuleSet(document))]
  if (ours.said !== theirs.said) return different(`the rule set is read differently\n  ${ours.said}\n  ${theirs.said}`)
  if (ours.value === undefined || theirs.value === undefined) return { is: 'refused' }
  const assessor = subject.createAssessor(ours.value)
  const reference = createReferenceAssessor(theirs.value)
  const options = { asOf: days[seed % days.length]!, scope: seed % 11 === 0 ? 'first' : 'full' }
  const ruleSet = odd ? undefined : theirs.value
  for (const [index, record] of records.entries()) {
    const { value } = attempt(() => core.parseRelationship(record, ruleSet))
    if (value === undefined) return { is: 'refused' }
    const compiled = await textOf(async () => assessor.assess(value, options))
    const key = `${seed}/${index}`
    const expected = kept.get(key) ?? (await textOf(async () => reference.assess(value, options)))
    kept.set(key, expected)
    if (compiled !== expected) return different(reportOf({ document, record, options, compiled, expected }))
  }
  return { is: 'same' }
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
