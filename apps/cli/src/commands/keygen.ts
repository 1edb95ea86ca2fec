import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { generateKey, instantOf, publicHalf } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { trying } from '../output/output.ts'
import { print, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Makes a key to sign rule sets with.

usage: joinery keygen NAME --owner WHO [--days N] [--rule-set ID …]

Writes NAME.private.json, for your eyes only: whoever holds it can sign in your name. And NAME.public.json, to hand out:
whoever trusts it can check what you signed. No file that is there already is written over.

  --owner WHO     whose key it is, as others know you: "Larkmoor Builders and Makers Association"
  --days N        how long it may sign, from now on (default: 730); what it signed by then stays good
  --rule-set ID   the only rule set it may sign; repeat it for several (default: any)
`

const options = {
  owner: { type: 'string' },
  days: { type: 'string' },
  'rule-set': { type: 'string', multiple: true },
} as const

export const keygen: Command = { help, run: runKeygen }

async function runKeygen(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError('give the key one name: joinery keygen my-key')
  if (values.owner === undefined || values.owner.trim() === '') throw new UsageError('say whose key it is: --owner "…"')
  refuseInRuleSet(name)
  const now = Date.now()
  const key = await generateKey({
    owner: values.owner,
    validFrom: instantOf(now),
    validUntil: instantOf(now + daysOf(values.days) * 86_400_000),
    ...(values['rule-set'] === undefined ? {} : { ruleSets: values['rule-set'] }),
  })
  const [secret, open] = [`${name}.private.json`, `${name}.public.json`]
  await writeNew(secret, key, 0o600)
  await writeNew(open, publicHalf(key), 0o644)
  await print(
    `${shownPath(secret)}: keep it to yourself, and keep a copy in a safe place\n` +
      `${shownPath(open)}: hand it out; it is valid until ${key.validUntil}\n` +
      `The id of the key is ${key.kid}\n`,
  )
  return exits.fine
}

function daysOf(word = '730'): number {
  const days = Number(word)
  if (/^\d{1,5}$/.test(word) && days > 0) return days
  throw new UsageError(`--days: "${word}" is not a number of days; give a whole number from 1 on`)
}

/** What stands in the folder of a rule set is published with it. */
function refuseInRuleSet(name: string): void {
  const folder = dirname(resolve(userFolder(), name))
  if (existsSync(join(folder, 'rule-set.json')))
    throw new UsageError(
      `this folder is published as a rule set; keep keys elsewhere: joinery keygen ../${basename(name)}`,
    )
}

async function writeNew(name: string, key: object, mode: number): Promise<void> {
  const text = `${JSON.stringify(key, undefined, 2)}\n`
  await trying(name, () => writeFile(resolve(userFolder(), name), text, { flag: 'wx', mode }))
}
