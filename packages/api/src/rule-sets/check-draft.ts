import { createAssessor, parseRuleSet, type RuleSet } from '@joinery/core'
import {
  bundleRuleSet,
  checkLoaded,
  compareEvaluators,
  diffRuleSets,
  readDocument,
  runCase,
  sourceOfValue,
  type LocatedFault,
  type Miss,
} from '@joinery/kit'
import type * as z from 'zod'
import type { CheckReport } from '../schemas/check-report.ts'

export interface DraftInput {
  readonly document: unknown
  readonly cases: readonly unknown[]
  /** Canonical texts of the rule sets it may extend. */
  readonly bases: readonly string[]
  /** Canonical text of the version that is current now. */
  readonly before: string | undefined
}

export interface CheckInput extends DraftInput {
  /** Random relationships that both evaluators are compared on, and how long that may take. */
  readonly random: number
  readonly seconds: number
  readonly seed: number
}

type Report = Omit<z.input<typeof CheckReport>, 'checkedAt'>

/** Most entries of each list in a report. */
const most = 200

/**
 * Checks a draft as publication needs it: its faults, the cases it carries, both evaluators against each other, and whether
 * its version says enough about what changes.
 */
export async function checkDraft({ random, seconds, seed, ...draft }: CheckInput): Promise<Report> {
  const { ruleSet, faults } = checkLoaded(readDocument(draft.document, basesOf(draft)))
  // what a draft is refused for comes before what its author may think about
  const weight = ({ severity }: LocatedFault) => (severity === 'error' ? 0 : 1)
  const byWeight = faults.toSorted((left, right) => weight(left) - weight(right))
  const problems = byWeight.slice(0, most).map(shownFault)
  const nothing = { cases: { total: draft.cases.length, passed: 0, failures: [] }, comparison: null, change: null }
  if (ruleSet === undefined) return { ok: false, digest: null, faults: problems, ...nothing }
  const unbundled = bundleFault(ruleSet)
  if (unbundled !== undefined) return { ok: false, digest: null, faults: [unbundled, ...problems], ...nothing }
  const cases = await runOwnCases(ruleSet, draft.cases)
  const until = performance.now() + seconds * 1_000
  const comparison = await compare(ruleSet, draft.cases, { random, seed, goOn: () => performance.now() < until })
  const change = changeOf(draft.before, ruleSet)
  const isSound = faults.every(({ severity }) => severity !== 'error') && cases.failures.length === 0
  const ok = isSound && comparison.differences.length === 0 && change.isBigEnough
  return { ok, digest: ruleSet.hash, faults: problems, cases, comparison, change }
}

export function basesOf({ bases }: Pick<DraftInput, 'bases'>): RuleSet[] {
  return bases.map((text) => parseRuleSet(JSON.parse(text)))
}

function bundleFault(ruleSet: RuleSet): Report['faults'][number] | undefined {
  try {
    bundleRuleSet(ruleSet)
    return undefined
  } catch (error) {
    return { severity: 'error', code: 'bad-format', path: '', message: (error as Error).message.slice(0, 500) }
  }
}

function shownFault({ severity, code, path, message }: LocatedFault): Report['faults'][number] {
  return { severity, code, path, message }
}

async function runOwnCases(ruleSet: RuleSet, cases: readonly unknown[]): Promise<Report['cases']> {
  const { assess } = createAssessor(ruleSet)
  const runs = await Promise.all(sourcesOf(cases).map((source) => runCase(source, ruleSet, assess)))
  const failures = runs.flatMap(({ name, faults, failures: missed }, index) => {
    const own = faults.map(({ path, message }) => ({ case: index, name, path, message }))
    return own.concat(missed.map((miss) => ({ case: index, name, path: miss.path, message: missWords(miss) })))
  })
  const failed = new Set(failures.map((failure) => failure.case))
  return { total: cases.length, passed: cases.length - failed.size, failures: failures.slice(0, most) }
}

function missWords({ expected, actual, why }: Miss): string {
  return `expected ${shown(expected)}, got ${shown(actual)}${why === '' ? '' : `: ${why}`}`
}

async function compare(
  ruleSet: RuleSet,
  cases: readonly unknown[],
  options: { readonly random: number; readonly seed: number; readonly goOn: () => boolean },
): Promise<NonNullable<Report['comparison']>> {
  const { compared, differences } = await compareEvaluators(ruleSet, sourcesOf(cases), options)
  const shownDifferences = differences.map(({ of, path, left, right }) => {
    const name = 'file' in of ? of.file : `random relationship ${of.seed}`
    return { of: name, path, message: `compiled: ${shown(left)}; json-rules-engine: ${shown(right)}` }
  })
  return { ...compared, differences: shownDifferences.slice(0, most) }
}

/** The change since the version that is current now; of the first version, nothing is asked. */
export function changeOf(before: string | undefined, after: RuleSet): NonNullable<Report['change']> {
  if (before === undefined) return { against: null, bump: 'none', step: 'none', isBigEnough: true, changes: [] }
  const earlier = parseRuleSet(JSON.parse(before))
  const { changes, bump, step, isBigEnough } = diffRuleSets(earlier, after)
  const shownChanges = changes
    .slice(0, most)
    .map(({ kind, of, id, bump: own, path, words }) => ({ kind, of, id, bump: own, path, words }))
  return { against: { version: earlier.version, digest: earlier.hash }, bump, step, isBigEnough, changes: shownChanges }
}

function sourcesOf(cases: readonly unknown[]) {
  return cases.map((value, index) => sourceOfValue(value, `case ${index + 1}`))
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
