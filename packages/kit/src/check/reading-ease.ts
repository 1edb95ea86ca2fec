/**
 * Flesch reading ease of an English text: 100 is very easy, 60 is plain language, 0 is a statute. Undefined for a text
 * without words.
 */
export function readingEase(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  if (words.length === 0) return undefined
  const sentences = Math.max(1, text.split(/[.!?:;]+(?=\s|$)|\n+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / words.length)
}

/** Syllables of an English word, by its spelling; right for about nine words in ten. */
export function syllablesOf(word: string): number {
  const parts = word
    .toLowerCase()
    .split(/['’-]/)
    .filter((part) => part.length > 1)
  if (parts.length === 0) return 1
  return parts.reduce((sum, part) => sum + ofPart(part), 0)
}

/** Words whose spelling misleads the rules, among those that rule sets use. */
const exceptions: Readonly<Record<string, number>> = {
  area: 3,
  business: 2,
  businesses: 3,
  create: 2,
  created: 3,
  employee: 3,
  employees: 3,
  every: 2,
  everyone: 3,
  idea: 3,
  ideas: 3,
  ll: 0,
  people: 2,
  real: 1,
  really: 2,
  reliable: 4,
  something: 2,
  someone: 2,
  sometimes: 2,
  somebody: 3,
  therefore: 2,
  ve: 0,
  re: 0,
}

function ofPart(word: string): number {
  if (Object.hasOwn(exceptions, word)) return exceptions[word]!
  if (/^\p{N}+$/u.test(word)) return 1
  const stem = word
    .replace(/(?:[^laeiouy]es?|[^td]ed|(?<=[aeiouy])les?)$/, (ending) =>
      /(?:[csxz]|sh|ch|g)es$/.test(word) ? ending : ending[0]!,
    )
    .replace(/^y/, '')
  const groups = stem.match(/[aeiouy]+/g)?.length ?? 0
  // two vowels that are spoken apart: i-a, i-o (but not -tion, -cial), u-a, e-o
  const apart = stem.match(/(?<![tcsg])i[ao](?!us)|ua(?!r)|eo(?!p)|iet/g)?.length ?? 0
  const final =
    /[^aeiouy]le[sd]?$/.test(word) && !/[aeiouy]$/.test(stem.slice(0, -1)) && !/[aeiouy]/.test(stem.at(-1)!) ? 1 : 0
  return Math.max(1, groups + apart + final)
}
