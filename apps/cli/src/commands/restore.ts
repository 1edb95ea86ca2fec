import { resolve } from 'node:path'
import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { sourcesOf, withService } from '../service.ts'
import { print, shownPath, userFolder } from '../terminal.ts'
import { count } from './backup.ts'
import type { Command } from './command.ts'

const help = `Fills an empty store of the service from a backup, and compares every association with what was backed up.

usage: joinery restore FROM [--config FILE]

The backup may come from either database: so this is also the way from SQLite to PostgreSQL. The master key must be the one that
the data were sealed with. Stop the service first.

  --config FILE   a file with the settings of the service; the environment comes first
`

const options = { config: { type: 'string' } } as const

export const restore: Command = { help, run: runRestore }

async function runRestore(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [from, ...others] = positionals
  if (from === undefined || others.length > 0) throw new UsageError('say from where: joinery restore FILE')
  return withService(async (service) => {
    const { tenants } = await service.restore(sourcesOf(values.config), resolve(userFolder(), from))
    await print(`${shownPath(from)}: ${count(Object.keys(tenants).length)} restored, the same as backed up\n`)
    return exits.fine
  })
}
