import { bundledRuleSets, checkRuleSet, type RuleSetCheck } from '@joinery/kit'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { exits, UsageError } from '../exits.ts'
import { numberOf, readOptions } from '../options.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, shownPath } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Checks rule sets: everything that keeps one from being used, and everything its author would want to know.

usage: joinery check [NAME|PATH…] [--cross-check [--random N] [--seed N]]

NAME is a rule set by name, PATH a folder with a rule-set.json or one bundled file, or the folder of a plugin. Default: all that come with Joinery.
Errors (exit code 1): what cannot be read; facts, operators, ids and conditions that are not there; rules that come out the
same whatever is recorded; levels, clauses and scopes that nothing leads to; English guidance with a reading ease below 60.
Warnings: gaps in levels; questions, facts, conditions and weights that change no score; facts that nobody is asked for; levels
that come with a lower one; rules that pull against each other; numbers without a source; texts that are missing in a language.

  --cross-check        assess the rule set's own cases, and random relationships about what its conditions read, with both
                       evaluators (compiled, and json-rules-engine), and compare the complete results byte for byte
  --random N           how many random relationships (default: 500)
  --seed N             where chance begins; the seed of each run is printed, and the same seed gives the same relationships

Any difference is told with the case or the seed, the first place in the result, and both values; the exit code is 3.
`

export const check: Command = { help, run: runCheck }

const options = {
  'cross-check': { type: 'boolean' },
  random: { type: 'string' },
  seed: { type: 'string' },
} as const

async function runCheck(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const names: readonly string[] = positionals.length > 0 ? positionals : bundledRuleSets
  const random = numberOf('random', values.random, { most: 1_000_000 })
  const seed = numberOf('seed', values.seed, { most: 1_000_000_000 })
  if (values['cross-check'] !== true && (random ?? seed) !== undefined)
    throw new UsageError('--random and --seed belong to --cross-check')
  const codes: number[] = []
  for (const place of names.map(placeOf)) {
    const plugin = await pluginAt(place)
    if (plugin === 'faulty') return exits.failed
    const checked = checkRuleSet(place, searchFor(plugin))
    await print(faultLines(checked.faults, { severities: true }) + summaryOf(checked))
    codes.push(checked.faults.some(({ severity }) => severity === 'error') ? exits.failed : exits.fine)
    if (values['cross-check'] === true && checked.ruleSet !== undefined) {
      const { crossCheckAt } = await import('./cross-check.ts')
      codes.push(await crossCheckAt(place, { seed, ...(random === undefined ? {} : { random }) }))
    }
  }
  return Math.max(...codes)
}

function summaryOf({ place, ruleSet, faults, locales }: RuleSetCheck): string {
  if (ruleSet === undefined) return `${shownPath(place)}: this rule set cannot be used until its faults are mended\n`
  const { id, version, principles, indicators, document } = ruleSet
  const clauses = principles.reduce((sum, principle) => sum + principle.clauses.length, 0)
  const questions = document.instrument?.questions.length ?? 0
  const verdict = faults.length === 0 ? 'sound' : `${faults.length} findings`
  const counts = `${clauses} clauses, ${indicators.length} indicators, ${questions} questions`
  const languages = locales.map(
    ({ language, texts, missing }) => `  ${language}: ${texts - missing.length} of ${texts} texts\n`,
  )
  return `${id} ${version}: ${verdict} (${counts})\n${languages.join('')}`
}
