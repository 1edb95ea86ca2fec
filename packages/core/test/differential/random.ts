/** Numbers that look like chance and are the same for the same seed: a finding can be run again. */
export interface Random {
  /** A whole number from 0 up to, and without, `end`. */
  readonly below: (end: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Between `least` and `most` things, each made anew. */
  readonly some: <Item>(least: number, most: number, make: (index: number) => Item) => Item[]
}

export function createRandom(seed: number): Random {
  const next = sfc32(seed)
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end)
  return {
    below,
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (items) => items[below(items.length)]!,
    some: (least, most, make) =>
      Array.from({ length: least + below(most - least + 1) }, (_nothing, index) => make(index)),
  }
}

/** Chris Doty-Humphrey's sfc32, warmed up so that neighbouring seeds have nothing in common. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e_37_79_b9 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) next()
  return next
}
