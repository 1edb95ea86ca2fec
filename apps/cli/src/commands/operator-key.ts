import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { withService } from '../service.ts'
import { print } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Makes a key for whoever runs the service: it adds associations and reads the figures, and sees nothing inside them.

usage: joinery operator-key

Prints the key, to keep to yourself, and its hash, to set in JOINERY_OPERATOR_KEYS. Nothing is written anywhere.
`

export const operatorKey: Command = { help, run: runOperatorKey }

async function runOperatorKey(words: readonly string[]): Promise<number> {
  if (readOptions(words, {}).positionals.length > 0) throw new UsageError('operator-key takes no names')
  return withService(async ({ newOperatorKey }) => {
    const { key, hash } = newOperatorKey()
    await print(`key:  ${key}\nhash: ${hash}\n`)
    return exits.fine
  })
}
