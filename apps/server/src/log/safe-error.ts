import { StoreError } from '@joinery/store'
import { ServerProblem } from '../problem.ts'

/** What may be logged of an error. Messages of others can hold what people wrote, so only their kind and place are kept. */
export interface SafeError {
  readonly name: string
  readonly code?: string
  readonly message?: string
  readonly at?: string
  readonly cause?: SafeError
}

export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, stack = '', cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  // these two are composed by us, of nothing that anybody entrusted to the service
  const message = error instanceof StoreError || error instanceof ServerProblem ? { message: error.message } : {}
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const at =
    frames.length === 0
      ? {}
      : {
          at: frames
            .slice(0, 6)
            .map((line) => line.trim())
            .join(' < '),
        }
  const deeper = cause === undefined || depth === 3 ? {} : { cause: safeError(cause, depth + 1) }
  return { name, ...code, ...message, ...at, ...deeper }
}
