import { expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { closingLine, triedAgain } from './closing-line.ts'

const cases = [
  {
    run: 'a run without faults',
    states: ['passed', 'passed'],
    loadErrors: 0,
    unhandled: 0,
    line: '2 passed, 0 failed',
  },
  { run: 'a failed test', states: ['passed', 'failed'], loadErrors: 0, unhandled: 0, line: '1 passed, 1 failed' },
  {
    run: 'a skipped test',
    states: ['passed', 'skipped'],
    loadErrors: 0,
    unhandled: 0,
    line: '1 passed, 0 failed, 1 skipped',
  },
  { run: 'a file that does not load', states: [], loadErrors: 1, unhandled: 0, line: '0 passed, 1 failed' },
  { run: 'an error outside every test', states: ['passed'], loadErrors: 0, unhandled: 1, line: '1 passed, 1 failed' },
]

test.each(cases)('$run closes with "$line"', ({ states, loadErrors, unhandled, line }) => {
  expect(closingLine([moduleWith(states, loadErrors)], unhandled)).toBe(line)
})

test('a test that passed only when it was tried again is named', () => {
  const tests = [true, false].map((flaky) => ({
    diagnostic: () => ({ flaky }),
    fullName: flaky ? 'the page > is drawn' : 'the page > is fast',
    module: { relativeModuleId: 'e2e/page.test.ts' },
  }))
  const module: unknown = { children: { allTests: () => tests } }
  expect(triedAgain([module as TestModule])).toEqual([
    'passed only when tried again: e2e/page.test.ts: the page > is drawn',
  ])
})

function moduleWith(states: readonly string[], loadErrors: number): TestModule {
  const tests = states.map((state) => ({ result: () => ({ state }) }))
  const module: unknown = {
    errors: () => Array.from({ length: loadErrors }, () => new Error('does not load')),
    children: { allTests: () => tests },
  }
  return module as TestModule
}
