import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edits, indicator0, often, owner } from '../../test/edits.ts'
import { association, associationPlaces, put, smallWith, type Json } from '../../test/versions.ts'
import { bumps } from './change.ts'
import { diffRuleSets } from './diff-rule-sets.ts'
import { placeOfChange } from './place-of-change.ts'
import { isBigEnough, rank, versionStep } from './version-step.ts'

const small = smallWith()

describe('what has changed, and how big it is', () => {
  test.each(edits)('$what: $bump', ({ edit, bump, kind, words }) => {
    const { changes, bump: found } = diffRuleSets(small, smallWith(edit))
    expect(found).toBe(bump)
    expect(changes).toContainEqual(expect.objectContaining({ bump, kind, words: expect.stringContaining(words) }))
  })

  test('a threshold is told with its values', () => {
    const [before, after] = [90, 60].map((days) =>
      smallWith(put(`${indicator0}/conditions`, { all: [owner, often(days)] })),
    )
    expect(diffRuleSets(before!, after!).changes).toEqual([
      {
        kind: 'threshold',
        of: 'indicator',
        id: 'work.c0/1',
        field: 'conditions',
        from: 90,
        to: 60,
        bump: 'minor',
        path: `${indicator0}/conditions/all/1`,
        words:
          'When the plan was last read through: at most 90 days ago → When the plan was last read through: at most 60 days ago',
      },
    ])
  })

  test('a named condition is told once, with all that refer to it', () => {
    const uses = (document: Json) => {
      for (const index of [0, 2, 4]) put(`/practice/indicators/${index}/conditions`, { condition: 'planned' })(document)
    }
    const { changes } = diffRuleSets(smallWith(uses), smallWith(uses, put('/conditions/planned', often(30))))
    expect(changes).toEqual([
      expect.objectContaining({ of: 'condition', id: 'planned', usedBy: ['work.c0/1', 'work.c1/1', 'work.c2/1'] }),
    ])
  })

  test.each([
    ['reads other facts under another statement', { statement: 'Prices are fair.', conditions: often(30) }, 'major'],
    ['reads other facts under the same statement', { conditions: often(30) }, 'minor'],
    ['reads the same facts under another statement', { statement: 'Somebody keeps the plan.' }, 'patch'],
  ])('an indicator that %s', (_what, change, bump) => {
    const edit = (document: Json) => {
      for (const [key, value] of Object.entries(change)) put(`${indicator0}/${key}`, value)(document)
    }
    expect(diffRuleSets(small, smallWith(edit)).bump).toBe(bump)
  })

  test.each([
    ['Somebody pays the bills on time.', 'major'],
    ['Each agreement here is written down.', 'patch'],
  ])('an indicator that is only answered, and now says "%s"', (statement, bump) => {
    const answered = put(`${indicator0}/conditions`, undefined)
    const says = (text: string) => put(`${indicator0}/statement`, text)
    const before = smallWith(answered, says('Every agreement is written down.'))
    expect(diffRuleSets(before, smallWith(answered, says(statement))).bump).toBe(bump)
  })

  test('clauses in another order are told once', () => {
    const edit = (document: Json) => {
      const [principle] = (document['reference'] as { principles: { clauses: unknown[] }[] }).principles
      principle!.clauses.reverse()
    }
    expect(diffRuleSets(small, smallWith(edit)).changes).toEqual([
      expect.objectContaining({
        kind: 'reordered',
        of: 'clause',
        bump: 'minor',
        path: '/reference/principles/0/clauses',
      }),
    ])
  })
})

describe('the version', () => {
  test.each([
    ['1.0.0', '1.0.0', 'none'],
    ['1.0.0', '1.0.1', 'patch'],
    ['1.0.9', '1.1.0', 'minor'],
    ['1.9.9', '2.0.0', 'major'],
    ['1.1.0', '1.0.9', 'back'],
    ['0.1.0', '0.2.0', 'major'],
    ['0.1.0', '0.1.1', 'minor'],
    ['0.9.0', '1.0.0', 'major'],
    ['1.0.0-beta', '1.0.0', 'major'],
    ['1.0.0', '1.0.0-beta', 'back'],
    ['1.0.0', '1.1.0-beta', 'minor'],
  ])('from %s to %s is a step: %s', (before, after, step) => {
    expect(versionStep(before, after)).toBe(step)
  })

  test('is big enough where it says at least as much as has changed', () => {
    for (const bump of bumps) for (const step of bumps) expect(isBigEnough(bump, step)).toBe(rank(step) >= rank(bump))
    expect(bumps.some((bump) => isBigEnough(bump, 'back'))).toBe(false)
  })

  test('that is too small is told', () => {
    const reworded = put('/title', 'Other')
    const says = (version: string, ...more: ((document: Json) => void)[]) =>
      diffRuleSets(small, smallWith(put('/version', version), ...more)).isBigEnough
    expect([says('1.0.0'), says('1.0.0', reworded), says('1.0.1', reworded)]).toEqual([true, false, true])
    expect([says('1.0.1', edits[8]!.edit), says('1.1.0', edits[8]!.edit), says('0.9.0')]).toEqual([false, true, false])
  })
})

