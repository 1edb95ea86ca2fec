import { bundledRuleSets, runCases, type CaseFailure, type CaseRun } from '@joinery/kit'
import { engines } from '../input/scorer.ts'
import { placeOf, search } from '../input/rules.ts'
import { exits } from '../exits.ts'
import { choiceOf, readOptions } from '../options.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, shownPath } from '../terminal.ts'
import type { Command } from './index.ts'

const help = `Runs the cases of rule sets: relationships with the levels and scores they are expected to get.

usage: joinery test [NAME|PATH…] [--engine compiled|reference]

A case is a JSON file in the folder "cases" of a rule set:

  { "name": …, "asOf": …, "scope": …, "given": { a relationship }, "expect": { "headline": { "level": 1, "score": 1.25 },
    "principles": { "p01": { "level": 2 } }, "clauses": { "5.1.3.1": { "score": 2.5 } },
    "indicators": { "p01.plan/1": "met" }, "notices": [] } }

Everything in "expect" may be left out; numbers are compared to four decimals. Default: all that come with Joinery.
`

export const test: Command = { help, run: runTest }

async function runTest(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { engine: { type: 'string' } })
  const engine = choiceOf('engine', values.engine, engines)
  const names: readonly string[] = positionals.length > 0 ? positionals : bundledRuleSets
  const assess = engine === 'compiled' ? {} : { assess: await referenceAssess() }
  let failed = false
  for (const place of names.map(placeOf)) {
    const { ruleSet, faults, cases } = await runCases(place, { ...search(), ...assess })
    const wrong = cases.filter((run) => !isPassed(run))
    failed ||= ruleSet === undefined || wrong.length > 0
    await print(faultLines(faults) + wrong.map(wordsOf).join(''))
    if (ruleSet === undefined) continue
    const count = cases.length === 0 ? 'no cases' : `${cases.length - wrong.length} of ${cases.length} cases passed`
    await print(`${ruleSet.id} ${ruleSet.version}: ${count}\n`)
  }
  return failed ? exits.failed : exits.fine
}

async function referenceAssess() {
  const { createReferenceAssessor } = await import('@joinery/core/reference')
  return (ruleSet: Parameters<typeof createReferenceAssessor>[0]) => createReferenceAssessor(ruleSet).assess
}

function isPassed({ faults, failures }: CaseRun): boolean {
  return faults.length === 0 && failures.length === 0
}

function wordsOf(run: CaseRun): string {
  if (run.faults.length > 0) return faultLines(run.faults)
  const lines = run.failures.map((failure) => `  ${lineOf(run.file, failure)}\n`)
  return `${shownPath(run.file)}: "${run.name}" failed\n${lines.join('')}`
}

function lineOf(file: string, { line, column, path, expected, actual, why }: CaseFailure): string {
  const reason = why === '' ? '' : ` (${why})`
  return `${shownPath(file)}:${line ?? 1}:${column ?? 1} ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}${reason}`
}
