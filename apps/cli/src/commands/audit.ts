import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { sourcesOf, withService } from '../service.ts'
import { print } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Checks the audit log of the service: that no entry was changed, dropped, moved or added.

usage: joinery audit verify [--association SLUG] [--known NUMBER:HASH] [--config FILE]

The service may run meanwhile. Each association has a chain of seals; its last one is printed. Keep it somewhere else, and give it
as --known the next time: then a log that was rolled back behind it is found too.

  --association SLUG    only this one
  --known NUMBER:HASH   a seal of that association from an earlier time
  --config FILE         a file with the settings of the service; the environment comes first

Exit code 1 where anything is found.
`

const options = { association: { type: 'string' }, known: { type: 'string' }, config: { type: 'string' } } as const

export const audit: Command = { help, run: runAudit }

async function runAudit(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new UsageError('say what to do: joinery audit verify')
  if (values.known !== undefined && values.association === undefined)
    throw new UsageError('--known is a seal of one association: name it with --association')
  const wish = { slug: values.association, known: sealOf(values.known) }
  return withService(async (service) => {
    const verified = await service.verifyAudit(sourcesOf(values.config), wish)
    if (values.association !== undefined && verified.length === 0)
      throw new UsageError(`there is no association "${values.association}"`)
    for (const { slug, name, verdict } of verified) {
      const { entries, sealed, head, findings } = verdict
      const seal = head === null ? 'nothing sealed yet' : `last seal ${head.number}:${head.hash}`
      await print(`${slug} (${name}): ${entries} entries, ${sealed} sealed, ${seal}\n`)
      for (const { code, message } of findings) await print(`  ${code}: ${message}\n`)
    }
    const found = verified.some(({ verdict }) => verdict.findings.length > 0)
    await print(found ? 'The audit log is not as it was written.\n' : 'The audit log is as it was written.\n')
    return found ? exits.failed : exits.fine
  })
}

function sealOf(text: string | undefined): { number: number; hash: string } | undefined {
  if (text === undefined) return undefined
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash }
  throw new UsageError(`--known: "${text}" is no seal; give it as it was printed, NUMBER:HASH`)
}
