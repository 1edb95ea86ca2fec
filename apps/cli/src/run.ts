import { readFileSync } from 'node:fs'
import { didYouMean } from '@joinery/core'
import { commands, overview } from './commands/index.ts'
import { exits, UsageError } from './exits.ts'
import { print, say } from './terminal.ts'

/** Runs one command line; gives the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words[0] === '--' ? words.slice(1) : words
  try {
    if (first === undefined) {
      say(overview)
      return exits.badInput
    }
    if (first === '--version' || first === '-v') return await answer(`${version()}\n`)
    if (first === '--help' || first === '-h' || first === 'help') return await help(rest[0])
    const name = nameOf(first)
    if (rest.includes('--help') || rest.includes('-h')) return await help(name)
    const { run: runCommand } = await commands[name].load()
    return await runCommand(rest)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(`joinery: ${error.message}`)
    return exits.badInput
  }
}

async function help(name: string | undefined): Promise<number> {
  if (name === undefined) return answer(overview)
  return answer((await commands[nameOf(name)].load()).help)
}

async function answer(text: string): Promise<number> {
  await print(text)
  return exits.fine
}

function nameOf(word: string): keyof typeof commands {
  const names = Object.keys(commands)
  if (names.includes(word)) return word as keyof typeof commands
  const kind = word.startsWith('-') ? 'option' : 'command'
  const known = kind === 'option' ? ['--help', '--version'] : names
  throw new UsageError(
    `unknown ${kind} "${word}"${didYouMean(word, known) || `; known ${kind}s: ${known.join(', ')}`} ("joinery help" shows more)`,
  )
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
