import type { FaultCode } from '../fault.ts'

/** Reports a fault at the steps that lead to it in the own document. */
export type Report = (
  code: FaultCode,
  steps: readonly (string | number)[],
  detail: { value?: unknown; message: string },
) => void
