import { createAssessor } from '@joinery/core'
import { chance } from './chance.ts'
import { measureInTurn, type Measurement, type Work } from './measure.ts'
import { peerMakers } from './peers/index.ts'
import type { Peer } from './peers/peer.ts'
import { recordOf, ruleSetOf, rulesOf, type BenchRule } from './workload.ts'

/** One table: everybody on the same rules and the same records. */
export interface Table {
  readonly title: string
  readonly rows: readonly Row[]
}

export interface Row extends Measurement {
  readonly name: string
  /** How many times faster than the first row. */
  readonly ratio: number
}

/**
 * Everybody judges many different records in random order: a few in turn would be learned by heart, by compilers and by the
 * branch prediction of the processor.
 */
const sizes = {
  '2 KB': { bytes: 2_000, records: 256 },
  '20 KB': { bytes: 20_000, records: 64 },
  '200 KB': { bytes: 200_000, records: 16 },
} as const

/** Measures every peer with this many rules on records of this size; refuses peers that disagree. */
export async function compareEvaluators(ruleCount: number, size: keyof typeof sizes): Promise<Table> {
  const rules = rulesOf(ruleCount)
  const { bytes, records: count } = sizes[size]
  // as they come from the wire
  const records = Array.from(
    { length: count },
    (_, seed) => JSON.parse(JSON.stringify(recordOf(seed + 1, bytes))) as object,
  )
  const next = chance(count)
  const order = Array.from({ length: 4_096 }, () => records[Math.floor(next() * count)]!)
  const peers = peerMakers.flatMap((make) => make(rules))
  await expectAgreement(peers, records.slice(0, 8))
  const works = new Map<string, Work>(
    peers.map(({ name, judge }) => [name, (round) => judge(order[round % order.length]!)]),
  )
  return { title: `${ruleCount} rules, records of ${size}`, rows: rowsOf(await measureInTurn(works)) }
}

/** The measurements as rows, each compared with the first. */
export function rowsOf(measured: ReadonlyMap<string, Measurement>): Row[] {
  const first = [...measured.values()][0]!
  return [...measured].map(([name, { p50, p99, allocated }]) => ({ name, p50, p99, allocated, ratio: first.p50 / p50 }))
}

async function expectAgreement(peers: readonly Peer[], records: readonly object[]): Promise<void> {
  for (const record of records) {
    const counts = await Promise.all(peers.map(async ({ judge }) => judge(record)))
    const known = new Set(counts.filter((count) => count !== undefined))
    if (known.size !== 1) throw new Error(`the peers disagree: ${counts.join(', ')}`)
  }
}

/** Milliseconds to compile the rules, median of a few. */
export function compileTime(ruleCount: number): number {
  const rules: readonly BenchRule[] = rulesOf(ruleCount)
  const ruleSet = ruleSetOf(rules)
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    createAssessor(ruleSet)
    return performance.now() - start
  })
  return times.toSorted((left, right) => left - right)[3]!
}
