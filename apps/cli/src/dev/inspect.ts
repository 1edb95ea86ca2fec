import { basename, relative } from 'node:path'
import { DocumentError, type RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import {
  bundleRuleSet,
  casesOf,
  checkRuleSet,
  findPlugin,
  isPluginFolder,
  loadPlugin,
  loadRuleSet,
  runCases,
  type LoadedRuleSet,
  type LocatedFault,
} from '@joinery/kit'
import { searchFor } from '../input/plugins.ts'
import { search } from '../input/search.ts'
import { clean, messageOf, placeWords } from '../output/print-faults.ts'
import { shownPath } from '../terminal.ts'
import { caseLine } from '../output/case-line.ts'
import { noCases, type Inspection, type ShownCases, type ShownFault } from './inspection.ts'

/**
 * Looks at the rule set or plugin in a place as the other commands do. What can be said at once is told to `soon`; checks and
 * cases follow.
 */
export async function inspect(place: string, soon: (first: Inspection) => void): Promise<Inspection> {
  const { plugin, module, faults } = await pluginIn(place)
  // without its operators its rules would be faulty for another reason than theirs
  const loaded = faults.length > 0 ? undefined : loadRuleSet(place, searchFor(plugin))
  const first = firstLook(place, loaded, { plugin, module, faults })
  if (loaded === undefined) return { ...first, isPartial: false }
  soon(first)
  const checked = checkRuleSet(place, searchFor(plugin))
  const cases = loaded.ruleSet === undefined ? noCases : await casesIn(place, loaded.ruleSet, plugin)
  return { ...first, faults: checked.faults.slice(0, mostShown).map(shownFault), cases, isPartial: false }
}

/** More are no help to anybody who has to mend them one by one. */
const mostShown = 300

interface InPlace {
  readonly plugin: Plugin | undefined
  readonly module: string | undefined
  readonly faults: readonly LocatedFault[]
}

async function pluginIn(place: string): Promise<InPlace> {
  if (!isPluginFolder(place)) return { plugin: undefined, module: undefined, faults: [] }
  const { plugin, faults } = await loadPlugin(place, search())
  const entry = findPlugin(place, search())?.entry
  return { plugin, faults, module: entry === undefined ? undefined : relative(place, entry).replaceAll('\\', '/') }
}

function firstLook(place: string, loaded: LoadedRuleSet | undefined, { plugin, module, faults }: InPlace): Inspection {
  const ruleSet = loaded?.ruleSet
  const shown = plugin === undefined ? ruleSet : loaded?.base?.ruleSet
  const bundled = ruleSet === undefined || shown === undefined ? undefined : textOf(shown, loaded!)
  const all = [...faults, ...(loaded?.faults ?? []), ...(bundled?.faults ?? [])]
  return {
    title: ruleSet === undefined ? shownPath(place) : `${ruleSet.id} ${ruleSet.version}`,
    isUsable: bundled?.text !== undefined,
    faults: all.slice(0, mostShown).map(shownFault),
    cases: noCases,
    rules: (loaded?.own?.practice?.indicators ?? []).map(({ id, statement }) => ({ id, statement })),
    module,
    text: bundled?.text,
    isPartial: true,
  }
}

function textOf(ruleSet: RuleSet, { locate }: LoadedRuleSet): { text?: string; faults: readonly LocatedFault[] } {
  try {
    return { text: bundleRuleSet(ruleSet).text, faults: [] }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { faults: error.faults.map(locate) }
  }
}

function shownFault(fault: LocatedFault): ShownFault {
  return {
    place: clean(placeWords(fault)),
    path: fault.path,
    severity: fault.severity,
    message: clean(messageOf(fault)),
  }
}

async function casesIn(place: string, ruleSet: RuleSet, plugin: Plugin | undefined): Promise<ShownCases> {
  const { cases } = await runCases(place, { ...search(), plugin })
  const failed = cases.filter(({ faults, failures }) => faults.length + failures.length > 0)
  return {
    passed: cases.length - failed.length,
    of: cases.length,
    failed: failed.slice(0, mostShown).map(({ file, name, faults, failures }) => ({
      name,
      lines: [
        ...faults.map((fault) => `${placeWords(fault)} ${fault.path}: ${messageOf(fault)}`),
        ...failures.map((failure) => caseLine(file, failure)),
      ],
    })),
    records: casesOf(place, ruleSet).map(({ file, relationship, asOf }) => ({
      name: cases.find((run) => run.file === file)?.name ?? basename(file),
      given: relationship,
      asOf,
    })),
  }
}
