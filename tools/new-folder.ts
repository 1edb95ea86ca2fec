import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished, TestRunner } from 'vitest'

/**
 * A new, empty folder. It goes when the test that asks for it is over; asked for outside of every test, at the top of a file
 * or in a `describe`, when those tests are.
 */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-test-'))
  // what a process that was just ended held open may take a moment to be free
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  if (TestRunner.getCurrentTest() === undefined) afterAll(remove)
  else onTestFinished(remove)
  return folder
}

/** Such a folder with files in it, in folders of their own where their names have slashes; what is not text is written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = newFolder()
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  }
  return folder
}
