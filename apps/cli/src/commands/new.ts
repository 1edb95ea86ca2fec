import { exits, UsageError } from '../exits.ts'
import { didYouMean } from '@joinery/core'
import { readOptions, today } from '../options.ts'
import { newCase } from '../scaffold/new-case.ts'
import { newFolder } from '../scaffold/new-folder.ts'
import type { Command } from './command.ts'

const help = `Begins a rule set, a plugin or a case that passes its own checks at once; change it step by step from there.

usage: joinery new rule-set|plugin|case NAME [--out DIR]

  rule-set   a folder with a rule set that builds on the baseline, its cases and the commands; JSON alone
  plugin     a folder with a sector plugin: rules, a limit, a question, code for facts and operators, German texts, cases
  case       a case for the rule set or plugin in DIR: what its result is today, to be filled with a record from life

NAME is one lower-case word, for rule sets and cases also several joined by hyphens. Nothing that is there is written over.

  --out DIR   the folder to make (default: NAME); for a case, the folder of the rule set (default: the current one)
`

const kinds = ['rule-set', 'plugin', 'case'] as const

export const newThing: Command = { help, run: runNew }

async function runNew(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { out: { type: 'string' } })
  const [word, name, ...others] = positionals
  if (word === undefined || name === undefined || others.length > 0)
    throw new UsageError('say what to begin, and its name: joinery new rule-set my-trade')
  const kind = kinds.find((one) => one === word)
  if (kind === undefined)
    throw new UsageError(
      `"${word}" cannot be begun${didYouMean(word, kinds) || `; a rule-set, a plugin or a case can`}`,
    )
  if (kind === 'case') return newCase(name, values.out ?? '.')
  await newFolder(kind, { name, out: values.out ?? name, day: today() })
  return exits.fine
}
