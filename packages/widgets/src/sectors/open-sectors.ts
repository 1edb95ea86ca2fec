import type { SectorResult } from '@joinery/core'
import { createFaults, DocumentError } from '@joinery/core/parse'
import {
  checkPlugin,
  createSectors,
  fitsRuleSet,
  gatherFacts,
  recordRules,
  sectorWords,
  withWordsOf,
  type InLanguage,
  type Plugin,
  type Sector,
  type SectorScope,
} from '@joinery/core/plugin'
import type { LocalScorer } from '../local/local-scorer.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { createProviderFiles } from './provider-files.ts'
import { sectorPage } from './sector-page.ts'
import type { SectorPage } from '../assessment/view.ts'

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
  let last: Omit<InLanguage, 'language'> | undefined
  const pageFor = (sector: Sector, asked?: SectorScope): SectorPage =>
    sectorPage({
      plugin: sector.plugin,
      document: withWordsOf(sector.plugin, sector.ruleSet.document),
      files: files.of(sector.plugin.name),
      sectionsIn: (language, said) => last && sectionsOf(sector, said, { ...last, language }),
      asked,
    })
  const full = sectors.map((sector) => pageFor(sector))
  const pagesFor = (scope: string): readonly SectorPage[] =>
    isNarrow(core.ruleSet.document, scope) ? sectors.flatMap((sector) => narrowPage(sector, scope, pageFor)) : full
  return {
    ...core,
    recordRules: recordRules(core.ruleSet, sectors),
    addPages: (asked, scope) => asked.toSpliced(-1, 0, ...pagesFor(scope)),
    assess: async (record, options) => {
      const { result, paths } = await core.assess(record, options)
      const { asOf } = options
      const fetched = await gatherFacts(plugins, record, { asOf, files: files.bytes, host: globalThis })
      last = { relationship: record, options: { ...options, fetched } }
      const beside = assess(record, last.options).map(({ sector }) => sector)
      return { result: { ...result, sectors: beside }, paths }
    },
  }
}

/** Undefined in the language that the result is in already. */
function sectionsOf(sector: Sector, said: SectorResult, told: InLanguage): SectorResult['sections'] | undefined {
  return told.language === sector.ruleSet.document.language ? undefined : sectorWords(sector, said, told)?.sections
}

/** In a scope that names its statements, only what the plugin asks there by name. */
function narrowPage(
  sector: Sector,
  scope: string,
  pageFor: (sector: Sector, asked: SectorScope) => SectorPage,
): SectorPage[] {
  const { scopes = {} } = sector.plugin
  return Object.hasOwn(scopes, scope) ? [pageFor(sector, scopes[scope]!)] : []
}

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
