import { bundledRuleSets, checkRuleSet, type RuleSetCheck } from '@joinery/kit'
import { placeOf, search } from '../input/rules.ts'
import { exits } from '../exits.ts'
import { readOptions } from '../options.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, shownPath } from '../terminal.ts'
import type { Command } from './index.ts'

const help = `Checks rule sets: everything that keeps one from being used, and everything its author would want to know.

usage: joinery check [NAME|PATH…]

NAME is a rule set by name, PATH a folder with a rule-set.json or one bundled file. Default: all that come with Joinery.
Errors (exit code 1): what cannot be read; facts, operators, ids and conditions that are not there; rules that come out the
same whatever is recorded; levels, clauses and scopes that nothing leads to; English guidance with a reading ease below 60.
Warnings: gaps in levels, questions that change no score, facts that nobody is asked for, texts that are missing.
`

export const check: Command = { help, run: runCheck }

async function runCheck(words: readonly string[]): Promise<number> {
  const { positionals } = readOptions(words, {})
  const names: readonly string[] = positionals.length > 0 ? positionals : bundledRuleSets
  let failed = false
  for (const place of names.map(placeOf)) {
    const checked = checkRuleSet(place, search())
    failed ||= checked.faults.some(({ severity }) => severity === 'error')
    await print(faultLines(checked.faults, { severities: true }) + summaryOf(checked))
  }
  return failed ? exits.failed : exits.fine
}

function summaryOf({ place, ruleSet, faults }: RuleSetCheck): string {
  if (ruleSet === undefined) return `${shownPath(place)}: this rule set cannot be used until its faults are mended\n`
  const { id, version, principles, indicators, document } = ruleSet
  const clauses = principles.reduce((sum, principle) => sum + principle.clauses.length, 0)
  const questions = document.instrument?.questions.length ?? 0
  const verdict = faults.length === 0 ? 'sound' : `${faults.length} findings`
  return `${id} ${version}: ${verdict} (${clauses} clauses, ${indicators.length} indicators, ${questions} questions)\n`
}
