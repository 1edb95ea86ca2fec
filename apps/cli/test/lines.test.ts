import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { example, folderWith, joinery, main } from './joinery.ts'

const whole = JSON.stringify(JSON.parse(readFileSync(example, 'utf8')))
const firm = (index: number) =>
  JSON.stringify({ org: { name: `Firm ${index}`, headcount: index % 40, priorities: ['Call – weekly'] } })

/** Every seventh line has something of its own: nothing, rubbish, an unknown key, a whole record. */
function lineAt(index: number): string {
  if (index % 7 !== 0) return firm(index)
  return ['', 'not json', '{"org": {"nam": 1}}', whole, '{"org": {}, "org": {}}'][(index / 7) % 5]!
}

const lines = Array.from({ length: 1_500 }, (_nothing, index) => lineAt(index))
const many = `${lines.join('\n')}\n`
const scores = ['--format', 'ndjson', '--fields', 'scores', '--as-of', '2026-11-20']

interface Line {
  readonly error?: { readonly line: number; readonly faults: readonly { code: string; path: string; line: number }[] }
}

const read = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

const withoutFile = (out: string) => out.replaceAll(/"file":"[^"]*"/g, '"file":""')

describe('many lines', () => {
  let alone: Awaited<ReturnType<typeof joinery>>
  let folder: string
  beforeAll(async () => {
    folder = folderWith({ 'many.ndjson': many })
    alone = await joinery(['assess', 'many.ndjson', ...scores, '--workers', '0'], { folder })
  }, 60_000)

  test('are scored in their order, and a faulty one leaves its fault in its place', () => {
    const expected = lines.flatMap((line, index) => {
      if (line === '') return []
      const code = { n: 'unreadable', '{"org": {"n': 'unknown-key', '{"org": {},': 'duplicate' }[
        line.startsWith('n') ? 'n' : line.slice(0, 11)
      ]
      return [code === undefined ? 'scored' : `${index + 1} ${code}`]
    })
    const found = read(alone.out).map(({ error }) => (error ? `${error.line} ${error.faults[0]!.code}` : 'scored'))
    expect(found).toEqual(expected)
    expect(alone.code).toBe(2)
    expect(alone.err).toContain('many.ndjson:15:10 /org/nam: unknown key "nam"')
  })

  test.each([['1'], ['2'], ['3'], [undefined]])(
    'are the same bytes with any number of workers (%s)',
    async (workers) => {
      const words = workers === undefined ? [] : ['--workers', workers]
      expect(await joinery(['assess', 'many.ndjson', ...scores, ...words], { folder })).toEqual(alone)
    },
  )

  test('are the same bytes from standard input', async () => {
    const { code, out, err } = await joinery(['assess', '-', ...scores, '--workers', '2'], { folder, input: many })
    expect(withoutFile(out)).toBe(withoutFile(alone.out))
    expect(code).toBe(alone.code)
    expect(err).toContain('standard input:15:10 /org/nam')
  })

  test('are the same with and without a byte order mark', async () => {
    const marked = folderWith({ 'many.ndjson': `\uFEFF${many}` })
    const { out } = await joinery(['assess', 'many.ndjson', ...scores], { folder: marked })
    expect(withoutFile(out)).toBe(withoutFile(alone.out))
  })

  test('as whole results hold what one relationship at a time gives', async () => {
    const small = folderWith({ 'few.ndjson': `${firm(1)}\n${whole}\n`, 'one.json': JSON.parse(whole) })
    const day = ['--as-of', '2026-11-20']
    const few = await joinery(['assess', 'few.ndjson', '--format', 'ndjson', ...day, '--workers', '2'], {
      folder: small,
    })
    const one = await joinery(['assess', 'one.json', '--format', 'json', ...day], { folder: small })
    expect(read(few.out)[1]).toEqual(JSON.parse(one.out))
  })

  test('with several files: those with one document keep their place', async () => {
    const mixed = folderWith({ 'a.ndjson': `${firm(1)}\n`, 'b.json': '{', 'c.ndjson': `${firm(2)}\n` })
    const { code, out } = await joinery(['assess', '.', ...scores, '--workers', '2'], { folder: mixed })
    expect(code).toBe(2)
    expect(read(out).map(({ error }) => error !== undefined)).toEqual([false, true, false])
  })

  test('the hash of each record is there when it is asked for', async () => {
    const words = ['assess', example, '--as-of', '2026-11-20', '--format']
    const full = await joinery([...words, 'json'])
    const compact = await joinery([...words, 'ndjson', '--fields', 'scores', '--input-hash'])
    const hashOf = (out: string) => (JSON.parse(out) as { provenance: { inputHash: string } }).provenance.inputHash
    expect(hashOf(compact.out)).toBe(hashOf(full.out))
  })
})

