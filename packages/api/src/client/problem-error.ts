import type { Problem } from './generated/calls.ts'

/** Thrown by the client for every answer that is a problem, and when the service cannot be reached. */
export class ProblemError extends Error {
  /** Stable: what programs act on. `unreachable` where there was no answer, `unknown` where it was not the service's. */
  readonly code: Problem['code'] | 'unreachable' | 'unknown'
  readonly status: number
  /** Every place of the request that is wrong. */
  readonly errors: NonNullable<Problem['errors']>
  /** What to tell whoever runs the service. */
  readonly requestId: string | undefined

  constructor(problem: Partial<Problem> & { readonly detail: string }, cause?: unknown) {
    super(problem.detail, cause === undefined ? {} : { cause })
    this.name = 'ProblemError'
    this.status = problem.status ?? 0
    this.code = problem.code ?? (this.status === 0 ? 'unreachable' : 'unknown')
    this.errors = problem.errors ?? []
    this.requestId = problem.requestId
  }
}
