import { didYouMean, pointerOf, type FaultCode, type Faults } from '../fault.ts'

/** Reports a fault at the steps that lead to it in the own document. */
export type Report = (
  code: FaultCode,
  steps: readonly (string | number)[],
  detail: { value?: unknown; message: string },
) => void

export function reportTo(faults: Faults): Report {
  return (code, steps, detail) => faults.add({ code, path: pointerOf(...steps), ...detail })
}

/** Something that is named, but is not there. */
export interface Absent {
  readonly what: string
  readonly value: string
  readonly known: Iterable<string>
}

/** Reports a name that leads nowhere, with the nearest one that leads somewhere. */
export function reportAbsent(
  report: Report,
  steps: readonly (string | number)[],
  { what, value, known }: Absent,
): void {
  report(what === 'fact' ? 'unknown-fact' : 'unknown-id', steps, {
    value,
    message: `there is no ${what} "${value}"${didYouMean(value, known)}`,
  })
}
