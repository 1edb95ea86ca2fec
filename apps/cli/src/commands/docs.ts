import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { docsFormats, loadRuleSet, ruleSetDocs } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { choiceOf, readOptions } from '../options.ts'
import { fileOutput, trying } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Writes a rule set as pages to read: an index, and one page for each principle with its clauses and indicators.

usage: joinery docs NAME|PATH [--out DIR] [--format markdown|html]

Each indicator says what it states, what the record must show in words, its level, the next step and its effort, and where its
numbers come from. Every text is escaped. The pages have no style of their own and take the looks of your site.

  --out DIR       the folder to write into; pages of the same name are replaced (default: docs-<id>)
  --format NAME   markdown or html (default: markdown)
`

export const docs: Command = { help, run: runDocs }

async function runDocs(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { out: { type: 'string' }, format: { type: 'string' } })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError('name one rule set: a folder, a file or a name')
  const format = choiceOf('format', values.format, docsFormats)
  const place = placeOf(name)
  const plugin = await pluginAt(place)
  if (plugin === 'faulty') return exits.badInput
  const { ruleSet, faults } = loadRuleSet(place, searchFor(plugin))
  if (ruleSet === undefined) {
    say(faultLines(faults))
    return exits.badInput
  }
  const folder = resolve(userFolder(), values.out ?? `docs-${ruleSet.id}`)
  const files = ruleSetDocs(ruleSet, { format, plugin })
  await trying(folder, () => mkdir(folder, { recursive: true }))
  for (const file of files) {
    const output = await fileOutput(join(folder, file.name))
    await output.write(file.text)
    await output.finish()
  }
  await print(
    `${shownPath(folder)}: ${files.length} pages about ${ruleSet.id} ${ruleSet.version}, from ${files[0]!.name} on\n`,
  )
  return exits.fine
}
