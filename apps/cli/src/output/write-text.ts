import { resolve } from 'node:path'
import { print, userFolder } from '../terminal.ts'
import { fileOutput } from './output.ts'

/** Puts a text on the screen, or into a file that is there as a whole or not at all. */
export async function writeText(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) return print(text)
  const output = await fileOutput(resolve(userFolder(), out))
  await output.write(text)
  await output.finish()
}
