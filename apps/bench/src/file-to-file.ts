import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { batchesOf, createBatchAssessor, loadRuleSet } from '@joinery/kit'
import { writeMembers } from './members-file.ts'

/** From a file of relationships to a file of compact results. */
export interface FileTable {
  readonly relationships: number
  readonly bytes: number
  readonly rows: readonly FileRow[]
}

interface FileRow {
  readonly name: string
  readonly seconds: number
  /** How many times as long as reading, parsing and writing JSON alone. */
  readonly ratio: number
  /** Seconds of all cores together; they depend less on what else the machine does. */
  readonly cpuSeconds: number
  /** Peak of the whole process; only where it is a process of its own. */
  readonly megabytes: number | undefined
}

export const fileHeading = '## From file to file'

/** The table as a section of the page. */
export function fileTableText({ relationships, bytes, rows }: FileTable): string {
  const size = Math.round(bytes / relationships).toLocaleString('en')
  return [
    fileHeading,
    '',
    `${relationships.toLocaleString('en')} relationships of ${size} bytes on average, put together from the cases of the baseline rule set: read, checked, scored and written as \`--fields scores\`. The first row is the least that anybody has to do with such a file. Those of the command are processes of their own, with their start. Medians over the rounds; made again by \`pnpm bench --files\`.`,
    '',
    '| What | seconds | a second | times the first | CPU seconds | MB at most |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, seconds, ratio, cpuSeconds, megabytes }) =>
        `| ${name} | ${seconds.toFixed(1)} | ${Math.round(relationships / seconds).toLocaleString('en')} | ${ratio.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${megabytes?.toFixed(0) ?? '–'} |`,
    ),
    '',
  ].join('\n')
}

const rules = fileURLToPath(new URL('../../../rules/iso-44003/', import.meta.url))
const command = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const asOf = '2026-11-23'

/** Measures in turn, round after round, and takes medians; the files are in the temporary folder and are removed again. */
export async function compareFileToFile(relationships: number, rounds = 3): Promise<FileTable> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-bench-'))
  try {
    const members = join(folder, 'members.ndjson')
    const scores = join(folder, 'scores.ndjson')
    await writeMembers(members, relationships, `${rules}cases/`)
    const works: readonly Work[] = [
      ['reading, JSON.parse and JSON.stringify alone', () => parseAndStringify(members)],
      ['Joinery, in the same process and thread', () => assessHere(members, scores)],
      ['the command, --workers 1', () => runCommand(members, scores, 1)],
      [`the command, --workers ${availableParallelism()} (all cores)`, () => runCommand(members, scores)],
    ]
    return { relationships, bytes: statSync(members).size, rows: await inTurn(works, rounds) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What is done; what it cost, where it is a process of its own. */
type Work = readonly [name: string, run: () => Promise<Cost | undefined>]

interface Cost {
  readonly cpuSeconds: number
  readonly megabytes: number | undefined
}

interface Round extends Cost {
  readonly seconds: number
}

async function inTurn(works: readonly Work[], rounds: number): Promise<FileRow[]> {
  const measured = works.map((): Round[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, [, run]] of works.entries()) measured[index]!.push(await timed(run))
  const middles = measured.map((found) => found.toSorted((left, right) => left.seconds - right.seconds)[rounds >> 1]!)
  return works.map(([name], index) => ({
    ...middles[index]!,
    name,
    ratio: middles[index]!.seconds / middles[0]!.seconds,
    megabytes: largest(measured[index]!.flatMap(({ megabytes }) => megabytes ?? [])),
  }))
}

async function timed(run: Work[1]): Promise<Round> {
  const start = performance.now()
  const usage = process.cpuUsage()
  const cost = await run()
  const { user, system } = process.cpuUsage(usage)
  const seconds = (performance.now() - start) / 1_000
  return { ...(cost ?? { cpuSeconds: (user + system) / 1e6, megabytes: undefined }), seconds }
}

function largest(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.max(...numbers)
}

/** The least that anybody has to do; nothing is written. */
async function parseAndStringify(path: string): Promise<undefined> {
  let [rest, length] = ['', 0]
  for await (const chunk of createReadStream(path, {
    encoding: 'utf8',
    highWaterMark: 1 << 18,
  }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) length += JSON.stringify(JSON.parse(line)).length
  }
  if (length === 0 || rest !== '') throw new Error('the file is not what it should be')
}

async function assessHere(path: string, target: string): Promise<undefined> {
  const { ruleSet } = loadRuleSet(rules)
  const assess = createBatchAssessor({
    ruleSet: ruleSet!,
    asOf,
    fields: 'scores',
    inputHash: false,
    leavesErrors: true,
  })
  const file = await open(target, 'w')
  for await (const batch of batchesOf(createReadStream(path, { highWaterMark: 1 << 18 }), path)) {
    const { text, faulty } = assess(batch)
    if (faulty.length > 0) throw new Error('the relationships should be sound')
    await file.appendFile(text)
  }
  await file.close()
}

/** Says at the end what the process cost; worker threads are a part of it. */
const reportCost = `data:text/javascript,import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`

async function runCommand(path: string, target: string, workers = availableParallelism()): Promise<Cost> {
  const words = ['assess', path, '--rules', rules, '--as-of', asOf, '--format', 'ndjson', '--fields', 'scores']
  const child = spawn(
    process.execPath,
    ['--import', reportCost, command, ...words, '--out', target, '--workers', String(workers)],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  )
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(said)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said) as NodeJS.ResourceUsage
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1_024 }
}
