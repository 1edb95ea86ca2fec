import { didYouMean, pointerOf } from '@joinery/core'
import type * as z from 'zod'
import { limits } from '../limits.ts'
import { briefly, Problem, type RequestFault } from './problem.ts'

/** Parses one part of a request by its schema; throws one Problem with every fault. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: RequestFault['in'],
): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.flatMap((issue) => faultsOfIssue(issue, place)).slice(0, limits.faults)
  throw new Problem('invalid-request', detailOf(place, errors.length), { errors })
}

function detailOf(place: RequestFault['in'], count: number): string {
  const what = { body: 'the body', query: 'the query', header: 'the headers' }[place]
  return count === 1 ? `One place of ${what} is not right.` : `${count} places of ${what} are not right.`
}

type Issue = z.core.$ZodIssue

function faultsOfIssue(issue: Issue, place: RequestFault['in']): RequestFault[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const at = { in: place, pointer: pointerOf(...steps) }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      in: place,
      pointer: pointerOf(...steps, key),
      code: 'unknown-key',
      message: `unknown ${place === 'query' ? 'parameter' : 'key'} "${key.slice(0, 60)}"`,
    }))
  const { code, message } = wordsOf(issue)
  const value = issue.input === undefined ? {} : { value: briefly(issue.input) }
  return [{ ...at, code, message, ...value }]
}

interface Words {
  readonly code: string
  readonly message: string
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? issue.expected
      if (issue.input === undefined) return { code: 'missing', message: `is missing; give ${wanted}` }
      return { code: 'wrong-type', message: `must be ${wanted}` }
    }
    case 'invalid_value': {
      const hint = typeof issue.input === 'string' ? didYouMean(issue.input, issue.values.map(String)) : ''
      return {
        code: 'not-allowed',
        message: `must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}${hint}`,
      }
    }
    case 'too_big':
      return { code: 'out-of-range', message: `may ${sizeWords(issue.origin, Number(issue.maximum), 'most')}` }
    case 'too_small':
      return { code: 'out-of-range', message: `must ${sizeWords(issue.origin, Number(issue.minimum), 'least')}` }
    case 'invalid_format':
      return { code: 'bad-format', message: formatWords(issue.format, issue.message) }
    case 'custom': {
      const code = issue.params?.['code']
      return { code: typeof code === 'string' ? code : 'not-allowed', message: issue.message }
    }
    case 'invalid_key':
      return { code: 'unknown-key', message: issue.issues.map(({ message }) => message).join('; ') }
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { code: 'not-allowed', message: issue.message }
  }
}

function sizeWords(origin: string, limit: number, end: 'most' | 'least'): string {
  if (origin === 'string') return `have at ${end} ${limit} characters`
  if (origin === 'array' || origin === 'set') return `have at ${end} ${limit} entries`
  return `be at ${end} ${limit}`
}

function formatWords(format: string, message: string): string {
  if (format === 'date') return 'must be a calendar day such as "2026-10-02"'
  if (format === 'datetime') return 'must be a moment such as "2026-10-02T09:30:00Z"'
  return message
}
