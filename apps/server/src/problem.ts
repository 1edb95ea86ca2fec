/** How a command of the service ends; supervisors may rely on these numbers. */
export const exitCodes = {
  fine: 0,
  /** Something was checked and is not as it should be. */
  failed: 1,
  /** It stays so until somebody puts it right: a setting, a key, a folder. */
  needsSomebody: 2,
  /** It may pass by itself: try again later. */
  busy: 75,
} as const

/** Said to whoever runs the service, without a trace: what is wrong, and what to do. */
export class ServerProblem extends Error {
  readonly exitCode: number

  constructor(message: string, options: { readonly exitCode?: number; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'ServerProblem'
    this.exitCode = options.exitCode ?? exitCodes.needsSomebody
  }
}
