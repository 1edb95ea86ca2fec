import { registerStrings } from './registry.ts'
import type { Strings } from './strings.ts'

/** The languages that come with Joinery beside English; each is fetched when an element first stands in a page that speaks it. */
const packs: Readonly<Record<string, () => Promise<Strings>>> = {
  ar: async () => (await import('./ar.ts')).ar,
  de: async () => (await import('./de.ts')).de,
}
const loads = new Map<string, Promise<void>>()

/** Fetches a language if there is a pack for it that nobody has fetched; undefined where there is nothing to wait for. */
export function loadStrings(lang: string): Promise<void> | undefined {
  const language = lang.toLowerCase().split('-')[0]!
  const pack = Object.hasOwn(packs, language) ? packs[language] : undefined
  if (pack === undefined || loads.has(language)) return loads.get(language)
  const load = pack().then((strings) => registerStrings(language, strings, true))
  loads.set(language, load)
  // without the network it stays English, and is tried again with the next element
  load.catch(() => loads.delete(language))
  return load
}
