import type { Relationship } from '@joinery/core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { change, relationshipOf } from './records.ts'
import { guildIndicators, guildRuleSet, publish } from './rule-sets.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  await world?.close()
  world = await createWorld()
  await publish(world, guildRuleSet('1.0.0'))
})
afterAll(() => world.close())

const get = (path: string, as = world.own.key) => world.ask('GET', path, { as })
const record: Relationship = { rmp: { versionAt: '2026-08-20' }, answers: { 'trust/1': { value: 'yes' } } }

async function keep(relationship: string, wish = {}): Promise<string> {
  world.clock.now = new Date(world.clock.now.getTime() + 1_000)
  const body = { ruleSet: 'guild', ...wish }
  const kept = await world.ask('POST', `/v1/relationships/${relationship}/results`, { as: world.own.key, body })
  expect(kept.status).toBe(201)
  return kept.body.id as string
}

async function answer(relationship: string, ...met: string[]): Promise<void> {
  await change(world, relationship, { answers: Object.fromEntries(met.map((id) => [id, { value: 'yes' }])) })
}

const aMonthLater = () => {
  world.clock.now = new Date('2026-12-24T10:00:00.000Z')
}
const oneMore = () => publish(world, guildRuleSet('1.1.0', [...guildIndicators, { id: 'trust/2b' }]))

describe('two results are compared', () => {
  const ways = [
    { why: 'nothing changed', do: async () => undefined, split: [0, 0, 0, 0], moved: [] },
    {
      why: 'a month went by, and the plan grew old',
      do: async () => aMonthLater(),
      split: [-0.5, -0.5, 0, 0],
      moved: ['time plan/1'],
    },
    {
      why: 'the association asks for more',
      do: async (relationship: string) => {
        await answer(relationship, 'trust/2')
        await keep(relationship)
        await oneMore()
      },
      split: [-0.25, 0, -0.25, 0],
      moved: ['rules trust/2b'],
    },
    {
      why: 'the firm answered one more',
      do: async (relationship: string) => answer(relationship, 'trust/2'),
      split: [0.5, 0, 0, 0.5],
      moved: ['you trust/2'],
    },
    {
      why: 'all of it at once',
      do: async (relationship: string) => {
        await answer(relationship, 'trust/2')
        aMonthLater()
        await oneMore()
      },
      split: [-0.25, -0.5, 0, 0.25],
      moved: ['time plan/1', 'rules trust/2b', 'you trust/2'],
    },
  ]

  test.each(ways)('$why', async ({ do: happen, split, moved }) => {
    const relationship = await relationshipOf(world, record)
    await keep(relationship)
    await happen(relationship)
    const later = await keep(relationship)
    const { status, body } = await get(`/v1/results/${later}/comparison`)
    expect(status).toBe(200)
    const { change, time, rules, you } = body.headline.score
    expect([change, time, rules, you]).toEqual(split)
    expect(body.moved.map(({ cause, indicator }: Record<string, string>) => `${cause} ${indicator}`)).toEqual(moved)
  })

  test('with the one before, or with any other of the same relationship', async () => {
    const relationship = await relationshipOf(world, record)
    const first = await keep(relationship)
    await answer(relationship, 'trust/2')
    await keep(relationship, { scope: 'quick' })
    const third = await keep(relationship)
    const [alone, named] = [
      await get(`/v1/results/${third}/comparison`),
      await get(`/v1/results/${third}/comparison?with=${first}`),
    ]
    expect(alone.body).toEqual(named.body)
    const back = await get(`/v1/results/${first}/comparison?with=${third}`)
    expect(back.body.headline.score.change).toBe(-named.body.headline.score.change)
    expect((await get(`/v1/results/${first}/comparison`)).status).toBe(404)
  })

  test('and one with today', async () => {
    const relationship = await relationshipOf(world, record)
    const since = await keep(relationship)
    await answer(relationship, 'trust/2')
    const { body } = await get(`/v1/relationships/${relationship}/changes?since=${since}`)
    expect(body.headline).toMatchObject({ score: { change: 0.5, you: 0.5 }, to: { score: 1.5 } })
  })

  test('but not with what cannot be compared', async () => {
    const [relationship, other] = [await relationshipOf(world, record), await relationshipOf(world, record)]
    const [mine, quick, stranger] = [
      await keep(relationship),
      await keep(relationship, { scope: 'quick' }),
      await keep(other),
    ]
    const refusals = [
      [`/v1/results/${mine}/comparison?with=${quick}`, '/with', 'one has the scope "quick", the other "full"'],
      [`/v1/results/${mine}/comparison?with=${stranger}`, '/with', 'is of another relationship'],
      [`/v1/relationships/${relationship}/changes?since=${stranger}`, '/since', 'is no result of this relationship'],
    ] as const
    for (const [path, pointer, message] of refusals) {
      const { status, body } = await get(path)
      expect(status).toBe(422)
      expect(body.errors).toEqual([expect.objectContaining({ pointer, message: expect.stringContaining(message) })])
    }
    expect((await get(`/v1/results/${mine}/comparison?with=${world.own.firm}`)).status).toBe(404)
  })
})

