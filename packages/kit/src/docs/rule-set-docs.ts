import type { RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import { indexPage } from './index-page.ts'
import { principlePage } from './principle-page.ts'
import { renderHtmlPage } from './render-html.ts'
import { renderMarkdownPage } from './render-markdown.ts'
import { viewOf } from './view.ts'

/** The forms in which a rule set is documented. */
export const docsFormats = ['markdown', 'html'] as const
/** One of them. */
export type DocsFormat = (typeof docsFormats)[number]

/** How a rule set is documented. */
export interface DocsOptions {
  readonly format: DocsFormat
  /** The plugin that the rules belong to, for the words of its operators. */
  readonly plugin?: Plugin | undefined
}

/** A file of the section: its name and what it holds. */
export interface DocsFile {
  readonly name: string
  readonly text: string
}

/**
 * A rule set as a section of a site: an index, and a page for each principle with its clauses and indicators, what each asks
 * for in words, what to do next, and where its numbers come from. Pure; every text of the rule set is escaped for the format.
 *
 * @example
 * for (const { name, text } of ruleSetDocs(ruleSet, { format: 'markdown' })) writeFileSync(name, text)
 */
export function ruleSetDocs(ruleSet: RuleSet, { format, plugin }: DocsOptions): DocsFile[] {
  const view = viewOf(ruleSet, plugin)
  const pages = [indexPage(view), ...ruleSet.principles.map((principle) => principlePage(principle, view))]
  const { language } = ruleSet.document
  return pages.map((page) =>
    format === 'html'
      ? { name: `${page.name}.html`, text: renderHtmlPage(page, language) }
      : { name: `${page.name}.md`, text: renderMarkdownPage(page) },
  )
}
