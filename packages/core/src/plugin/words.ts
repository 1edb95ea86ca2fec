import type { ResolvedDocument } from '../rule-set/rule-set.ts'
import type { Plugin } from './contract.ts'

type Locales = NonNullable<ResolvedDocument['locales']>

/**
 * The document of a sector with the words of its plugin among its own, for those who show it: sections, files and inputs are
 * found in other languages as statements are, by id and field. It is no longer what was hashed.
 */
export function withWordsOf<Document extends Pick<ResolvedDocument, 'locales'>>(
  { locales = {} }: Plugin,
  document: Document,
): Document {
  const languages = Object.entries(locales).map(([language, texts]) => [
    language,
    { ...document.locales?.[language], ...texts },
  ])
  return { ...document, locales: { ...document.locales, ...(Object.fromEntries(languages) as Locales) } }
}
