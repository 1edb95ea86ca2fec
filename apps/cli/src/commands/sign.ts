import { resolve } from 'node:path'
import { instantOf, readPrivateKey, signBundle } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { bundleOf, keyOf } from '../input/bundles.ts'
import { readOptions } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { print, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Signs a rule set, so that others can tell that it is yours and that nobody changed it.

usage: joinery sign FILE --key PRIVATE-KEY [--plugin PATH] [--out FILE]

FILE is what "joinery bundle" wrote, PRIVATE-KEY the file NAME.private.json that "joinery keygen" wrote. The signature is one
line of text in a file of its own; publish both files together.

  --plugin PATH   the plugin that the rules belong to, where they use operators of its own
  --out FILE      where to write the signature (default: the name of the bundle with .jws at its end)
`

const options = { key: { type: 'string' }, plugin: { type: 'string' }, out: { type: 'string' } } as const

export const sign: Command = { help, run: runSign }

async function runSign(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('name one bundle to sign')
  if (values.key === undefined) throw new UsageError('say with which key: --key my-key.private.json')
  const key = keyOf(values.key, readPrivateKey)
  const bundle = await bundleOf(file, values.plugin)
  if (key === undefined || bundle === undefined) return exits.badInput
  const outcome = await signBundle(bundle, { key, at: instantOf(Date.now()) })
  if (!outcome.ok) throw new UsageError(`${values.key}: ${outcome.message}`)
  const out = values.out ?? `${file.replace(/[/\\]+$/, '')}.jws`
  const output = await fileOutput(resolve(userFolder(), out))
  await output.write(`${outcome.signature}\n`)
  await output.finish()
  await print(`${shownPath(out)}: ${bundle.id} ${bundle.version} signed by ${key.owner}\n`)
  return exits.fine
}
