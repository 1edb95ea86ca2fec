import { describe, expect, test } from 'vitest'
import { createFaults, didYouMean, DocumentError, nearest, pointer, pointerOf, shown, spotOf } from './fault.ts'

describe('a remedy for a misspelt word', () => {
  const words = ['greaterThan', 'greaterThanInclusive', 'lessThan', 'withinDays', 'in']
  test.each([
    ['greterThan', 'greaterThan'],
    ['GREATERTHAN', 'greaterThan'],
    ['greaterthaninclusiv', 'greaterThanInclusive'],
    ['withinDay', 'withinDays'],
    ['im', 'in'],
    ['banana', undefined],
    ['', undefined],
    ['x'.repeat(101), undefined],
  ])('for "%s" is %s', (word, near) => {
    expect(nearest(word, words)).toBe(near)
    expect(didYouMean(word, words)).toBe(near === undefined ? '' : `; did you mean "${near}"?`)
  })

  test('is the nearest of several', () => {
    expect(nearest('ownerUz', ['owner', 'ownerUs', 'ownerPartner'])).toBe('ownerUs')
  })
})

describe('a pointer', () => {
  test.each([
    { steps: [], written: '' },
    { steps: ['risks', 0, 'title'], written: '/risks/0/title' },
    { steps: ['answers', 'p01.plan/2'], written: '/answers/p01.plan~12' },
    { steps: ['a~b', 'c/d', '~1'], written: '/a~0b/c~1d/~01' },
    { steps: [''], written: '/' },
  ])('to $steps is "$written", by steps and by place', ({ steps, written }) => {
    const place = steps.reduce<Parameters<typeof pointer>[0]>((parent, key) => ({ parent, key }), undefined)
    expect(pointerOf(...steps)).toBe(written)
    expect(pointer(place)).toBe(written)
  })
})

describe('faults', () => {
  test('are collected as errors, and past 500 no more', () => {
    const faults = createFaults()
    for (let index = 0; index < 600; index++) faults.add({ code: 'missing', path: `/${index}`, message: 'gone' })
    expect(faults.list).toHaveLength(500)
    expect(faults.list[0]).toEqual({ code: 'missing', path: '/0', message: 'gone', severity: 'error' })
  })

  test('are thrown together: the message names every one of them', () => {
    const faults = createFaults()
    faults.add({ code: 'missing', path: '', message: 'the root is empty' })
    faults.add({ code: 'bad-date', path: '/due', value: 'soon', message: '"soon" is not a calendar day' })
    const error = new DocumentError('relationship', faults.list)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('DocumentError')
    expect(error.message).toBe('relationship: /: the root is empty; /due: "soon" is not a calendar day')
  })

  test.each([
    ['Ann', '"Ann"'],
    [undefined, 'nothing'],
    [null, 'null'],
    [{ a: 1 }, '{"a":1}'],
    ['x'.repeat(100), `"${'x'.repeat(56)}…`],
  ])('show %j as %s', (value, text) => {
    expect(shown(value)).toBe(text)
  })
})

describe('a spot in a document', () => {
  test('tells faults where it is, however deep it was reached', () => {
    const faults = createFaults()
    const scale = spotOf(faults).at('scale')
    scale.at('levels', 2).at('level').say('out-of-range', 7, 'too high')
    scale.say('missing', undefined, 'no top')
    spotOf(faults).say('wrong-type', 1, 'no object')
    expect(faults.list.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['/scale/levels/2/level', 'out-of-range', 7],
      ['/scale', 'missing', undefined],
      ['', 'wrong-type', 1],
    ])
  })
})
