import { resolve } from 'node:path'
import { exits, UsageError } from '../exits.ts'
import { bundleOf } from '../input/bundles.ts'
import { readOptions } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Puts a rule set, with all that it extends, into one file that can be published, hashed and signed.

usage: joinery bundle NAME|PATH [--out FILE]

The file is canonical JSON: the same rule set gives the same bytes on every machine. It is used wherever a folder is:
joinery assess FILE --rules my-rules-1.0.0.joinery.json

The folder of a plugin gives its rules with all that they extend; those who use them need the code of the plugin too.

  --out FILE   where to write it; - for the terminal (default: <id>-<version>.joinery.json)
`

export const bundle: Command = { help, run: runBundle }

async function runBundle(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { out: { type: 'string' } })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError('name one rule set: a folder, a file or a name')
  const made = await bundleOf(name)
  if (made === undefined) return exits.badInput
  const { id, version, digest, text, layers } = made
  const out = values.out ?? `${id}-${version}.joinery.json`
  if (out === '-') await print(text)
  else {
    const output = await fileOutput(resolve(userFolder(), out))
    await output.write(text)
    await output.finish()
    const rests = layers.map((layer) => `It holds ${layer.id} ${layer.version}, locked at ${layer.hash}\n`)
    say(`${shownPath(out)}: ${id} ${version}, ${text.length.toLocaleString('en')} characters\n${rests.join('')}`)
    await print(`${digest}\n`)
  }
  return exits.fine
}
