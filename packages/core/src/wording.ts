// What messages say of a value, and of a word that is not known. Only who reads documents needs it.

/**
 * A remedy for a misspelt word: `; did you mean "greaterThan"?`, or the empty text where nothing is near.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

/** The remedy, or all words there are where nothing is near: `; known keys: fact, value`. */
export function orKnown(word: string, known: readonly string[], what = 'known keys'): string {
  return didYouMean(word, known) || `; ${what}: ${known.join(', ')}`
}

export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length * 0.4)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[right.length]!
}

const mostShown = 60

/** A value, short enough to print in a message. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? `"${value.slice(0, mostShown)}"` : (JSON.stringify(sketch(value, 5)) ?? 'nothing')
  return text.length > mostShown ? `${text.slice(0, mostShown - 3)}…` : text
}

/** The beginning of a value: a document may be deeper than JSON can be written, and longer than is worth writing. */
function sketch(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, mostShown)
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.slice(0, mostShown).map((item) => sketch(item, depth - 1))
  const entries: [string, unknown][] = []
  for (const key in value) {
    if (entries.length === mostShown) break
    entries.push([key, sketch((value as Readonly<Record<string, unknown>>)[key], depth - 1)])
  }
  return Object.fromEntries(entries)
}
