import { expect, test } from 'vitest'
import { missingLine } from './printed.ts'
import { blocksOf, guides, joinery, pages, textOf } from './repository.ts'

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }
/** What pnpm can do by itself. */
const builtIn = new Set(['install', 'exec', 'vitest'])
const subcommands = new Set(Array.from(joinery(['help']).matchAll(/^ {2}([\w-]+) {2,}/gm), ([, name]) => name!))

/** The words of a command line from `pnpm` or `joinery` on; undefined where it is another program's. */
function wordsOf(line: string): string[] | undefined {
  const words = line.replace(/\s+#.*$/, '').split(/\s+/)
  const start = words.findIndex((word) => /^(?:pnpm(?:@12)?|joinery)$/.test(word))
  return start < 0 ? undefined : words.slice(start)
}

function isKnown([program, ...words]: readonly string[]): boolean {
  if (program === 'joinery') return words.length === 0 || subcommands.has(words[0]!)
  const [script, ...rest] = words[0] === 'run' ? words.slice(1) : words
  if (script === 'joinery') return isKnown(['joinery', ...rest])
  return script !== undefined && (Object.hasOwn(scripts, script) || builtIn.has(script))
}

const shellLines = pages().flatMap((page) =>
  blocksOf(textOf(page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
    .map((line) => ({ page, line })),
)

test.each(shellLines)('$page: "$line" is a command that exists', ({ line }) => {
  const words = wordsOf(line)
  expect(words === undefined || isKnown(words)).toBe(true)
})

/** Each output that is shown, with the command above it. */
const shown = pages().flatMap((page) => {
  // the guides are walked through in a folder of their own
  if (guides.includes(page)) return []
  const blocks = blocksOf(textOf(page))
  return blocks.flatMap(({ language, text }, index) => {
    const command = blocks[index - 1]
    if (language !== 'text' || command?.language !== 'sh') return []
    const words = wordsOf(command.text.trim().split('\n').at(-1)!) ?? []
    return [{ page, words: words.slice(words.indexOf('joinery') + 1), lines: text }]
  })
})

test.each(shown)('$page shows what "joinery $words" prints, in its order', ({ words, lines }) => {
  expect(missingLine(lines, joinery(words))).toBeUndefined()
})
