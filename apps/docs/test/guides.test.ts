import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { newFolder } from '../../../tools/new-folder.ts'
import { missingLine } from './printed.ts'
import { blocksOf, guides, joinery, textOf, type Block } from './repository.ts'

// from the first line to the last in an empty folder, as a reader would: commands are run, changes are made, outputs compared
test.each(guides)(
  '%s is true, step by step',
  (page) => {
    const folder = newFolder()
    let printed = ''
    for (const block of blocksOf(textOf(page))) {
      printed = stepOf(block, folder) ?? printed
      const missing = block.language === 'text' ? missingLine(block.text, printed) : undefined
      expect(missing, `in: ${printed}`).toBeUndefined()
    }
  },
  120_000,
)

/** Does what a block asks for; gives what a command printed. */
function stepOf({ language, text }: Block, folder: string): string | undefined {
  if (language === 'diff') change(text, folder)
  return language === 'sh'
    ? text
        .trim()
        .split('\n')
        .map((line) => joinery(wordsOf(line), folder))
        .join('')
    : undefined
}

/** The words of a command after `joinery`; quotes keep some together. */
function wordsOf(line: string): string[] {
  const [, ...words] = Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, word]) => quoted ?? word!)
  return words
}

/** Makes the change that a block shows; its first line names the file. */
function change(text: string, folder: string): void {
  const [head, ...lines] = text.trimEnd().split('\n')
  const file = join(folder, head!.replace('--- ', ''))
  const side = (mark: '-' | '+') =>
    lines
      .filter((line) => line.startsWith(' ') || line.startsWith(mark))
      .map((line) => line.slice(1))
      .join('\n')
  const before = readFileSync(file, 'utf8')
  expect(before, head).toContain(side('-'))
  writeFileSync(
    file,
    before.replace(side('-'), () => side('+')),
  )
}