test('a trend lines up the kept results, oldest first, and marks where the rules changed', async () => {
  const relationship = await relationshipOf(world, record)
  await keep(relationship, { asOf: '2026-09-01' })
  await answer(relationship, 'trust/2')
  await keep(relationship)
  await keep(relationship, { scope: 'quick' })
  await oneMore()
  await keep(relationship)
  const { body } = await get(`/v1/relationships/${relationship}/trend?ruleSet=guild`)
  expect(
    body.points.map((point: Record<string, unknown>) => [point['asOf'], point['version'], point['rulesChanged']]),
  ).toEqual([
    ['2026-09-01', '1.0.0', false],
    ['2026-11-24', '1.0.0', false],
    ['2026-11-24', '1.1.0', true],
  ])
  expect(body.headline.score).toEqual([1, 1.5, 1.25])
  expect(body.principles).toEqual([
    { id: 'plans', title: 'plan', score: [1, 1, 1], potential: [1, 1, 1] },
    { id: 'trusts', title: 'trust', score: [1, 2, 1.5], potential: [3, 3, 3] },
  ])
  expect(body.complete).toBe(true)
})

test('a timeline tells from result to result what you changed, what aged and what the rules changed', async () => {
  const relationship = await relationshipOf(world, record)
  const timeline = async () => (await get(`/v1/relationships/${relationship}/timeline?ruleSet=guild`)).body
  expect(await timeline()).toMatchObject({ points: [], principles: [], complete: true })
  const kept = [await keep(relationship)]
  expect(await timeline()).toMatchObject({ headline: { steps: [] } })
  await answer(relationship, 'trust/2')
  kept.push(await keep(relationship))
  aMonthLater()
  kept.push(await keep(relationship))
  await oneMore()
  kept.push(await keep(relationship))
  const { points, headline, principles } = await timeline()
  expect(points.map(({ result }: { result: string }) => result)).toEqual(kept)
  const causes = headline.steps.map((step: Record<string, number>) =>
    ['you', 'time', 'rules'].filter((cause) => step[cause] !== 0),
  )
  expect(causes).toEqual([['you'], ['time'], ['rules']])
  for (const row of [headline, ...principles]) {
    const change = row.figures.at(-1).score - row.figures[0].score
    expect(row.total.change).toBeCloseTo(change, 9)
  }
})

test('the report of a result shows how it went up to then, and stays as it is', async () => {
  const relationship = await relationshipOf(world, record)
  const report = async (id: string) => (await get(`/v1/results/${id}/report.html`)).body as string
  const first = await keep(relationship)
  expect(await report(first)).not.toContain('How it went')
  await answer(relationship, 'trust/2')
  const second = await keep(relationship)
  const page = await report(second)
  expect(page).toContain('How it went')
  expect(page).toContain('role="img" aria-label="The range of the score over time.')
  aMonthLater()
  await keep(relationship)
  expect(await report(second)).toBe(page)
})

test('the report shows both views of the pulse to the firm, and to nobody else', async () => {
  const ratings = { reliability: 4, fairness: 4, capability: 4 }
  const relationship = await relationshipOf(world, {
    pulses: [
      { side: 'us', at: '2026-11-01', openness: 5, ...ratings },
      { side: 'partner', at: '2026-11-01', openness: 2, ...ratings },
    ],
  })
  const result = await keep(relationship)
  const report = async (as?: string) => (await get(`/v1/results/${result}/report.md`, as)).body as string
  expect(await report()).toContain('blind spot: we rate higher')
  const { association } = world.credentials
  expect(await report(association)).toContain('Where you stand')
  expect(await report(association)).not.toContain('blind spot')
})
