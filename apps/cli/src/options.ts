import { parseArgs, type ParseArgsConfig } from 'node:util'
import { didYouMean } from '@joinery/core'
import { UsageError } from './exits.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads the words of a command: its options, and what else is named. */
export function readOptions<const Known extends Options>(words: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(problemOf(error, Object.keys(options)))
  }
}

function problemOf(error: unknown, known: readonly string[]): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (!code.startsWith('ERR_PARSE_ARGS')) throw error
  const [, option = ''] = /'-?-?([^ '=]*)/.exec(message) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const names = known.map((name) => `--${name}`)
    return `unknown option "--${option}"${didYouMean(`--${option}`, names) || `; known options: ${names.join(', ')}`}`
  }
  if (message.includes('does not take an argument')) return `the option --${name(option, known)} takes no value`
  return `the option --${name(option, known)} needs a value`
}

function name(option: string, known: readonly string[]): string {
  return known.find((candidate) => candidate === option.replace(/^.*--/, '')) ?? option
}

/** The value of an option that takes one of a few words. */
export function choiceOf<const Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) return choices[0]
  const found = choices.find((choice) => choice === value)
  if (found !== undefined) return found
  throw new UsageError(
    `--${option}: unknown "${value}"${didYouMean(value, choices) || `; use one of ${choices.join(', ')}`}`,
  )
}

/** The value of an option that takes a whole number from 0. */
export function numberOf(option: string, value: string | undefined, { most }: { most: number }): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= most) return number
  throw new UsageError(`--${option}: "${value}" is not a whole number from 0 to ${most}`)
}

/** Today by the calendar on the wall. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
