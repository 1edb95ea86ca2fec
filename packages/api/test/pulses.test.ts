import { describe, expect, test } from 'vitest'
import { partnership } from './partnership.ts'
import { linkTo } from './partner-examples.ts'
import { guildRuleSet, publish } from './rule-sets.ts'
import { said } from './said.ts'

// trust is for both sides from the third level on
const trusting = guildRuleSet('1.0.0', [
  { id: 'plan/1', conditions: { all: [{ fact: 'trust.lowSide', operator: 'greaterThan', value: 0 }] } },
  { id: 'plan/2' },
  { id: 'plan/3' },
])
const ours = { reliability: 4, openness: 5, fairness: 4, capability: 5 }
const theirs = { reliability: 4, openness: 2, fairness: 3, capability: 5, respondents: 2 }

const at = partnership({ powers: ['pulse'], fields: [] }, {})

const answer = (as: string, body: unknown) => at.ask('POST', '/pulse', { as, body })
const pulse = async (as: string) => (await at.ask('GET', '/pulse', { as })).body
const days = (count: number) => (at.world.clock.now = new Date(at.world.clock.now.getTime() + count * 86_400_000))

describe('a pulse is sealed until both sides are in', () => {
  test.each(['us', 'partner'] as const)('%s first', async (first) => {
    const [one, other] = first === 'us' ? [at.firm, at.partner] : [at.partner, at.firm]
    const [said, answered] = first === 'us' ? [ours, theirs] : [theirs, ours]
    const begun = await answer(one, said)
    expect(begun.status).toBe(200)
    expect(begun.body).toMatchObject({ waiting: { answered: [first] }, opened: null })
    expect((await at.record()).pulses).toBeUndefined()
    for (const as of [one, other])
      expect(await pulse(as)).toMatchObject({ waiting: { answered: [first] }, opened: null })
    const { body } = await answer(other, answered)
    expect(body).toMatchObject({ waiting: null, opened: { at: { us: '2026-11-24', partner: '2026-11-24' } } })
    for (const as of [one, other]) expect((await pulse(as)).opened).toEqual(body.opened)
    expect((await at.record()).pulses).toEqual([
      { side: 'us', at: '2026-11-24', respondents: 1, ...ours },
      { side: 'partner', at: '2026-11-24', ...theirs },
    ])
  })

  test('nobody else gets at the answers of one side: not by record, export, audit, links or score', async () => {
    await answer(at.partner, { reliability: 1, openness: 1, fairness: 1, capability: 1, respondents: 4711 })
    const as = at.firm
    const read = [
      at.path,
      `/v1/firms/${at.world.own.firm}/export`,
      '/v1/audit',
      `${at.path}/links`,
      `${at.path}/pulse`,
      `${at.path}/remarks`,
    ]
    for (const address of read) {
      const { status, body } = await at.world.ask('GET', address, { as })
      expect(status).toBe(200)
      expect(said(body)).not.toContain('4711')
    }
  })

  test('a side answers once a round, and not by another link either', async () => {
    await answer(at.partner, theirs)
    const again = await answer(await linkTo(at.world, at.world.own), theirs)
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
    await answer(at.firm, ours)
    expect((await answer(at.partner, theirs)).body.waiting).toMatchObject({ answered: ['partner'] })
  })

  test('two sides that begin at once share one round', async () => {
    const both = await Promise.all([answer(at.partner, theirs), answer(at.firm, ours)])
    expect(both.map(({ status }) => status)).toContain(200)
    for (const [index, side] of [at.partner, at.firm].entries())
      if (both[index]!.status === 412) await answer(side, index === 0 ? theirs : ours)
    expect((await pulse(at.partner)).opened).not.toBeNull()
  })

  test('after 30 days a round is over, and what was said in it is gone', async () => {
    await answer(at.partner, theirs)
    days(30)
    expect(await pulse(at.firm)).toMatchObject({ waiting: null, opened: null })
    expect((await answer(at.firm, ours)).body).toMatchObject({ waiting: { answered: ['us'] } })
    expect((await at.record()).pulses).toBeUndefined()
  })

  test.each([
    ['nothing', {}],
    ['a half', { ...ours, openness: 2.5 }],
    ['six', { ...ours, openness: 6 }],
    ['text', { ...ours, openness: '4' }],
    ['another side', { ...ours, side: 'partner' }],
  ])('%s is no answer', async (_what, body) => {
    expect((await answer(at.partner, body)).status).toBe(422)
  })
})

describe('what came out', () => {
  test('tells both where they see things differently, and from whom it cannot be hidden', async () => {
    await answer(at.partner, theirs)
    const { opened } = (await answer(at.firm, ours)).body
    expect(opened.gaps.map(({ item, flag, kind }: Record<string, string>) => [item, flag, kind])).toEqual([
      ['reliability', null, null],
      ['openness', 'priority', 'blind-spot'],
      ['fairness', 'talk', 'blind-spot'],
      ['capability', null, null],
      ['mean', 'talk', 'blind-spot'],
    ])
    expect(opened.notAnonymous).toEqual(['us', 'partner'])
  })

  test('asks for a joint action for each flagged gap, and for no other', async () => {
    await answer(at.partner, theirs)
    await answer(at.firm, ours)
    const plan = (item: string) =>
      at.ask('POST', '/gap-actions', {
        body: { item, owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' },
      })
    const check = { at: '2026-11-24', sidesResponded: 2, gapsFlagged: 2 }
    expect((await at.record()).checks).toEqual([{ ...check, gapsWithAction: 0 }])
    expect((await plan('capability')).status).toBe(422)
    expect((await plan('openness')).status).toBe(201)
    const action = { owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' }
    const { opened } = await pulse(at.partner)
    expect(opened.gaps[1]).toMatchObject({ item: 'openness', action })
    const source = 'Perception gap 2026-11-24: openness'
    expect((await at.record()).actions).toEqual([
      { side: 'us', owner: 'Ada Harbour', due: '2027-05-24', source },
      { side: 'partner', owner: 'Ben Rowe', due: '2027-05-24', source },
    ])
    expect((await at.record()).checks).toEqual([{ ...check, gapsWithAction: 1, discussedAt: '2026-11-24' }])
  })

  test('a firm of one is told that it cannot be anonymous', async () => {
    expect((await pulse(at.firm)).firmOfOne).toBe(false)
    await at.change({ org: { headcount: 1 } })
    expect((await pulse(at.firm)).firmOfOne).toBe(true)
    expect((await pulse(at.partner)).firmOfOne).toBe(false)
  })

  test('the partner’s own answers are witnessed; those that a firm writes are not', async () => {
    await publish(at.world, trusting)
    const answers = { 'plan/2': { value: 'yes' }, 'plan/3': { value: 'yes' } }
    const standing = async () => {
      const { body } = await at.ask('GET', '/assessment?ruleSet=guild')
      return [body.clauses[0].level, body.confirmation]
    }
    const forged = ['us', 'partner'].map((side) => ({ side, at: '2026-11-23', ...theirs }))
    await at.change({ answers, pulses: forged })
    expect(await standing()).toEqual([2, 'none'])
    await answer(at.firm, ours)
    await answer(at.partner, theirs)
    expect(await standing()).toEqual([3, 'witnessed'])
    // what the firm makes of it afterwards is no word of the partner's
    const pulses = (await at.record()).pulses!.map((pulse) => Object.assign(pulse, { openness: 5 }))
    await at.change({ pulses })
    // its word on the health check still stands, and lifts nothing else
    expect(await standing()).toEqual([2, 'witnessed'])
  })
})
