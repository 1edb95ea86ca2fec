import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { ownPolicy, shortText } from '../tools/vite-plugins.ts'

const folder = join(import.meta.dirname, '../dist/bundle')
const integrity = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as { files: Record<string, string> }
// the folder may hold files of earlier builds too, which nobody fetches
const files = Object.keys(integrity.files).filter((name) => name.endsWith('.js'))

/** The files of a part, by the beginning of their names, with all that they cannot do without. */
function fetched(...parts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const part of parts) {
    const own = files.filter((name) => name === part || name.startsWith(`joinery-${part}-`))
    if (own.length === 0) throw new Error(`no file of the bundle is called ${part}`)
    for (const name of own) addNeeded(name, found)
  }
  return found
}

function addNeeded(name: string, found: Set<string>): void {
  if (found.has(name)) return
  found.add(name)
  const text = readFileSync(join(folder, name), 'utf8')
  for (const [, needed] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) addNeeded(needed!, found)
}

const weightOf = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0)

const first = ['joinery.js']
const asking = [...first, 'questions']
const service = [...first, 'open-service']

// bytes as they travel, after brotli; who moves a limit says why. The scorer is weighed with all that it cannot do without.
test.each([
  {
    what: 'all seven elements on one page as they are first drawn, with Lit and the scorer (without the reader of rule sets)',
    names: fetched(...first, 'display', 'scorer'),
    // 37,250 before portfolio and plan said a scope in per cent, and the portfolio its principles in other languages
    most: 37_600,
  },
  {
    what: 'the same with the pages that ask: statements, facts of the first page, the range so far',
    names: fetched(...asking, 'display', 'scorer'),
    // 44,150 before the same
    most: 44_500,
  },
  {
    what: 'an assessment on the device until its first page can be used, with Lit',
    names: fetched(...first),
    most: 14_950,
  },
  {
    what: 'an assessment in a service until its first page can be used, with Lit',
    names: fetched(...service),
    // 17,700 before its token was renewed
    most: 17_900,
  },
  {
    what: 'an assessment in a service until its last statement is answered and scored: its first page, the pages that ask, sending and scoring',
    names: fetched(...service, 'questions', 'service-scorer'),
    // 27,200 before its token was renewed
    most: 27_400,
  },
  {
    what: 'the check of a signature, where a page asks for it',
    names: difference(fetched(...first, 'verify'), fetched(...first, 'reader', 'complete')),
    most: 2_800,
  },
  {
    what: 'what follows when the page is idle: lists, proof, files and links, the page of the result',
    names: difference(fetched(...asking, 'rest'), fetched(...asking)),
    most: 16_600,
  },
  {
    what: 'what a page needs to score by itself: reader of rule sets, scorer, complete result',
    names: difference(fetched(...asking, 'reader', 'complete'), fetched(...asking)),
    most: 36_900,
  },
])('$what: $most bytes at most', ({ names, most }) => {
  const weight = weightOf(names)
  expect(weight, [...names].join(' ')).toBeLessThanOrEqual(most)
  expect(weight, 'so small that the limit should come down').toBeGreaterThan(most * 0.9)
})

// a part of core that no group of vite.config.ts names can leave a file that exports what it does not have
test.each(files)('a browser can read %s', (name) => {
  const { status, stderr } = spawnSync(process.execPath, ['--check', join(folder, name)], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('the scorer, reports and other languages are no part of what is fetched first', () => {
  expect([...fetched(...asking)].filter((name) => /scorer|report|read|complete|-(de|ar)-/.test(name))).toEqual([])
})

function difference(all: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((name) => !less.has(name)))
}

/**
 * One element by itself, beyond Lit, as somebody who bundles it gets it: with its language, its words and its styles. First is
 * what it needs for its first view; later is what it fetches after that, or when somebody asks for it, without other languages.
 */
async function alone(element: string): Promise<{ first: number; later: number }> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [ownPolicy(), shortText()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, `../src/${element}/define.ts`), formats: ['es'] },
      // as pages are bundled, and as the bundle is: a part may take from the first file what it has
      rolldownOptions: {
        external: /^lit(\/|$)/,
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true },
      },
    },
  })) as [Rolldown.RolldownOutput]
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const needed = new Set<string>()
  const add = (name: string) => {
    const chunk = chunks.get(name)
    if (chunk === undefined || needed.has(name)) return
    needed.add(name)
    chunk.imports.forEach(add)
  }
  add(output[0].fileName)
  const weigh = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + brotliCompressSync(chunks.get(name)!.code).length, 0)
  const later = [...chunks.keys()].filter((name) => !needed.has(name) && !/^(ar|de|create-explain)-/.test(name))
  return { first: weigh(needed), later: weigh(later) }
}

// every element follows the language of the page, and an address or an assessment on it
test.each([
  { element: 'badge', most: 3_200, mostLater: 0 },
  // 3,050 before it named its principles in other languages
  { element: 'benchmark', most: 3_260, mostLater: 0 },
  // 3,900 before gains in a scope were per cent
  { element: 'plan', most: 4_000, mostLater: 2_000 },
  // 3,500 before it took a rule set, for other languages, and said a scope in per cent
  { element: 'portfolio', most: 3_900, mostLater: 850 },
  // 3,800 before the radar read a scope as the table does
  { element: 'profile', most: 3_850, mostLater: 1_200 },
  // 4,950 and 3,050 before what is drawn of its level and range came with the rest
  { element: 'results', most: 3_950, mostLater: 4_050 },
])('joinery-$element alone, beyond Lit: $most bytes at most, and $mostLater later', async ({ element, ...limits }) => {
  const { first, later } = await alone(element)
  expect(first).toBeLessThanOrEqual(limits.most)
  expect(later).toBeLessThanOrEqual(limits.mostLater)
  expect(first, 'so small that the limit should come down').toBeGreaterThan(limits.most * 0.9)
  expect(later, 'so small that the limit should come down').toBeGreaterThanOrEqual(limits.mostLater * 0.9)
})
