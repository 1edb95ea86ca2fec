import { cpus } from 'node:os'
import type { Measured } from './load.ts'
import type { Rescored } from './rescore.ts'

/** Everything that was measured on one engine. */
export interface EngineReport {
  readonly engine: string
  readonly startMs: number
  readonly idleMb: number
  /** The most that was seen after any of the loads, scoring everything anew among them. */
  readonly loadedMb: number
  readonly loads: readonly Measured[]
  readonly rescored: Rescored
}

export interface Report {
  readonly seconds: number
  readonly bare: Measured
  readonly engines: readonly EngineReport[]
}

/** The report as a page of Markdown. */
export function pageOf({ seconds, bare, engines }: Report): string {
  const processor = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`
  const rows = engines.flatMap(({ engine, loads }) => loads.map((load) => loadRow(`${engine}: `, load, bare)))
  return `# Benchmarks of the service

Made by \`pnpm bench:service --write\`: ${seconds} s of each load over 50 connections. The service, the client that asks and the
database share ${processor}, Node ${process.versions.node}. A bare Hono service that says hello is measured in the same
run, between the loads; its median is the measure. Other work on the machine changes the rates and the waiting more than the
processor time of the service for each request. PostgreSQL's own processor time is not in that figure, though it takes from the
same cores. It has room for its log (\`min_wal_size = 2GB\`, \`max_wal_size = 4GB\`), and tidied up (\`vacuum (analyze)\`, \`checkpoint\`) after
all was filled in, and after everything was scored again: by itself it does so within minutes, in the middle of the loads.

## Requests

${table(loadHead, [loadRow('', bare, bare), ...rows])}

"Scoring, each anew": more relationships in turn than the service remembers scores of, so that each answer is scored and written
when it is asked for. Their records were read once before and are in memory, opened and parsed, for as long as nothing changes;
whether anything did is found out for each. "From the store": more than it remembers records of, so that each is also read,
opened and parsed.

## Scoring everything again

All relationships of an association by the baseline rule set, in the background of the same process, while members read records
and scores 200 times a second. Waiting counts from the moment at which a request was due.

${table(rescoreHead, engines.map(rescoreRow))}

## Start and memory

${table(
  ['Engine', 'Start to first answer ms', 'Resident idle MB', 'Resident after the loads MB'],
  engines.map(({ engine, startMs, idleMb, loadedMb }) => [engine, startMs, idleMb, loadedMb]),
)}
`
}

const loadHead = [
  'Load',
  'Requests/s',
  'of bare Hono',
  'p50 ms',
  'p99 ms',
  'Processor µs a request',
  'of bare Hono',
  'Failed',
]
const rescoreHead = [
  'Engine',
  'Relationships',
  'Seconds',
  'p50 idle ms',
  'p99 idle ms',
  'p50 meanwhile ms',
  'p99 meanwhile ms',
  'Failed',
]

function rescoreRow({ engine, rescored: { relationships, seconds, idle, meanwhile } }: EngineReport): Row {
  const failed = idle.failed + meanwhile.failed
  return [engine, relationships, seconds, idle.p50, idle.p99, meanwhile.p50, meanwhile.p99, failed]
}

function loadRow(engine: string, { name, perSecond, p50, p99, cpu, failed }: Measured, bare: Measured) {
  const rate = `${Math.round((100 * perSecond) / bare.perSecond)} %`
  return [`${engine}${name}`, perSecond, rate, p50, p99, cpu, `${(cpu / bare.cpu).toFixed(1)} ×`, failed]
}

type Row = readonly (string | number)[]

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