describe('laws', () => {
  test.each([small, association.before.ruleSet!, association.after.ruleSet!])(
    'nothing differs from itself',
    (ruleSet) => {
      expect(diffRuleSets(ruleSet, ruleSet)).toMatchObject({
        changes: [],
        bump: 'none',
        step: 'none',
        isBigEnough: true,
      })
    },
  )

  const some = fc.subarray(
    edits.filter(({ what }) => !/gone|another method/.test(what)).map(({ edit, bump }) => ({ edit, bump })),
  )

  test('more changes never ask for a smaller step, and each is at least as big among others as alone', () => {
    fc.assert(
      fc.property(some, some, (few, others) => {
        const bumpOf = (list: typeof few) => rank(diffRuleSets(small, smallWith(...list.map(({ edit }) => edit))).bump)
        const all = [...few, ...others.filter((one) => !few.includes(one))]
        // the last of two edits of one place wins, so each keeps its place in the list
        const ordered = edits.flatMap(({ edit }) => all.filter((one) => one.edit === edit))
        fc.pre(new Set(ordered.map(({ edit }) => JSON.stringify(touched(edit)))).size === ordered.length)
        expect(bumpOf(ordered)).toBeGreaterThanOrEqual(bumpOf(few))
        for (const { bump } of ordered) expect(bumpOf(ordered)).toBeGreaterThanOrEqual(rank(bump as 'patch'))
      }),
      { numRuns: 50 },
    )
  })

  test('what differs at all is told, in either direction', () => {
    for (const { edit } of edits) {
      const other = smallWith(edit)
      expect(diffRuleSets(small, other).changes.length).toBeGreaterThan(0)
      expect(diffRuleSets(other, small).changes.length).toBeGreaterThan(0)
    }
  })
})

/** The place that an edit changes. */
function touched(edit: (document: Json) => void): string {
  const seen: string[] = []
  const watch = (path: string): object =>
    new Proxy([], {
      get: (_list, key) => (typeof key === 'string' ? watch(`${path}/${key}`) : undefined),
      set: (_list, key) => seen.push(`${path}/${String(key)}`) > 0,
      deleteProperty: (_list, key) => seen.push(`${path}/${String(key)}`) > 0,
    })
  edit(watch('') as Json)
  return seen[0] ?? ''
}

describe('two versions of the rule set of an association', () => {
  const { changes, bump, step } = diffRuleSets(association.before.ruleSet!, association.after.ruleSet!)
  const told = changes.map((change) => {
    const place = placeOfChange(association, change)
    const file = place?.file.startsWith(associationPlaces.before) === true ? 'before' : 'after'
    return [change.bump, change.kind, change.id, place === undefined ? '' : `${file} ${place.path}`]
  })

  test('differ in what their authors changed, each with its place', () => {
    expect({ bump, step }).toEqual({ bump: 'major', step: 'major' })
    expect(told).toEqual(
      expect.arrayContaining([
        ['major', 'removed', 'p01.segment/3', 'after /overrides/1'],
        ['major', 'removed', 'assoc.mentor/2', 'before /practice/indicators/0'],
        ['major', 'removed', 'assoc.site-diary/2', 'before /practice/indicators/1'],
        ['minor', 'reweighted', 'p07', 'after /overrides/0/set/weight'],
        ['minor', 'added', 'assoc.apprentices/2', 'after /practice/indicators/0'],
        ['minor', 'threshold', 'assoc.prompt-pay/3', 'after /practice/indicators/1/conditions/all/0'],
      ]),
    )
  })

  test('tell what else has changed in an indicator with a new name', () => {
    expect(changes).toContainEqual(
      expect.objectContaining({ id: 'assoc.apprentices/2', field: 'statement', kind: 'reworded', bump: 'patch' }),
    )
  })

  test('name the line', () => {
    const change = changes.find(({ kind }) => kind === 'reweighted')!
    expect(placeOfChange(association, change)).toMatchObject({
      file: join(associationPlaces.after, 'rule-set.json'),
      line: 14,
    })
  })

  test('say what took the place of what is gone', () => {
    const words = changes.filter(({ of, kind }) => of === 'indicator' && (kind === 'removed' || kind === 'added'))
    expect(words.map((change) => change.words)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('(renamed: now assoc.apprentices/2)'),
        expect.stringContaining('(renamed: formerly assoc.mentor/2)'),
      ]),
    )
  })
})
