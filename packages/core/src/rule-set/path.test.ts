import { describe, expect, test } from 'vitest'
import { followPath, parsePath } from './path.ts'

describe('a path', () => {
  test.each([
    ['$', []],
    ['$.owner', [{ name: 'owner' }]],
    ['.owner', [{ name: 'owner' }]],
    ["$['owner of it']", [{ name: 'owner of it' }]],
    ['$.steps[0]', [{ name: 'steps' }, { index: 0 }]],
    ['[12]', [{ index: 12 }]],
    ['$[*]', ['*']],
    ['$.*', ['*']],
    ['$.steps[*].name', [{ name: 'steps' }, '*', { name: 'name' }]],
    [`$${'.a'.repeat(16)}`, Array.from({ length: 16 }, () => ({ name: 'a' }))],
  ])('%s is read step by step', (path, steps) => {
    expect(parsePath(path)).toEqual(steps)
  })

  test.each([
    ['nothing at all', ''],
    ['a bare name', 'owner'],
    ['any depth', '$..owner'],
    ['a filter', '$[?(@.owner)]'],
    ['a filter that calls code', "$[?(@.constructor.constructor('return process')())]"],
    ['a script', '$[(@.length-1)]'],
    ['a slice', '$[0:2]'],
    ['a union of names', "$['a','b']"],
    ['a union of indexes', '$[0,1]'],
    ['a negative index', '$[-1]'],
    ['an endless index', '$[1234567]'],
    ['the parent', '$.owner^'],
    ['the key of a step', '$.owner~'],
    ['a backtick escape', '$.`owner`'],
    ['double quotes', '$["owner"]'],
    ['a quote inside a name', "$['a\\'b']"],
    ['a bracket that stays open', '$[0'],
    ['a trailing dot', '$.owner.'],
    ['white space', '$. owner'],
    ['a line break at the end', '$.owner\n'],
    ['a type selector', '$.owner@string()'],
    ['__proto__ by a dot', '$.__proto__'],
    ['__proto__ by a bracket', "$['__proto__'].polluted"],
    ['constructor', '$.constructor.constructor'],
    ['prototype', '$.a.prototype'],
    ['17 steps', `$${'.a'.repeat(17)}`],
    ['letters of other scripts', '$.ownér'],
  ])('with %s is refused', (_what, path) => {
    expect(parsePath(path)).toBeUndefined()
  })
})

describe('following a path', () => {
  const plan = { owner: 'Ann', empty: '', gone: null, steps: [{ name: 'talk' }, { name: 'write' }, {}], none: [] }
  const follow = (path: string, value: unknown = plan) => followPath(value, parsePath(path)!, new Set())

  test.each([
    ['$.owner', 'Ann'],
    ['$.steps[1].name', 'write'],
    ['$.steps[*].name', ['talk', 'write']],
    ['$.empty', undefined],
    ['$.gone', undefined],
    ['$.missing', undefined],
    ['$.missing.deeper', undefined],
    ['$.owner.length', undefined],
    ['$.steps.length', 3],
    ['$.steps[7]', undefined],
    ['$.none[*]', undefined],
    ['$', plan],
  ])('%s leads to %j', (path, found) => {
    expect(follow(path)).toEqual(found)
  })

  test.each(['$.toString', '$.hasOwnProperty', '$.__defineGetter__', '$.valueOf'])(
    '%s leads nowhere: own properties only',
    (path) => {
      expect(follow(path)).toBeUndefined()
      expect(follow(path, [])).toBeUndefined()
    },
  )

  test('an own property with a name of JavaScript is a property like any other', () => {
    expect(follow('$.toString', { toString: 'ours' })).toBe('ours')
  })

  test('what a wildcard finds is whole where the list it came from is, and open where it may be longer', () => {
    const whole = new Set<unknown>([plan.steps])
    const complete = followPath(plan, parsePath('$.steps[*].name')!, whole)
    const open = followPath({ steps: [{ name: 'talk' }] }, parsePath('$.steps[*].name')!, whole)
    expect([whole.has(complete), whole.has(open)]).toEqual([true, false])
  })
})
