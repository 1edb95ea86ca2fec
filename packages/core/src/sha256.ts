/** Every platform has it, but it belongs to none of the language's own libraries. */
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

/**
 * SHA-256 (FIPS 180-4) of a text, as lower-case hex. Written here because results are hashed in the page too, synchronously,
 * and a library would be a fifth of everything that a page loads; the tests hold it against the platform's own.
 */
export function sha256Hex(text: string): string {
  const words = paddedWords(new TextEncoder().encode(text))
  const state = Int32Array.from(initial)
  const schedule = new Int32Array(64)
  for (let block = 0; block < words.length; block += 16) digestBlock(state, schedule, words.subarray(block, block + 16))
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The fractional parts of the roots of the first primes: square roots to begin with, cube roots for the rounds. */
const primes = firstPrimes(64)
const initial = primes.slice(0, 8).map((prime) => rootFraction(prime, 2n))
const rounds = Int32Array.from(primes, (prime) => rootFraction(prime, 3n))

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** The first 32 bits behind the point of a root; in whole numbers, because engines round cube roots differently. */
function rootFraction(prime: number, degree: bigint): number {
  const target = BigInt(prime) << (32n * degree)
  let root = 0n
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= target) root += bit
  return Number(BigInt.asIntN(32, root))
}

/** The bytes as big-endian words, closed by a one bit, zeros and the length. */
function paddedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16)
  for (let index = 0; index < bytes.length; index++) words[index >> 2]! |= bytes[index]! << (24 - (index % 4) * 8)
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length % 4) * 8)
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length << 3
  return words
}

function digestBlock(state: Int32Array, schedule: Int32Array, block: Int32Array): void {
  for (let round = 0; round < 64; round++) schedule[round] = round < 16 ? block[round]! : expanded(schedule, round)
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let round = 0; round < 64; round++) {
    const high = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g))
    const first = (h + high + rounds[round]! + schedule[round]!) | 0
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const words = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index++) state[index]! += words[index]!
}

function expanded(schedule: Int32Array, round: number): number {
  const early = schedule[round - 15]!
  const late = schedule[round - 2]!
  const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
  const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
  return (schedule[round - 16]! + small + schedule[round - 7]! + large) | 0
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
