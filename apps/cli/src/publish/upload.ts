import { relative } from 'node:path'
import { factId, type Plugin } from '@joinery/core/plugin'
import { collectCases, isPluginFolder, loadRuleSet, readJsonFile, runCases } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { search } from '../input/search.ts'
import { clean, faultLines } from '../output/print-faults.ts'
import { print, say } from '../terminal.ts'

type Data = Readonly<Record<string, unknown>>

export interface Upload {
  readonly document: Data & { readonly id: string }
  readonly cases: readonly Data[]
}

/**
 * The rule set as its own files say it, with its cases; the service adds what it extends. Undefined where it is faulty, after its
 * faults were said. Of a plugin only data is sent: the rules with their texts, and the cases that hold without its code.
 */
export async function uploadOf(name: string): Promise<Upload | undefined> {
  const place = placeOf(name)
  const plugin = await pluginAt(place)
  if (plugin === 'faulty') return undefined
  const { ruleSet, own, faults } = loadRuleSet(place, searchFor(plugin))
  if (ruleSet === undefined || own === undefined) {
    say(faultLines(faults))
    return undefined
  }
  const files = plugin === undefined ? collectCases(place) : await casesAsData(place, plugin)
  if (plugin !== undefined) await print(clean(whatIsSent(plugin, place, { files, own: { ...own } })))
  return { document: { ...own, id: ruleSet.id }, cases: files.map((file) => readJsonFile(file).value as Data) }
}

/** The files of cases that hold without the code of the plugin. Refuses rules that nobody can read without it. */
async function casesAsData(place: string, plugin: Plugin): Promise<string[]> {
  const { ruleSet, faults, cases } = await runCases(place, search())
  if (ruleSet === undefined) {
    const operators = (plugin.operators ?? []).map(({ id }) => id)
    const used = operators.filter((id) => faults.some(({ message }) => message.includes(`"${id}"`)))
    const why =
      used.length === 0
        ? faultLines(faults)
        : `its rules compare with ${used.join(', ')}, which only the code of the plugin can do`
    throw new UsageError(
      `${plugin.name}: ${why}. A service takes no code over the line, so nothing was sent. Whoever runs the service installs the plugin and sets JOINERY_PLUGINS=${packageOf(place)}`,
    )
  }
  const failed = new Set(cases.filter((run) => run.faults.length + run.failures.length > 0).map(({ file }) => file))
  return collectCases(place).filter((file) => !failed.has(file))
}

interface Sent {
  readonly files: readonly string[]
  readonly own: Data
}

function whatIsSent(plugin: Plugin, place: string, { files, own }: Sent): string {
  const all = collectCases(place)
  const kept = all.filter((file) => !files.includes(file)).map((file) => relative(place, file))
  const languages = Object.keys((own['locales'] ?? {}) as Data)
  const facts = (plugin.facts ?? []).map(({ id }) => factId(id))
  const lines = [
    `The plugin "${plugin.name}" is published as data. SENT: its rule set${languages.length === 0 ? '' : `, its texts (${languages.join(', ')})`}, ${files.length} of ${all.length} files of cases`,
    'NOT SENT: its code. A service takes no code over the line',
    ...(kept.length === 0 ? [] : [`NOT SENT: cases that hold only with the code: ${kept.join(', ')}`]),
    ...(facts.length === 0
      ? []
      : [`Without the code these facts are unknown unless a record states them: ${facts.join(', ')}`]),
    `For the code, whoever runs the service installs the plugin there and sets JOINERY_PLUGINS=${packageOf(place)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** The name of the package in a folder of a plugin. */
function packageOf(place: string): string {
  const { name } = (readJsonFile(`${place}/package.json`).value ?? {}) as { readonly name?: unknown }
  return isPluginFolder(place) && typeof name === 'string' ? name : place
}
