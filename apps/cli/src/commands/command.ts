/** One subcommand: what it says about itself, and what it does; gives the exit code. */
export interface Command {
  readonly help: string
  readonly run: (words: readonly string[]) => Promise<number>
}
