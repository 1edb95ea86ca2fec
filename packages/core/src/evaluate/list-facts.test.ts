import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAgo, daysAhead, observationOf, stateOf, today, valueOf, type Json } from '../../test/small-rule-set.ts'

const equal = (fact: string, value: unknown): Json => ({ fact, operator: 'equal', value })
const given = (fact: string): Json => ({ fact, operator: 'given', value: true })
const onRisks = (fact: string, params: Json = {}): Json => ({ fact, params: { of: 'risks', ...params } })
const open = (risks: Json[]): Json => ({ risks })
const whole = (risks: Json[]): Json => ({ risks, complete: { risks: today } })

const joint = { scope: 'joint', ownerUs: 'Ann' }
const orphan = { scope: 'joint' }
const own = { scope: 'own' }

describe('count', () => {
  const counted = onRisks('count', { where: equal('scope', 'joint') })
  test.each<[what: string, record: Json, count: unknown]>([
    ['is exact on a whole list', whole([joint, orphan, own]), 2],
    ['is a lower bound on an open list', open([joint, own]), { least: 1, most: null }],
    ['is 0 on a list that is empty for sure', whole([]), 0],
    ['may be anything on an empty list', open([]), { least: 0, most: null }],
    ['may be anything without the list', {}, { least: 0, most: null }],
    [
      'may be anything where an absent list is marked as whole',
      { complete: { risks: today } },
      { least: 0, most: null },
    ],
  ])('%s', (_what, record, count) => {
    expect(valueOf(counted, record)).toEqual(count)
  })

  test.each<[atLeast: number, record: Json, state: string]>([
    [1, open([joint]), 'true'],
    [2, open([joint]), 'unknown'],
    [2, whole([joint]), 'false'],
    [0, {}, 'true'],
    [1, {}, 'unknown'],
  ])('at least %d of %j: %s', (value, record, state) => {
    expect(stateOf({ ...counted, operator: 'greaterThanInclusive', value }, record)).toBe(state)
  })

  test('empty text in a list of plain text was not given', () => {
    const record = { org: { priorities: ['growth', '', 'cash'] }, complete: { 'org.priorities': today } }
    expect(valueOf({ fact: 'count', params: { of: 'org.priorities' } }, record)).toBe(2)
  })

  test('reads a list of plain text item by item', () => {
    const record = { org: { priorities: ['growth', 'cash'] }, complete: { 'org.priorities': today } }
    expect(valueOf({ fact: 'count', params: { of: 'org.priorities', where: equal('item', 'cash') } }, record)).toBe(1)
  })
})

describe('share', () => {
  const share = onRisks('share', { where: equal('scope', 'joint'), that: given('ownerUs') })
  test.each<[what: string, record: Json, share: unknown]>([
    ['is judged on the items recorded, open list or not', open([joint, orphan, own]), 0.5],
    ['is the same on a whole list', whole([joint, orphan, own]), 0.5],
    ['is nothing to judge where no item passes the filter', open([own]), null],
    ['is not known on an empty list', open([]), null],
    ['is not known without the list', {}, null],
  ])('%s', (_what, record, value) => {
    expect(valueOf(share, record)).toBe(value)
  })

  test.each<[record: Json, state: string]>([
    [open([own]), 'not due'],
    [whole([]), 'not due'],
    [open([]), 'unknown'],
    [{}, 'unknown'],
    [open([joint, orphan]), 'true'],
    [open([orphan]), 'false'],
  ])('at least a half of %j: %s', (record, state) => {
    expect(stateOf({ ...share, operator: 'greaterThanInclusive', value: 0.5 }, record)).toBe(state)
  })
})

describe('every', () => {
  const every = {
    ...onRisks('every', { where: equal('scope', 'joint'), that: given('ownerUs') }),
    ...equal('', true),
    fact: 'every',
  }
  test.each<[record: Json, state: string]>([
    [open([joint, own]), 'true'],
    [open([joint, orphan]), 'false'],
    [open([own]), 'not due'],
    [whole([]), 'not due'],
    [open([]), 'unknown'],
    [{}, 'unknown'],
  ])('of %j: %s', (record, state) => {
    expect(stateOf(every, record)).toBe(state)
  })
})

