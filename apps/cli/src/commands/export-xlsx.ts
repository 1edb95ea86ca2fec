import { resolve } from 'node:path'
import { exportWorkbook, loadRuleSet } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { readOptions } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Writes a rule set as a workbook, to be edited without JSON in Excel or LibreOffice.

usage: joinery export-xlsx NAME|PATH [--out FILE]

One sheet each for principles, clauses, indicators, conditions, questions, changes to an extended rule set, texts in other
languages and so on; the first sheet explains them. Read it back with joinery import-xlsx: nothing is lost on the way.
What a rule set extends is not in its workbook, only what it says itself. NAME may be the folder of a plugin: its rules are written.

  --out FILE   where to write it (default: <id>.xlsx)
`

export const exportXlsx: Command = { help, run: runExport }

async function runExport(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { out: { type: 'string' } })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError('name one rule set: a folder, a file or a name')
  const place = placeOf(name)
  const plugin = await pluginAt(place)
  if (plugin === 'faulty') return exits.badInput
  const loaded = loadRuleSet(place, searchFor(plugin))
  if (loaded.ruleSet === undefined) {
    say(faultLines(loaded.faults))
    return exits.badInput
  }
  const out = resolve(userFolder(), values.out ?? `${loaded.ruleSet.id}.xlsx`)
  const output = await fileOutput(out)
  await output.write(exportWorkbook(loaded))
  await output.finish()
  say(`${shownPath(out)}: ${loaded.ruleSet.id} ${loaded.ruleSet.version}; its first sheet explains the others`)
  return exits.fine
}
