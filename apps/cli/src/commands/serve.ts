import { UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { sourcesOf, withService } from '../service.ts'
import type { Command } from './command.ts'

const help = `Runs the service: relationships, results and rule sets over HTTP, kept in one SQLite file or in PostgreSQL.

usage: joinery serve [--demonstration] [--config FILE]

Settings are environment variables such as PORT, HOST and DATABASE_URL, or lines NAME=value of a file. Without any it listens on
http://127.0.0.1:4400 and keeps its data in the folder of the user. All settings: apps/docs/settings.md

  --demonstration   with an invented association in a folder of its own, whose results everybody can see
  --config FILE     a file with settings; the environment comes first

It ends with Ctrl-C or SIGTERM: what came is still answered. Exit codes: 0 stopped, 2 somebody must put it right, 75 it may pass
by itself (a port or data in use, a database that does not answer).
`

const options = { config: { type: 'string' }, demonstration: { type: 'boolean' } } as const

export const serve: Command = { help, run: runServe }

async function runServe(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length > 0)
    throw new UsageError('serve takes no files; settings come from the environment or --config')
  return withService(({ serve: run, demonstrate }) =>
    values.demonstration === true ? demonstrate(sourcesOf(values.config)) : run(sourcesOf(values.config)),
  )
}