describe('newest', () => {
  const newest = { fact: 'newest', params: { of: 'checks', field: 'sidesResponded' } }
  test.each<[what: string, checks: Json[], value: number | null]>([
    [
      'is the one with the latest date, wherever it stands',
      [
        { at: daysAgo(1), sidesResponded: 2 },
        { at: daysAgo(9), sidesResponded: 1 },
      ],
      2,
    ],
    [
      'is the later in the list on one day',
      [
        { at: daysAgo(1), sidesResponded: 2 },
        { at: daysAgo(1), sidesResponded: 1 },
      ],
      1,
    ],
    [
      'may lie ahead',
      [
        { at: daysAhead(9), sidesResponded: 2 },
        { at: daysAgo(9), sidesResponded: 1 },
      ],
      2,
    ],
    ['is the last item where none has a date', [{ sidesResponded: 2 }, { sidesResponded: 1 }], 1],
    [
      'is the dated one, where only some have a date',
      [{ at: daysAgo(900), sidesResponded: 2 }, { sidesResponded: 1 }],
      2,
    ],
    [
      'is not known where the newest leaves the field out',
      [{ at: daysAgo(1) }, { at: daysAgo(9), sidesResponded: 1 }],
      null,
    ],
    ['is not known on an empty list', [], null],
  ])('%s', (_what, checks, value) => {
    expect(valueOf(newest, { checks })).toBe(value)
  })

  test('is unknown, not undue, on a list that is empty for sure', () => {
    const record = { checks: [], complete: { checks: today } }
    expect(stateOf({ ...newest, operator: 'greaterThan', value: 1 }, record)).toBe('unknown')
  })
})

describe('inside an item', () => {
  const every = (that: Json) => ({ ...onRisks('every', { that }), operator: 'equal', value: true })
  test.each<[what: string, that: Json, state: string]>([
    ['a test on a missing field is false', given('ownerUs'), 'false'],
    ['even one that says it is not equal', { fact: 'ownerUs', operator: 'notEqual', value: 'Ann' }, 'false'],
    ['even with a negation in the operator', { fact: 'ownerUs', operator: 'not:given', value: true }, 'false'],
    ['not of it is true', { not: given('ownerUs') }, 'true'],
    ['a test on a field that is not derived from anything is false', equal('responseOverdue', true), 'false'],
    [
      'a comparison with another missing field is false',
      { fact: 'scope', operator: 'notEqual', value: { fact: 'ownerUs' } },
      'false',
    ],
    [
      'what lies outside and is not known is unknown',
      { fact: 'raisedAt', operator: 'greaterThan', value: { fact: 'rmp.versionAt' } },
      'unknown',
    ],
    [
      'not of it is unknown too',
      { not: { fact: 'raisedAt', operator: 'greaterThan', value: { fact: 'rmp.versionAt' } } },
      'unknown',
    ],
    [
      'a missing field beside it is false all the same',
      { fact: 'reviewedAt', operator: 'greaterThan', value: { fact: 'rmp.versionAt' } },
      'false',
    ],
    ['unknown and false is false', { all: [given('rmp.owner'), given('ownerUs')] }, 'false'],
    ['unknown and true is unknown', { all: [given('rmp.owner'), given('scope')] }, 'unknown'],
    ['unknown or true is true', { any: [given('rmp.owner'), given('scope')] }, 'true'],
    ['unknown or false is unknown', { any: [given('ownerUs'), given('rmp.owner')] }, 'unknown'],
    ['empty text was not given', given('title'), 'false'],
    ['and is equal to nothing, not even to empty text', equal('title', ''), 'false'],
    ['null was not given', equal('response', null), 'false'],
  ])('%s', (_what, that, state) => {
    const risk = { scope: 'joint', raisedAt: daysAgo(9), title: '', response: null }
    expect(stateOf(every(that), open([risk]))).toBe(state)
  })

  test('a failing test breaks the whole question, and only that', () => {
    const broken = { fact: 'org.headcount', operator: 'swap:in', value: 'seven' }
    const record = { ...open([joint]), org: { headcount: 7 } }
    for (const fact of ['every', 'share'])
      expect(stateOf({ ...onRisks(fact, { that: broken }), operator: 'equal', value: 1 }, record)).toBe('error')
    expect(stateOf({ ...onRisks('count', { where: broken }), operator: 'equal', value: 1 }, record)).toBe('error')
    expect(stateOf({ any: [given('org.headcount'), every(broken)] }, record)).toBe('true')
  })

  test('a list of the item can be counted', () => {
    const terms = { fact: 'count', params: { of: 'supportClauses' }, operator: 'greaterThanInclusive', value: 2 }
    const share = { fact: 'share', params: { of: 'agreements', that: terms } }
    const agreements = [
      { supportClauses: ['exit', 'gain-share'] },
      { supportClauses: ['exit'] },
      { supportClauses: [] },
      {},
    ]
    expect(valueOf(share, { agreements })).toBe(0.25)
  })
})

