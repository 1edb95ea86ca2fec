import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Ends a run with one line a machine can read, alone and last: "12 passed, 0 failed". */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const line = closingLine(modules, unhandled.length)
    // other reporters are still writing; only at exit is this line sure to be the last
    process.once('exit', () => process.stdout.write(`\n${line}\n`))
  }
}

/** Counts a file that could not be loaded, and an error outside every test, as one failure each. */
export function closingLine(modules: readonly TestModule[], unhandledErrors: number): string {
  const count = { passed: 0, failed: unhandledErrors, skipped: 0, pending: 0 }
  for (const module of modules) {
    count.failed += module.errors().length
    for (const test of module.children.allTests()) count[test.result().state] += 1
  }
  const skipped = count.skipped + count.pending
  return `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
