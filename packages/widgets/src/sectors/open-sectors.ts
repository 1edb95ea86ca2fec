import { createFaults, DocumentError } from '@joinery/core/parse'
import { checkPlugin, createSectors, fitsRuleSet, gatherFacts, withWordsOf, type Plugin } from '@joinery/core/plugin'
import type { LocalScorer } from '../local/local-scorer.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { createProviderFiles } from './provider-files.ts'
import { sectorPage } from './sector-page.ts'

/**
 * Puts the sectors of the plugins that fit beside the core result, which is made first and by the scorer without plugins. Throws
 * one DocumentError with all that is wrong with a plugin.
 */
export function openSectors(core: LocalScorer, given: readonly Plugin[]): LocalScorer {
  // a page may show several assessments, and a plugin is for one of them
  const plugins = newest(given)
    .map(checked)
    .filter((plugin) => fitsRuleSet(plugin, core.ruleSet))
  if (plugins.length === 0) return core
  const { sectors, assess } = createSectors(core.ruleSet, plugins)
  const files = createProviderFiles(plugins)
  const pages = sectors.map(({ plugin, ruleSet }) =>
    sectorPage(plugin, withWordsOf(plugin, ruleSet.document), files.of(plugin.name)),
  )
  return {
    ...core,
    addPages: (asked, scope) => (isNarrow(core.ruleSet.document, scope) ? asked : asked.toSpliced(-1, 0, ...pages)),
    assess: async (record, options) => {
      const { result, paths } = await core.assess(record, options)
      const { asOf } = options
      const fetched = await gatherFacts(plugins, record, { asOf, files: files.bytes, host: globalThis })
      const beside = assess(record, { ...options, fetched }).map(({ sector }) => sector)
      return { result: { ...result, sectors: beside }, paths }
    },
  }
}

/** A scope that names its statements has none of a sector. */
function isNarrow({ scopes = [] }: RuleSetData, id: string): boolean {
  return scopes.some((scope) => scope.id === id && scope.indicators !== undefined)
}

/** Of several with one name, the one that was registered last. */
function newest(plugins: readonly (Partial<Plugin> | undefined)[]): unknown[] {
  return [...new Map(plugins.map((plugin) => [plugin?.name, plugin])).values()]
}

function checked(plugin: unknown): Plugin {
  const faults = createFaults()
  const sound = checkPlugin(plugin, faults)
  if (sound === undefined) throw new DocumentError('plugin', faults.list)
  return sound
}
