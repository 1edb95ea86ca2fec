import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../exits.ts'
import { trying } from '../output/output.ts'
import { print, shownPath, userFolder } from '../terminal.ts'
import { expectName, titleOf, wordOf } from './names.ts'

interface Wanted {
  readonly name: string
  /** The folder to make. */
  readonly out: string
  /** Today. */
  readonly day: string
}

const ending = '.tmpl'

/** Makes a folder from a template: all of it, or nothing. */
export async function newFolder(kind: 'rule-set' | 'plugin', { name, out, day }: Wanted): Promise<void> {
  expectName(kind, name)
  const target = resolve(userFolder(), out)
  await expectFree(target)
  const words = wordsFor(name, { folder: shownPath(target), day })
  const files = await filesOf(kind, words)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}`)
  try {
    for (const { path, text } of files) await trying(out, () => writeNew(join(temporary, path), text))
    await trying(out, () => rename(temporary, target))
  } finally {
    // what went wrong before is what should be said
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
  }
  const shown = shownPath(target)
  await print(
    `${files.map(({ path }) => `${join(shown, path)}\n`).join('')}\nNext: joinery check ${shown}\n      joinery test ${shown}\n`,
  )
}

/** An empty folder may be filled; anything else stays as it is. */
async function expectFree(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined)
  if (found === undefined) return
  const isEmpty = found.isDirectory() && (await trying(target, () => readdir(target))).length === 0
  if (!isEmpty)
    throw new UsageError(`${shownPath(target)}: it is there already; choose another folder with --out, or another name`)
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text, { flag: 'wx' })
}

/** What stands in the templates for the words of this one. */
function wordsFor(name: string, { folder, day }: { readonly folder: string; readonly day: string }) {
  const core = createRequire(import.meta.url)('@joinery/core/package.json') as { readonly version: string }
  return {
    NAME: name,
    WORD: wordOf(name),
    TITLE: titleOf(name),
    FOLDER: folder,
    REVIEW: `${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}01`,
    CORE: `^${core.version}`,
  }
}

async function filesOf(kind: string, words: Readonly<Record<string, string>>) {
  const folder = fileURLToPath(new URL(`../../templates/${kind}/`, import.meta.url))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.toSorted().map(async (path) => ({
      path: relative(folder, path).slice(0, -ending.length),
      text: (await readFile(path, 'utf8')).replaceAll(/__([A-Z]+)__/g, (mark, word: string) => words[word] ?? mark),
    })),
  )
}