describe('standard input', () => {
  test.each([
    ['one document over several lines', JSON.stringify(JSON.parse(whole), undefined, 2), 1],
    ['one document on one line', whole, 1],
    ['two lines', `${firm(1)}\n${firm(2)}`, 2],
    ['two lines, the first one broken', `{"org": {"name": "Har\n${firm(2)}`, 2],
  ])('%s', async (_name, input, count) => {
    const { out } = await joinery(['assess', '-', ...scores], { input })
    expect(read(out)).toHaveLength(count)
  })

  test('explain wants one document', async () => {
    const { code, err } = await joinery(['explain', '-', '--clause', '5.7.3.1'], { input: `${firm(1)}\n${firm(2)}\n` })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('name one .json file to explain') })
  })
})

test('a file in UTF-16 is refused once', async () => {
  const folder = folderWith({})
  const stream = createWriteStream(join(folder, 'many.ndjson'))
  stream.end(Buffer.from(`\uFEFF${many}`, 'utf16le'))
  await once(stream, 'close')
  const { code, out, err } = await joinery(['assess', 'many.ndjson', ...scores, '--workers', '2'], { folder })
  expect(code).toBe(2)
  expect(read(out)).toEqual([{ error: { line: 1, faults: [expect.objectContaining({ code: 'unreadable' })] } }])
  expect(err).toContain('this is UTF-16 (little-endian), not UTF-8; save the file as UTF-8')
})

describe('a big file', () => {
  const most = (workers: number) => (300 + 100 * workers) * 1_024
  let folder: string
  beforeAll(async () => {
    folder = folderWith({})
    const stream = createWriteStream(join(folder, 'big.ndjson'))
    // 60 MB
    for (let index = 0; index < 60; index++)
      if (!stream.write(`${firm(index).padEnd(2_000)}\n`.repeat(500))) await once(stream, 'drain')
    stream.end()
    await once(stream, 'close')
  }, 60_000)

  const start = (...words: string[]) =>
    spawn(process.execPath, [main, 'assess', 'big.ndjson', ...scores, ...words], { cwd: folder })
  const said = (child: ReturnType<typeof start>) => {
    const err: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    return () => Buffer.concat(err).toString()
  }

  test('is read no faster than the results are taken, in bounded memory', { timeout: 120_000 }, async () => {
    const child = start('--workers', '2')
    const about = (file: string, name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/${file}`, 'utf8'))![1])
    // nobody reads: after a while, nothing moves any more
    let [before, now] = [-1, 0]
    while (before !== now || now < 1_000_000) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      ;[before, now] = [now, about('io', 'rchar')]
    }
    expect(now).toBeLessThan(statSync(join(folder, 'big.ndjson')).size / 2)
    let [count, peak] = [0, 0]
    child.stdout.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
      peak = about('status', 'VmHWM')
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(count).toBe(30_000)
    expect(peak).toBeGreaterThan(50_000)
    expect(peak).toBeLessThan(most(2))
  })

  test('ends without a word when the reader has seen enough', async () => {
    const child = start('--workers', '2')
    const err = said(child)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(err()).toBe('')
  })

  test.each([['0'], ['2']])('ends without a trace on Ctrl-C (%s workers)', async (workers) => {
    const child = start('--workers', workers)
    const err = said(child)
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    child.stdout.resume()
    expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
    expect(err()).toBe('')
  })

  test('leaves no half-written file behind on Ctrl-C', async () => {
    const child = start('--workers', '2', '--out', 'scores.ndjson')
    const err = said(child)
    const isWriting = () =>
      readdirSync(folder).some((name) => name.startsWith('.scores') && statSync(join(folder, name)).size > 0)
    while (!isWriting()) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    expect(err()).toBe('')
    expect(readdirSync(folder)).toEqual(['big.ndjson'])
  })
})
