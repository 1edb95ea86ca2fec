import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { baseOperators, decoratorNames, findOperator, ownOperators } from '../operators/operator.ts'

const shared = baseOperators.filter((name) => !Object.hasOwn(ownOperators, name))
const decorated = shared.flatMap((name) => [name, ...decoratorNames.map((decorator) => `${decorator}:${name}`)])

const numbers = [0, -0, 1, 2.5, -1, 1e21, Number.NaN, Number.POSITIVE_INFINITY]
const texts = ['', ' ', '0', '1', '2.5', '10', '9', '3abc', 'abc', 'true', '2026-11-23', '2026-02-03']
const scalar = fc.constantFrom<unknown>(...numbers, ...texts, true, false, null)
const value = fc.oneof({ weight: 3, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }))

/** What a rule with this one test says on a real engine; the word "throws" where the engine rejects the run. */
async function onEngine(fact: unknown, operator: string, against: unknown): Promise<boolean | 'throws'> {
  const engine = new Engine()
  engine.addRule({
    conditions: { all: [{ fact: 'fact', operator, value: against }] } as never,
    event: { type: 'held' },
  })
  try {
    const { results } = await engine.run({ fact })
    return results.length > 0
  } catch {
    return 'throws'
  }
}

function here(fact: unknown, operator: string, against: unknown): boolean | 'throws' {
  try {
    return findOperator(operator)!.compare(fact, against, 0)
  } catch {
    return 'throws'
  }
}

test.each(decorated)('%s on odd values is what json-rules-engine says', async (operator) => {
  await fc.assert(
    fc.asyncProperty(value, value, async (fact, against) => {
      expect(here(fact, operator, against)).toBe(await onEngine(fact, operator, against))
    }),
    { numRuns: 60, verbose: 0 },
  )
})

test('any chain of decorators on odd values is what json-rules-engine says', async () => {
  const chain = fc
    .tuple(fc.array(fc.constantFrom(...decoratorNames), { minLength: 2, maxLength: 4 }), fc.constantFrom(...shared))
    .map(([decorators, name]) => [...decorators, name].join(':'))
  await fc.assert(
    fc.asyncProperty(chain, value, value, async (operator, fact, against) => {
      expect(here(fact, operator, against)).toBe(await onEngine(fact, operator, against))
    }),
    { numRuns: 1_500, verbose: 0 },
  )
})
