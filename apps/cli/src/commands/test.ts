import { bundledRuleSets, isPluginFolder, type CaseRun, type CasesRun } from '@joinery/kit'
import { engines } from '../input/scorer.ts'
import { placeOf } from '../input/rules.ts'
import { exits, UsageError } from '../exits.ts'
import { choiceOf, numberOf, readOptions } from '../options.ts'
import { caseLine } from '../output/case-line.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, shownPath } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Runs the cases of rule sets: relationships with the levels and scores they are expected to get.

usage: joinery test [NAME|PATH…] [--coverage] [--mutate [--changed BASE] [--limit N]] [--watch] [--junit FILE]
                    [--engine compiled|reference]

PATH may also be the folder of a plugin; its cases are assessed by core and sector together.

A case is a JSON file in the folder "cases" of a rule set:

  { "name": …, "asOf": …, "scope": …, "given": { a relationship }, "expect": { "headline": { "level": 1, "score": 1.25 },
    "principles": { "p01": { "level": 2 } }, "clauses": { "5.1.3.1": { "score": 2.5 } },
    "indicators": { "p01.plan/1": "met" }, "notices": [] } }

Everything in "expect" may be left out; numbers are compared to four decimals. The short form tests single rules, each with
relationships that meet it, that do not, and that leave it open:

  { "name": …, "asOf": …, "rules": { "p07.trust/1": { "valid": [{…}], "invalid": [{…}], "unknown": [{}] } } }

  --coverage       which conditions the cases have never seen true, or never false
  --mutate         change the rule set a little, one thing at a time (thresholds, operators, parts, levels, weights), and
                   list the changes that no case notices
  --changed BASE   with --mutate: only what differs from BASE, an earlier version by name or path
  --limit N        with --mutate: at most N changes, taken evenly from all
  --watch          run again whenever a file of the rule set, of a plugin's code or of what is extended changes
  --junit FILE     write the outcome as JUnit XML too

Default: all that come with Joinery.
`

export const test: Command = { help, run: runTest }

const options = {
  engine: { type: 'string' },
  coverage: { type: 'boolean' },
  mutate: { type: 'boolean' },
  changed: { type: 'string' },
  limit: { type: 'string' },
  watch: { type: 'boolean' },
  junit: { type: 'string' },
} as const

type Values = ReturnType<typeof readOptions<typeof options>>['values']

async function runTest(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const engine = choiceOf('engine', values.engine, engines)
  const limit = numberOf('limit', values.limit, { most: 1_000_000 })
  if (values.mutate !== true && (values.changed ?? limit) !== undefined)
    throw new UsageError('--changed and --limit belong to --mutate')
  const names: readonly string[] = positionals.length > 0 ? positionals : bundledRuleSets
  const places = names.map(placeOf)
  const once = () => testAll(places, { values, engine, limit })
  if (values.watch !== true) return once()
  const { watchPlaces } = await import('./watch.ts')
  if (!places.some(isPluginFolder)) return watchPlaces(places, once)
  const { testApart } = await import('./test-apart.ts')
  return watchPlaces(places, (signal) => testApart(words, signal))
}

interface Wanted {
  readonly values: Values
  readonly engine: (typeof engines)[number]
  readonly limit: number | undefined
}

async function testAll(places: readonly string[], wanted: Wanted): Promise<number> {
  const { runAll } = await import('./test-runs.ts')
  const { values } = wanted
  const runs = await runAll(places, wanted.engine)
  if (runs === undefined) return exits.failed
  for (const run of runs) {
    await print(runWords(run))
    const { ruleSet } = run
    if (ruleSet === undefined) continue
    const sound = { ...run, ruleSet }
    const reports = await import('./test-reports.ts')
    if (values.coverage === true) await print(reports.coverageWords(sound))
    if (values.mutate === true)
      await print(reports.mutationWords(sound, { changed: values.changed, limit: wanted.limit }))
  }
  if (values.junit !== undefined) {
    const { writeJunit } = await import('../output/junit.ts')
    await writeJunit(values.junit, runs)
  }
  const isSound = ({ ruleSet, cases }: CasesRun) => ruleSet !== undefined && cases.every(isPassed)
  return runs.every(isSound) ? exits.fine : exits.failed
}

function runWords({ ruleSet, faults, cases }: CasesRun): string {
  const wrong = cases.filter((run) => !isPassed(run))
  const lines = faultLines(faults) + wrong.map(wordsOf).join('')
  if (ruleSet === undefined) return lines
  const count = cases.length === 0 ? 'no cases' : `${cases.length - wrong.length} of ${cases.length} cases passed`
  return `${lines}${ruleSet.id} ${ruleSet.version}: ${count}\n`
}

function isPassed({ faults, failures }: CaseRun): boolean {
  return faults.length === 0 && failures.length === 0
}

function wordsOf(run: CaseRun): string {
  if (run.faults.length > 0) return faultLines(run.faults)
  const lines = run.failures.map((failure) => `  ${caseLine(run.file, failure)}\n`)
  return `${shownPath(run.file)}: "${run.name}" failed\n${lines.join('')}`
}
