import { mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importWorkbook } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { pluginCalled, searchFor } from '../input/plugins.ts'
import { readOptions } from '../options.ts'
import { fileOutput, trying } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Reads a workbook that holds a rule set, and writes it as JSON.

usage: joinery import-xlsx FILE.xlsx [--out FOLDER] [--force]

Everything that is wrong is told at once, with its sheet and cell; as long as there are errors, nothing is written. Formulas
are not worked out, and workbooks with macros or links to others are refused.

  --out FOLDER   where to write rule-set.json (default: a folder named after the rule set); cases there stay as they are
  --plugin PATH  the plugin that the rules belong to, where they use operators or question types of its own
  --force        write over a rule-set.json that is there
`

export const importXlsx: Command = { help, run: runImport }

const options = { out: { type: 'string' }, plugin: { type: 'string' }, force: { type: 'boolean' } } as const

async function runImport(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('name one workbook: FILE.xlsx')
  const plugin = values.plugin === undefined ? undefined : await pluginCalled(values.plugin)
  if (plugin === 'faulty') return exits.badInput
  const { ruleSet, document, faults } = importWorkbook(resolve(userFolder(), file), searchFor(plugin))
  await print(faultLines(faults, { severities: true }))
  if (ruleSet === undefined) {
    say(`${file}: nothing was written; mend the errors and import it again`)
    return exits.failed
  }
  const target = join(resolve(userFolder(), values.out ?? ruleSet.id), 'rule-set.json')
  if (existsSync(target) && values.force !== true)
    throw new UsageError(`${shownPath(target)} is there already; --force writes over it, --out names another folder`)
  await trying(target, () => mkdir(resolve(target, '..'), { recursive: true }))
  const output = await fileOutput(target)
  await output.write(`${JSON.stringify(document, undefined, 2)}\n`)
  await output.finish()
  say(`${shownPath(target)}: ${ruleSet.id} ${ruleSet.version}, ${ruleSet.indicators.length} indicators`)
  return exits.fine
}
