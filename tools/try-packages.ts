import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { brokenPromises, installPacked } from './pack-packages.ts'

/** A new user's first hour, in ten commands: what each is to print, and its exit code. */
const hour: readonly {
  readonly words: string
  readonly code: number
  readonly prints: string
  readonly before?: Edit
}[] = [
  { words: 'new plugin bakery', code: 0, prints: 'joinery check bakery' },
  { words: 'check bakery', code: 0, prints: 'bakery 1.0.0:' },
  { words: 'test bakery', code: 1, prints: 'expected "met", got "unmet"', before: ['"value": 0.9', '"value": 0.95'] },
  { words: 'test bakery', code: 0, prints: '2 of 2 cases passed', before: ['"value": 0.95', '"value": 0.9'] },
  { words: 'bundle bakery', code: 0, prints: '' },
  { words: 'keygen bakers --owner Bakers', code: 0, prints: 'bakers.public.json: hand it out' },
  {
    words: 'sign bakery-1.0.0.joinery.json --key bakers.private.json --plugin bakery',
    code: 0,
    prints: 'signed by Bakers',
  },
  {
    words: 'verify bakery-1.0.0.joinery.json --key bakers.public.json',
    code: 0,
    prints: 'signed by Bakers',
  },
  { words: 'assess bakery/test/hollins.json --plugin bakery', code: 0, prints: 'YOUR SECTOR' },
]

/** What is changed in the rule set of the plugin. */
type Edit = readonly [from: string, to: string]

const folder = mkdtempSync(join(tmpdir(), 'joinery-packed-'))
const home = join(folder, 'home')
try {
  const start = performance.now()
  const places = installPacked(fileURLToPath(new URL('..', import.meta.url)), folder)
  say(`${places.length} packages packed and installed in an empty folder (${secondsSince(start)} s)`)
  const faults = [...places.flatMap(brokenPromises), ...hour.flatMap(faultsOf), ...(await faultsOfPage())]
  for (const fault of faults) say(`  ${fault}`)
  say(`${hour.length} commands, ${faults.length} faults (${secondsSince(start)} s)`)
  if (faults.length > 0) exit(1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function faultsOf({ words, code, prints, before }: (typeof hour)[number]): string[] {
  if (before !== undefined) edit(before)
  const program = spawnSync(join(home, 'node_modules/.bin/joinery'), words.split(' '), { cwd: home, encoding: 'utf8' })
  const out = program.stdout + program.stderr
  say(`$ joinery ${words}\n${out.trimEnd().split('\n').slice(0, 3).join('\n')}`)
  if (program.status === code && out.includes(prints)) return []
  return [`joinery ${words}: exit code ${program.status} instead of ${code}, or not "${prints}":\n${out}`]
}

/** What the page of the plugin lacks: it is made of files of several packages. */
async function faultsOfPage(): Promise<string[]> {
  const program = spawn(join(home, 'node_modules/.bin/joinery'), ['dev', 'bakery', '--port', '0'], { cwd: home })
  const ended = new Promise((resolve) => program.on('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    const hear = (chunk: Buffer) => {
      out += chunk.toString()
      // the line after the first look: what the page then shows can be asked for
      if (out.includes('watching')) resolve(/http:\S+/.exec(out)?.[0] ?? out)
    }
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.on('close', () => reject(new Error(`joinery dev ended: ${out}`)))
  })
  const files = [
    '',
    'assets/dev.js',
    'widgets/joinery.js',
    'rules/1',
    'plugin/1/src/index.ts',
    'core/dist/plugin/index.js',
  ]
  const missing: string[] = []
  for (const file of files) {
    const { status } = await fetch(address + file)
    if (status !== 200) missing.push(`joinery dev bakery: /${file} is answered with ${status}`)
  }
  program.kill('SIGINT')
  const code = await ended
  say(`$ joinery dev bakery\n${files.length} files of its page`)
  return code === 0 ? missing : [...missing, `joinery dev bakery: exit code ${String(code)} instead of 0`]
}

function edit([from, to]: Edit): void {
  const file = join(home, 'bakery/rule-set.json')
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(file, text.replace(from, to))
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
