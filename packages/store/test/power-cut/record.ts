import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What a program asked of the disk, in the order in which it asked; or told its user. */
export type DiskEvent =
  | { readonly is: 'write'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly is: 'truncate'; readonly file: string; readonly size: number }
  /** One thread began to sync: what others write from now on is none of its business. */
  | { readonly is: 'sync-begin'; readonly file: string; readonly thread: string }
  | { readonly is: 'sync'; readonly file: string; readonly thread: string }
  | { readonly is: 'sync-folder' }
  | { readonly is: 'acknowledge'; readonly id: string }

export interface RecordOptions {
  /** The folder that holds `joinery.sqlite`. */
  readonly folder: string
  readonly tenant: string
  readonly firm: string
  readonly writes: number
  readonly synchronous: 'full' | 'normal'
}

/** Lets the writer work on the folder, and gives every call with which it changed or synced its files. */
export async function recordWriter(options: RecordOptions): Promise<readonly DiskEvent[]> {
  const traces = mkdtempSync(join(tmpdir(), 'joinery-strace-'))
  try {
    await trace(traces, options)
    return await eventsIn(traces, options.folder)
  } finally {
    rmSync(traces, { recursive: true, force: true })
  }
}

/** Everything that changes a file or its size, or makes it durable; what is not understood below is an error. */
const calls =
  'pwrite64,pwritev,pwritev2,write,writev,ftruncate,truncate,fallocate,fdatasync,fsync,sync_file_range,msync,unlink,unlinkat,rename,renameat,renameat2'

function trace(traces: string, { folder, tenant, firm, writes, synchronous }: RecordOptions): Promise<void> {
  const program = [
    process.execPath,
    fileURLToPath(new URL('writer.ts', import.meta.url)),
    `sqlite:${join(folder, 'joinery.sqlite')}`,
    tenant,
    firm,
    String(writes),
    synchronous,
  ]
  const flags = ['--seccomp-bpf', '-ff', '-ttt', '-T', '-y', '-xx', '-s', '1000000', '-e', `trace=${calls}`]
  return new Promise((resolve, reject) => {
    const child = spawn('strace', [...flags, '-o', join(traces, 'thread'), ...program], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', () => reject(new Error('This needs strace. Debian, Ubuntu: apt-get install strace')))
    // strace ends as its program ended, and the writer ends itself with the signal of a kill
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve()
      else reject(new Error(`The writer ended with ${code ?? signal}:\n${said}`))
    })
  })
}

interface Call {
  /** Seconds. */
  readonly at: number
  readonly event: DiskEvent
}

/** The calls of all threads, in the order in which they took effect. */
async function eventsIn(traces: string, folder: string): Promise<DiskEvent[]> {
  const calls: Call[] = []
  for (const thread of readdirSync(traces)) {
    const lines = createInterface({
      input: createReadStream(join(traces, thread)),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    for await (const line of lines) calls.push(...readLine(line, { folder, thread }))
  }
  return calls.toSorted((one, other) => one.at - other.at).map(({ event }) => event)
}

/** The write-ahead log's index and the locks are made anew at each start: what is in them does not matter. */
const madeAnew = /^joinery\.sqlite(?:-shm|\.lock(?:-journal)?)$/u

const callPattern = /^(?<at>[\d.]+) (?<name>\w+)\((?<args>.*)\)\s+= (?<result>-?\d+).* <(?<took>[\d.]+)>$/u

interface Traced {
  readonly folder: string
  readonly thread: string
}

function readLine(line: string, traced: Traced): readonly Call[] {
  const call = callPattern.exec(line)?.groups
  if (call === undefined) return []
  const event = eventOf(call as Record<'args' | 'name' | 'result', string>, traced)
  if (event === undefined) return []
  const [at, end] = [Number(call['at']), Number(call['at']) + Number(call['took'])]
  if (event.is === 'acknowledge') return [{ at, event }]
  if (event.is === 'sync')
    return [
      { at, event: { ...event, is: 'sync-begin' } },
      { at: end, event },
    ]
  return [{ at: end, event }]
}

function eventOf(call: Record<'args' | 'name' | 'result', string>, { folder, thread }: Traced): DiskEvent | undefined {
  const { name, args, result } = call
  if (name === 'write' && args.startsWith('1<')) return { is: 'acknowledge', id: textOf(bytesIn(args)).trim() }
  const path = textOf(hexOf(/(?:<|")(?<hex>(?:\\x[0-9a-f]{2})+)(?:>|")/u.exec(args)?.groups?.['hex'] ?? ''))
  if (path === folder && name === 'fsync') return { is: 'sync-folder' }
  if (!path.startsWith(`${folder}/`)) return undefined
  const file = path.slice(folder.length + 1)
  if (madeAnew.test(file)) return undefined
  if (Number(result) < 0) throw new Error(`The disk refused a call: ${name} ${file}`)
  return understood({ name, args, file, thread })
}

interface Understood {
  readonly name: string
  readonly args: string
  readonly file: string
  readonly thread: string
}

function understood({ name, args, file, thread }: Understood): DiskEvent {
  const numbers = /, (?<numbers>[\d, ]+)$/u.exec(args)?.groups?.['numbers']?.split(', ').map(Number) ?? []
  switch (name) {
    case 'pwrite64':
      return { is: 'write', file, bytes: bytesIn(args), offset: numbers.at(-1)! }
    case 'ftruncate':
      return { is: 'truncate', file, size: numbers.at(-1)! }
    case 'fsync':
    case 'fdatasync':
      return { is: 'sync', file, thread }
    default:
      throw new Error(`The store called ${name} on ${file}, which this does not know how to play back.`)
  }
}

/** The text in quotation marks, which must be there whole. */
function bytesIn(args: string): Buffer {
  const found = /"(?<hex>(?:\\x[0-9a-f]{2})*)", (?<size>\d+)/u.exec(args)?.groups
  const bytes = hexOf(found?.['hex'] ?? '')
  if (found === undefined || bytes.length !== Number(found['size']))
    throw new Error(`A call was recorded in part: ${args.slice(0, 80)}`)
  return bytes
}

function hexOf(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8')
}
