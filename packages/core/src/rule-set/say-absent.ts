import { didYouMean, type Spot } from '../fault.ts'

/** Something that is named, but is not there. */
export interface Absent {
  readonly what: string
  readonly value: string
  readonly known: Iterable<string>
}

/** Reports a name that leads nowhere, with the nearest one that leads somewhere. */
export function sayAbsent(spot: Spot, { what, value, known }: Absent): void {
  const code = what === 'fact' ? 'unknown-fact' : 'unknown-id'
  spot.say(code, value, `there is no ${what} "${value}"${didYouMean(value, known)}`)
}
