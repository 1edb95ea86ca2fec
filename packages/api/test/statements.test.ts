import { describe, expect, test } from 'vitest'
import { partnership } from './partnership.ts'
import { linkTo } from './partner-examples.ts'
import { said } from './said.ts'

const at = partnership({ powers: ['statements'], fields: [] })

const ours = { 'plan.c/1': 'yes', 'plan.c/2': 'yes', 'risk.c/1': 'no' }
const theirs = { 'plan.c/1': 'no', 'plan.c/2': 'no', 'risk.c/1': 'no', 'risk.c/2': 'notSure' }
const answer = (as: string, body: object) => at.ask('POST', '/statements', { as, body })
const opening = (answers: object, more: object = {}) => ({ ruleSet: 'craft', answers, ...more })
const standing = async (as: string) => (await at.ask('GET', '/statements?ruleSet=craft', { as })).body

describe('statements are sealed until both sides are in', () => {
  test.each(['us', 'partner'] as const)('%s first', async (first) => {
    const [one, other] = first === 'us' ? [at.firm, at.partner] : [at.partner, at.firm]
    const [said, answered] = first === 'us' ? [ours, theirs] : [theirs, ours]
    const begun = await answer(one, opening(said))
    expect(begun.status).toBe(200)
    for (const as of [one, other])
      expect(await standing(as)).toMatchObject({ waiting: { answered: [first] }, opened: null })
    const { body } = await answer(other, { answers: answered })
    expect(body.waiting).toBeNull()
    for (const as of [one, other]) expect((await standing(as)).opened).toEqual(body.opened)
    expect(body.opened.gaps).toMatchObject([
      { principle: 'plan', us: 5, partner: 1, gap: 4, flag: 'priority', kind: 'blind-spot', action: null },
      { principle: 'risk', us: 1, partner: 1, gap: 0, flag: null, kind: null },
    ])
    expect(body.opened.notAnonymous).toEqual(['us', 'partner'])
  })

  test('nobody else gets at the answers of one side: not by record, export, audit or links', async () => {
    await answer(at.partner, opening({ 'plan.c/1': 'no' }, { respondents: 4711 }))
    const read = [
      at.path,
      `/v1/firms/${at.world.own.firm}/export`,
      '/v1/audit',
      `${at.path}/links`,
      `${at.path}/statements`,
    ]
    for (const address of read) {
      const { body } = await at.world.ask(
        'GET',
        `${address}${address === `${at.path}/statements` ? '?ruleSet=craft' : ''}`,
        {
          as: at.firm,
        },
      )
      expect(said(body)).not.toContain('4711')
    }
    expect((await at.record()).answers).toBeUndefined()
  })

  test('the firm may give what its record says already', async () => {
    await at.change({ answers: { 'plan.c/1': { value: 'yes' } } })
    expect((await answer(at.firm, { ruleSet: 'craft' })).status).toBe(200)
    const { opened } = (await answer(at.partner, { answers: theirs })).body
    expect(opened.gaps[0].statements).toEqual([
      { indicator: 'plan.c/1', statement: 'We do it (plan, 1).', us: 'yes', partner: 'no' },
    ])
    // and afterwards its record is its own: what came out stays
    await at.change({ answers: { 'plan.c/1': { value: 'no' } } })
    expect((await standing(at.partner)).opened).toEqual(opened)
  })

  test('the firm chooses what is asked, once a round', async () => {
    const { body } = await answer(at.firm, opening({ 'risk.c/1': 'yes' }, { statements: ['risk.c/1'] }))
    expect(body.asked).toEqual([
      { indicator: 'risk.c/1', principle: 'risk', title: 'Risk', statement: 'We do it (risk, 1).' },
    ])
    const other = await answer(at.partner, { answers: { 'plan.c/1': 'yes' } })
    expect([other.status, other.body.errors[0].message]).toEqual([422, '"plan.c/1" is not asked; asked are: risk.c/1'])
    expect((await answer(at.partner, { answers: { 'risk.c/1': 'no' } })).body.opened.gaps).toHaveLength(1)
  })

  test('after 30 days a round is over, and what was said in it is gone', async () => {
    await answer(at.partner, opening(theirs))
    at.world.clock.now = new Date(at.world.clock.now.getTime() + 30 * 86_400_000)
    expect(await standing(at.firm)).toMatchObject({ waiting: null, opened: null })
    expect((await answer(at.firm, opening(ours))).body).toMatchObject({ waiting: { answered: ['us'] } })
  })

  test('a side answers once a round, and a link for something else does not answer', async () => {
    await answer(at.partner, opening(theirs))
    const again = await answer(await linkTo(at.world, at.world.own), { answers: theirs })
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
    const narrow = await linkTo(at.world, at.world.own, { powers: ['pulse'], fields: [] })
    expect((await answer(narrow, { answers: theirs })).status).toBe(403)
  })
})

test.each([
  ['nothing', {}, '/answers'],
  ['only "not sure"', { answers: { 'plan.c/1': 'notSure' } }, '/answers'],
  ['a word that is no answer', { answers: { 'plan.c/1': 'perhaps' } }, '/answers/plan.c~11'],
  ['a statement that is none', { answers: { 'plan.c/9': 'yes' } }, '/answers/plan.c~19'],
  ['a name of every object', { answers: { constructor: 'yes' } }, '/answers/constructor'],
  ['a choice of its own', { answers: { 'plan.c/1': 'yes' }, statements: ['plan.c/1'] }, '/statements'],
])('%s is refused from a partner, and the place is named', async (_what, body, pointer) => {
  const { status, body: problem } = await answer(at.partner, { ruleSet: 'craft', ...body })
  expect([status, problem.errors[0].pointer]).toEqual([422, pointer])
})

test('a flagged gap asks for a joint action, and one that is none does not', async () => {
  await answer(at.partner, opening(theirs))
  await answer(at.firm, { answers: ours })
  const action = { owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' }
  const plan = (principle: string) => at.ask('POST', '/statements/actions', { body: { principle, ...action } })
  expect((await plan('risk')).body.errors[0].message).toBe('the two sides see this alike')
  expect((await plan('nowhere')).status).toBe(422)
  expect((await plan('plan')).status).toBe(201)
  expect((await standing(at.partner)).opened.gaps[0].action).toEqual(action)
  const source = 'Perception gap 2026-11-24: plan'
  expect((await at.record()).actions).toEqual([
    { side: 'us', owner: 'Ada Harbour', due: '2027-05-24', source },
    { side: 'partner', owner: 'Ben Rowe', due: '2027-05-24', source },
  ])
})

test('a firm of one is told that it cannot be anonymous, and nobody else is', async () => {
  await at.change({ org: { headcount: 1 } })
  expect([(await standing(at.firm)).firmOfOne, (await standing(at.partner)).firmOfOne]).toEqual([true, false])
})
