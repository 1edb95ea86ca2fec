import { instantOf, readPublicKeys, verifySignature } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { jsonOf, keyOf, textOf } from '../input/bundles.ts'
import { readOptions } from '../options.ts'
import { clean } from '../output/print-faults.ts'
import { print, say } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Checks that a rule set is the one that its publisher signed.

usage: joinery verify FILE --key PUBLIC-KEY [--key …] [--signature FILE]

FILE is a bundle, PUBLIC-KEY a file NAME.public.json that you had from the publisher and trust, or a set of such keys:
{ "keys": […] }. Exit code 0: it is. 1: it is not, and why.

  --signature FILE   the signature (default: the name of the bundle with .jws at its end)
`

const options = { key: { type: 'string', multiple: true }, signature: { type: 'string' } } as const

export const verify: Command = { help, run: runVerify }

async function runVerify(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('name one bundle to check')
  if (values.key === undefined) throw new UsageError('say whom you trust: --key their-key.public.json')
  const keys = values.key.map((name) => keyOf(name, readPublicKeys))
  const document = jsonOf(file)
  if (document === undefined || keys.includes(undefined)) return exits.badInput
  const outcome = await verifySignature({
    document,
    signature: textOf(values.signature ?? `${file}.jws`),
    keys: keys.flatMap((read) => read ?? []),
    at: instantOf(Date.now()),
  })
  if (!outcome.ok) {
    say(clean(`${file}: refused: ${outcome.message} [${outcome.reason}]`))
    return exits.failed
  }
  await print(
    `${clean(`${file}: signed by ${outcome.owner} at ${outcome.signedAt}, unchanged since`)}\n${outcome.digest}\n`,
  )
  return exits.fine
}
