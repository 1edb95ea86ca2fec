/** How the command ends; scripts rely on these numbers. */
export const exits = {
  fine: 0,
  /** A case failed, or a check found errors. */
  failed: 1,
  /** The input, an option or a file is not as it should be. */
  badInput: 2,
  /** The two evaluators do not agree: a mistake in Joinery that changes results. */
  different: 3,
  /** A mistake in Joinery itself. */
  unexpected: 70,
} as const

/** The user can put it right: said in one line, without a trace. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** A worker thread came to an end in the middle of its work. */
export class WorkerStopped extends Error {
  constructor(reason: string) {
    super(`a worker thread stopped: ${reason}; what was written is right but not complete; try --workers 1`)
    this.name = 'WorkerStopped'
  }
}
