import { readLook, type Look } from '../look.ts'
import { scopeIn } from '../forms/open-form.ts'
import type { RuleFile, RuleFiles } from '../rule-files.ts'

/** What somebody chose in the builder. Whatever an address says, this holds only what there is to choose. */
export interface Choice {
  readonly rule: RuleFile
  /** By a script in the page, or in a frame for sites that allow none. */
  readonly way: 'script' | 'frame'
  /** Where answers are kept. */
  readonly keeping: 'device' | 'service'
  /** A key for pages; undefined where none was given, or what was given is none. */
  readonly key: string | undefined
  /** As it was written, to be shown again. */
  readonly keyText: string
  readonly scope: string
  /** The page's own language unless chosen. */
  readonly lang: 'en' | 'de' | 'ar' | undefined
  /** Exactly the version of today, by its hash. */
  readonly pinned: boolean
  readonly look: Look
}

export const builderLanguages = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const

export function readChoice(given: Readonly<Record<string, string | undefined>>, rules: RuleFiles): Choice {
  const rule = rules.get(given['rules'] ?? '') ?? [...rules.values()][0]!
  const keyText = (given['key'] ?? '').trim().slice(0, 200)
  const lang = given['lang'] ?? ''
  return {
    rule,
    way: given['way'] === 'frame' ? 'frame' : 'script',
    keeping: given['keeping'] === 'service' ? 'service' : 'device',
    key: /^pk_[0-9A-Za-z]{60,80}$/.test(keyText) ? keyText : undefined,
    keyText,
    scope: scopeIn(rule.ruleSet, given['scope']),
    lang: Object.hasOwn(builderLanguages, lang) ? (lang as 'en') : undefined,
    pinned: given['pinned'] === 'on',
    // a colour field always sends a colour; only where own colours are wanted do they count
    look: given['own'] === 'on' ? readLook(given) : readLook({}),
  }
}

/** Whether the service keeps the answers: only with a key. */
export function isKept({ keeping, key }: Choice): boolean {
  return keeping === 'service' && key !== undefined
}

/** What is missing before the choice can be used, in plain words. */
export function missingIn({ keeping, key, keyText }: Choice): string | undefined {
  if (keeping === 'device' || key !== undefined) return undefined
  return keyText === ''
    ? 'To keep answers with the service, paste the key for pages that your association gave you. It begins with pk_.'
    : 'This is no key for pages. It begins with pk_ and is one long word; never paste a secret key (sk_) here.'
}
