import { dayOf, type Day } from './day.ts'
import { DocumentError, type FaultCode } from './fault.ts'

/** The day of an assessment, from an option that is sound. */
export function dayFrom(asOf: string): Day {
  const day = dayOf(asOf)
  if (day !== undefined) return day
  throw badOption('/asOf', asOf, {
    code: 'bad-date',
    message: `"${asOf}" is not a calendar day; write it as YYYY-MM-DD`,
  })
}

/** What is wrong with one option. */
export function badOption(
  path: string,
  value: unknown,
  { code, message }: { readonly code: FaultCode; readonly message: string },
): DocumentError {
  return new DocumentError('options', [{ code, path, value, message, severity: 'error' }])
}
