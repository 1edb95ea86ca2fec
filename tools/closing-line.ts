import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends a run with one line a machine can read, alone and last: "12 passed, 0 failed". Before it stand the tests that
 * passed only when they were tried again: each is a fault to be mended, in the test or in what it tests.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const lines = [...triedAgain(modules), closingLine(modules, unhandled.length)]
    // other reporters are still writing; only at exit is this sure to be the last
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`))
  }
}

/** A line for each test that failed first and passed when it was tried again. */
export function triedAgain(modules: readonly TestModule[]): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  return tests
    .filter((test) => test.diagnostic()?.flaky === true)
    .map((test) => `passed only when tried again: ${test.module.relativeModuleId}: ${test.fullName}`)
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
