import { env } from 'node:process'
import { readPrivateKey } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { keyOf } from '../input/bundles.ts'
import { readOptions } from '../options.ts'
import type { Command } from './command.ts'

const help = `Publishes a rule set to a service: uploads it, has it checked, shows who moves, signs it, and makes it current.

usage: JOINERY_API_KEY=sk_… joinery publish NAME|PATH --to URL --key PRIVATE-KEY [--reason TEXT] [--dry-run]

JOINERY_API_KEY is the secret key of your association; it is sent to URL and shown nowhere. PRIVATE-KEY is the file NAME.private.json that
"joinery keygen" wrote; it stays here, and only its signature is sent. The public half is registered with the service where it is
not known there. What is refused leaves nothing behind.

Of the folder of a plugin only data is sent: its rule set with its texts, and the cases that hold without its code. Its code never goes to a
service this way; whoever runs the service installs the plugin there and names it in JOINERY_PLUGINS.

  --to URL        where the service is: https://joinery.example
  --key FILE      the key to sign with
  --reason TEXT   why this version is published; kept with it
  --dry-run       stop after showing who moves
`

const options = {
  to: { type: 'string' },
  key: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

export const publish: Command = { help, run: runPublish }

async function runPublish(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError('name one rule set: a folder, a file or a name')
  if (values.key === undefined) throw new UsageError('say with which key: --key my-key.private.json')
  const url = addressOf(values.to)
  const credential = env['JOINERY_API_KEY'] ?? ''
  if (!/^sk_\w{10,}$/.test(credential))
    throw new UsageError('put the secret key of your association into JOINERY_API_KEY; it begins with sk_')
  const key = keyOf(values.key, readPrivateKey)
  if (key === undefined) return exits.badInput
  const { publishTo } = await import('../publish/publish-to.ts')
  const reason = values.reason ?? 'Published by the joinery command'
  return publishTo({ name, url, credential, key, reason, isDry: values['dry-run'] ?? false })
}

/** A secret key goes over a line that nobody else can read, or stays on this machine. */
function addressOf(word: string | undefined): string {
  if (word === undefined) throw new UsageError('say where to: --to https://joinery.example')
  const url = URL.canParse(word) ? new URL(word) : undefined
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url === undefined || !(url.protocol === 'https:' || isHere))
    throw new UsageError(`--to: "${word}" is not an address of a service; it should begin with https://`)
  return url.origin
}
