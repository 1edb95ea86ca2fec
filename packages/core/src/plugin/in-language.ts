import type { AssessOptions } from '../runner.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { SectorResult } from '../schema/result.ts'
import { dayOf } from '../day.ts'
import type { Plugin } from './contract.ts'
import type { Sector } from './resolve-sectors.ts'
import { writeSections } from './sections.ts'
import { extend } from './sectors.ts'
import { withWordsOf } from './words.ts'

/** What a sector says in one other language. The result keeps its own words, so its bytes are the same in every language. */
export interface SectorWords {
  /** Name of the plugin. */
  readonly plugin: string
  readonly language: string
  /** A text of an indicator, a fact, a section … by field; undefined where it was not translated. */
  readonly text: (id: string, field: string) => string | undefined
  /** The sections of the report, written anew in that language. */
  readonly sections: SectorResult['sections']
}

/** The languages that a plugin has texts in, besides its own. */
export function languagesOf({ locales = {}, ruleSets = [] }: Plugin): string[] {
  const ofRules = ruleSets.flatMap(({ locales: own }) => Object.keys((own ?? {}) as object))
  return [...new Set([...Object.keys(locales), ...ofRules])].toSorted()
}

/** The language of `plugin` that serves somebody who asked for another: the same, or the one it is a kind of (de for de-AT). */
export function nearestLanguage(plugin: Plugin, asked: string): string | undefined {
  const wide = asked.split('-')[0]!
  const known = languagesOf(plugin)
  return [asked, wide].find((language) => known.includes(language))
}

/** The language that is asked for, and what was assessed. */
export interface InLanguage {
  readonly language: string
  readonly relationship: Relationship
  readonly options: AssessOptions
}

/** Puts what a sector said about a relationship into another language; undefined where its plugin has no texts in it. */
export function sectorWords(
  sector: Sector,
  said: SectorResult,
  { language: asked, relationship, options }: InLanguage,
): SectorWords | undefined {
  const { plugin, ruleSet } = sector
  const language = nearestLanguage(plugin, asked)
  if (language === undefined) return undefined
  const texts = withWordsOf(plugin, ruleSet.document).locales?.[language] ?? {}
  const text: SectorWords['text'] = (id, field) => (texts[id] as Record<string, string> | undefined)?.[field]
  const { record } = extend(sector, relationship, options)
  const outcomes = Object.fromEntries(said.rules.map(({ indicator, outcome }) => [indicator, outcome]))
  const { sections } = writeSections(plugin, { record, outcomes, asOf: dayOf(options.asOf)!, language })
  const titled = sections.map(({ id, title, blocks }) => ({ id, title: text(id, 'title') ?? title, blocks }))
  return { plugin: plugin.name, language, text, sections: titled }
}
