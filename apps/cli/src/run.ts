import { readFileSync } from 'node:fs'
import { commands, overview } from './commands/index.ts'
import { exits, UsageError, WorkerStopped } from './exits.ts'
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
    const name = await nameOf(first)
    if (rest.includes('--help') || rest.includes('-h')) return await help(name)
    const { run: runCommand } = await commands[name].load()
    return await runCommand(rest)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof WorkerStopped)) throw error
    say(`joinery: ${error.message}`)
    return error instanceof UsageError ? exits.badInput : exits.unexpected
  }
}

async function help(name: string | undefined): Promise<number> {
  if (name === undefined) return answer(overview)
  const { help: text } = await commands[await nameOf(name)].load()
  return answer(text)
}

async function answer(text: string): Promise<number> {
  await print(text)
  return exits.fine
}

async function nameOf(word: string): Promise<keyof typeof commands> {
  const names = Object.keys(commands)
  if (names.includes(word)) return word as keyof typeof commands
  const kind = word.startsWith('-') ? 'option' : 'command'
  const known = kind === 'option' ? ['--help', '--version'] : names
  const { didYouMean } = await import('@joinery/core')
  throw new UsageError(
    `unknown ${kind} "${word}"${didYouMean(word, known) || `; known ${kind}s: ${known.join(', ')}`} ("joinery help" shows more)`,
  )
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
