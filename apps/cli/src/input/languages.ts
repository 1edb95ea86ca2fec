import type { Result } from '@joinery/core'
import {
  languagesOf,
  nearestLanguage,
  sectorWords,
  type InLanguage,
  type Plugin,
  type Sector,
  type SectorWords,
} from '@joinery/core/plugin'
import { UsageError } from '../exits.ts'
import { say } from '../terminal.ts'

const spoken = ['table', 'markdown', 'html']

/** What `--lang` may be: a tag, for a report that people read; as a page all of it is in that language, else what plugins say. */
export function languageOf(
  tag: string | undefined,
  { format, plugins }: { format: string; plugins: readonly string[] },
) {
  if (tag === undefined) return undefined
  const language = canonical(tag)
  if (language === undefined) throw new UsageError(`--lang ${tag}: write the tag of a language, such as de or pt-BR`)
  if (!spoken.includes(format))
    throw new UsageError(
      `--lang belongs to --format ${spoken.join(', ')}; ${format} is the same in every language, so that results can be compared`,
    )
  if (plugins.length === 0 && format !== 'html')
    throw new UsageError(
      `--lang ${tag}: as ${format} it puts what plugins say into a language, and no --plugin was named; with --format html it is for the whole page`,
    )
  return language
}

/** As tags are written: `DE` is `de`; undefined for what is none. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** Whose words stay in their own language, and which there are. */
export function sayMissingLanguages(plugins: readonly Plugin[], language: string): void {
  for (const plugin of plugins) {
    if (nearestLanguage(plugin, language) !== undefined || isOwn(plugin, language)) continue
    const known = languagesOf(plugin)
    const has = known.length === 0 ? 'it has no other languages' : `it has ${known.join(', ')}`
    say(
      `--lang ${language}: the plugin "${plugin.name}" has no texts in "${language}"; ${has}. It is shown in English.\n`,
    )
  }
}

function isOwn({ ruleSets = [] }: Plugin, language: string): boolean {
  return ruleSets.some((own) => own['language'] === language.split('-')[0])
}

/** What the sectors of a result say in a language, as far as their plugins speak it. */
export function wordsIn(result: Result, sectors: readonly Sector[], told: InLanguage): SectorWords[] {
  return (result.sectors ?? []).flatMap((said) => {
    const sector = sectors.find(({ plugin }) => plugin.name === said.plugin)
    return (sector && sectorWords(sector, said, told)) ?? []
  })
}
