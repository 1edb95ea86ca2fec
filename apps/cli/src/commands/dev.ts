import { resolve } from 'node:path'
import { UsageError } from '../exits.ts'
import { placeOf } from '../input/rules.ts'
import { choiceOf, numberOf, readOptions } from '../options.ts'
import { userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Shows a rule set or a plugin in a page while you write it: the faults with their places, the cases, the real questions and the
result, all new whenever you save a file.

usage: joinery dev [NAME|PATH] [--port N] [--host ADDRESS] [--open yes|no]

PATH is the folder of a rule set or of a plugin, or one file; default: the current folder. A plugin is shown on top of the rule
set that it extends. Its code runs in this command and in the page: show what you trust.

  --port N         where the page is (default: 4455; 0 takes any that is free)
  --host ADDRESS   who can see it (default: 127.0.0.1, this computer alone)
  --open yes|no    whether to open it in your browser (default: no)

What you answer in the page stays in your browser. It ends with Ctrl+C. Exit codes: 0 ended, 2 it could not begin.
`

export const dev: Command = { help, run: runDev }

const options = { port: { type: 'string' }, host: { type: 'string' }, open: { type: 'string' } } as const

async function runDev(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [name = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError('name one rule set or plugin: its folder, its file or its name')
  const port = numberOf('port', values.port, { most: 65_535 }) ?? 4455
  const isOpened = choiceOf('open', values.open, ['no', 'yes']) === 'yes'
  const place = resolve(userFolder(), placeOf(name))
  const { showWhileWritten } = await import('../dev/show.ts')
  return showWhileWritten(place, { port, host: values.host ?? '127.0.0.1', isOpened })
}
