import { resolve } from 'node:path'
import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { sourcesOf, withService } from '../service.ts'
import { print, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Writes a whole, checked copy of the data of the service to a new file. The service may run meanwhile.

usage: joinery backup TO [--config FILE]

TO is a file that is not there yet, or a folder, where the copy gets a name with its time. The master key is not in it: keep a
copy of the key elsewhere, for without it nothing in the backup can be read.

  --config FILE   a file with the settings of the service; the environment comes first
`

const options = { config: { type: 'string' } } as const

export const backup: Command = { help, run: runBackup }

async function runBackup(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [to, ...others] = positionals
  if (to === undefined || others.length > 0) throw new UsageError('say where to: joinery backup FILE-OR-FOLDER')
  return withService(async (service) => {
    const written = await service.backup(sourcesOf(values.config), resolve(userFolder(), to))
    const { file, bytes, tenants, keyFile } = written
    await print(`${shownPath(file)}: ${count(Object.keys(tenants).length)}, ${bytes} bytes, checked\n`)
    await print(
      keyFile === undefined ? '' : `The master key is not in it. Keep a copy of ${keyFile} in another place.\n`,
    )
    return exits.fine
  })
}

/** How many associations, in words. */
export function count(associations: number): string {
  return associations === 1 ? '1 association' : `${associations} associations`
}
