import { attributes, type Html } from './html.ts'
import type { WidgetFiles } from './widget-files.ts'

interface Ahead {
  readonly widgets: WidgetFiles
  /** Where the elements' files lie, with a slash at its end. */
  readonly folder: string
  /** Address of the rule set. */
  readonly rules: string
  /** The language of the page; English comes with the elements. */
  readonly language?: string | undefined
  /** Parts beside those that every assessment needs. */
  readonly parts?: readonly string[]
}

/**
 * Names ahead what the first question needs, a line for each. Otherwise each file is asked for when the one before it has been
 * read, and on a phone every one of these journeys is a sixth of a second. Each file is taken only with its hash.
 */
export function preloads({ widgets, folder, rules, language = 'en', parts = [] }: Ahead): readonly Html[] {
  const more = [...parts, ...(language === 'en' ? [] : [language])].map((part) => widgets.partOf(part))
  return [
    preloadRules(rules),
    ...[...new Set([...widgets.first, ...more])].map((name) =>
      link({ rel: 'modulepreload', href: `${folder}${name}`, integrity: widgets.integrityOf(name) }),
    ),
  ]
}

/** In the way in which the elements ask for it, so that it is not fetched twice. */
export function preloadRules(rules: string): Html {
  return link({ rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: rules })
}

export function link(values: Readonly<Record<string, string>>): Html {
  return { html: `<link${attributes(values).html} />` }
}