/** What each word does to a filter on the category, and to a question about the severity. */
const doubtful = (fact: string, yes: string, maybe: string): Json => ({
  any: [equal(fact, yes), { all: [equal(fact, maybe), given('rmp.owner')] }],
})

describe('where the filter or the question is open for some items', () => {
  const params = { where: doubtful('category', 'cash', 'law'), that: doubtful('severity', 'high', 'medium') }
  const item = fc.record({
    category: fc.constantFrom('cash', 'law', 'data'),
    severity: fc.constantFrom('high', 'medium', 'low'),
  })

  /** Every way in which the open items may turn out: which pass the filter, and which of these hold. */
  function readings(items: readonly { category: string; severity: string }[]): { pass: number; hold: number }[] {
    const turn = (word: string, yes: string, maybe: string) =>
      word === yes ? [true] : word === maybe ? [true, false] : [false]
    return items.reduce(
      (sums, { category, severity }) =>
        sums.flatMap(({ pass, hold }) =>
          turn(category, 'cash', 'law').flatMap((passes) =>
            turn(severity, 'high', 'medium').map((holds) => ({
              pass: pass + Number(passes),
              hold: hold + Number(passes && holds),
            })),
          ),
        ),
      [{ pass: 0, hold: 0 }],
    )
  }
  const property = (
    check: (items: { category: string; severity: string }[], ways: { pass: number; hold: number }[]) => void,
  ) =>
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => check(items, readings(items))),
      { numRuns: 150, verbose: 0 },
    )
  const numberOf = (value: unknown) => (typeof value === 'number' ? { least: value, most: value } : value)
  const round = (value: number) => Math.round(value * 1e4) / 1e4

  test('a count lies between the fewest and the most of all readings', () => {
    property((risks, ways) => {
      const counts = ways.map(({ pass }) => pass)
      const { where } = params
      expect(numberOf(valueOf(onRisks('count', { where }), whole(risks)))).toEqual({
        least: Math.min(...counts),
        most: Math.max(...counts),
      })
    })
  })

  test('a share lies between the least and the most of all readings, and is open where some have nothing to judge', () => {
    property((risks, ways) => {
      const shares = ways.map(({ pass, hold }) => (pass === 0 ? undefined : round(hold / pass)))
      const known = shares.filter((share) => share !== undefined)
      const test = { ...onRisks('share', params), operator: 'greaterThanInclusive', value: 0 }
      const observed = observationOf(test, open(risks))
      const expected = known.length === ways.length ? { least: Math.min(...known), most: Math.max(...known) } : null
      expect(numberOf(observed.observed)).toEqual(expected)
      expect(observed.state === 'notDue').toBe(known.length === 0)
    })
  })

  test('"every" is decided only where all readings agree', () => {
    property((risks, ways) => {
      const words = new Set(ways.map(({ pass, hold }) => (pass === 0 ? 'not due' : String(hold === pass))))
      const expected = words.size === 1 ? [...words][0] : 'unknown'
      expect(stateOf({ ...onRisks('every', params), operator: 'equal', value: true }, open(risks))).toBe(expected)
    })
  })
})
