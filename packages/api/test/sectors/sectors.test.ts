import { createAssessor, type Relationship, type Result } from '@joinery/core'
import { afterAll, describe, expect, test } from 'vitest'
import { openSectors, type SectorRooms } from '../../src/index.ts'
import { baseline } from '../rule-sets.ts'
import { createWorld, type World } from '../world.ts'
import { bake, type Baked } from './bakery.ts'

const iso = baseline()
const asOf = '2026-11-20'
const record: Relationship = { rmp: { owner: 'Ines' }, ext: { bakery: { loaves: 60, flour: 'Rye' } } }
const core = JSON.stringify(createAssessor(iso).assess(record, { asOf }))
const budget = { milliseconds: 600, loadMilliseconds: 10_000, megabytes: 64 }

const open: { rooms: SectorRooms; world: World }[] = []
afterAll(async () => {
  for (const { rooms, world } of open) {
    await rooms.end()
    await world.close()
  }
})

async function serviceWith(plugins: readonly string[], milliseconds = 9_000): Promise<World> {
  const rooms = await openSectors(plugins, { budget: { ...budget, milliseconds } })
  const world = await createWorld({ ruleSets: [iso], sectors: rooms })
  open.push({ rooms, world })
  return world
}

async function assess(world: World, given: Relationship = record) {
  const body = { record: given, ruleSet: 'iso-44003', asOf }
  const answer = await world.ask('POST', '/v1/assessments', { as: world.own.key, body })
  expect(answer.status).toBe(200)
  const { sectors, ...rest } = answer.body as Result
  return { sectors, core: JSON.stringify(rest) }
}

const outcomesOf = (sectors: Result['sectors']) =>
  Object.fromEntries(sectors!.flatMap(({ rules }) => rules.map(({ indicator, outcome }) => [indicator, outcome])))

describe('a sound plugin', () => {
  test('adds its part beside the core result, for records of its sector only', async () => {
    const world = await serviceWith([bake()])
    const answer = await assess(world)
    expect(answer.core).toBe(core)
    expect(outcomesOf(answer.sectors)).toEqual({ 'bakery.enough/1': 'met', 'bakery.flour/1': 'met' })
    expect(answer.sectors![0]!.faults).toEqual([])
    expect((await assess(world, { rmp: { owner: 'Ines' } })).sectors).toBeUndefined()
  })

  test('is part of a relationship as it is now, and of a result that is kept', async () => {
    const world = await serviceWith([bake()])
    const as = world.own.key
    const made = await world.ask('POST', `/v1/firms/${world.own.firm}/relationships`, { as, body: { record } })
    const now = await world.ask('GET', `/v1/relationships/${made.body.id}/assessment?ruleSet=iso-44003&asOf=${asOf}`, {
      as,
    })
    expect(outcomesOf(now.body.sectors)).toMatchObject({ 'bakery.enough/1': 'met' })
    const kept = await world.ask('POST', `/v1/relationships/${made.body.id}/results`, {
      as,
      body: { ruleSet: 'iso-44003', asOf },
    })
    expect(kept.status).toBe(201)
    const again = await world.ask('GET', `/v1/results/${kept.body.id}`, { as })
    expect(again.body.result.sectors).toEqual(now.body.sectors)
    const report = await world.ask('GET', `/v1/results/${kept.body.id}/report.html`, { as })
    expect(report.status).toBe(200)
    expect(JSON.stringify(report.body)).toContain('There is enough bread.')
  })
})

interface Hostile extends Baked {
  readonly what: string
  /** What is told of it. */
  readonly words: RegExp
  /** Time that it is given, where it shall not be time that runs out. */
  readonly ms?: number
  /** Its harm shows from the second request on. */
  readonly later?: true
}

const port = "import { parentPort } from 'node:worker_threads'"
const forged = `JSON.stringify = () => '[{"plugin":"iso","headline":{"score":4}}]'; return true`
const flood = "return Array.from({ length: 1e5 }, () => ({ is: 'text', text: 'x'.repeat(2000) }))"

const hostile: readonly Hostile[] = [
  { what: 'never returns', derive: 'for (;;) {}', words: /longer than 0.6 s/ },
  {
    what: 'fills the heap',
    derive: 'const all = []; for (;;) all.push(Array(1000).fill({}))',
    words: /memory|longer than/,
    ms: 3_000,
  },
  {
    what: 'fills memory outside of the heap',
    derive: 'const all = []; for (;;) all.push(new Uint8Array(1 << 24).fill(1))',
    words: /memory/,
    ms: 9_000,
  },
  { what: 'ends the process', derive: 'process.exit(0)', words: /left without an answer/, ms: 9_000 },
  { what: 'throws', derive: "throw new Error('no oven')", words: /no oven/, ms: 9_000 },
  { what: 'gives text for yes', derive: "return 'yes'", words: /not a yes or no/, ms: 9_000 },
  { what: 'changes the record', derive: 'record.ext.bakery.loaves = 0; return true', words: /failed/, ms: 9_000 },
  {
    what: 'leaves a promise that fails',
    derive: "Promise.reject(new Error('later')); return 7",
    words: /later|gave 7/,
    ms: 9_000,
  },
  { what: 'floods the report', section: flood, words: /more than 20000 values|more than 200000 characters/, ms: 9_000 },
  { what: 'floods the console', derive: "for (;;) console.log('x'.repeat(1e6))", words: /was ended/ },
  {
    what: 'takes lists apart',
    derive: 'Array.prototype.map = () => []; return true',
    words: /cannot be used|failed/,
    ms: 9_000,
  },
  { what: 'writes a result of its own', later: true, derive: forged, words: /cannot be used/, ms: 9_000 },
  {
    what: 'answers in the place of others',
    first: port,
    derive: "parentPort.postMessage({ output: '[]' }); for (;;) {}",
    words: /longer than 0.6 s/,
  },
  {
    what: 'answers with a flood',
    first: port,
    derive: "parentPort.postMessage({ output: 'x'.repeat(5e6) }); for (;;) {}",
    words: /cannot be used/,
    ms: 9_000,
  },
]

describe.each(hostile)('a plugin that $what', ({ words, later, ms = budget.milliseconds, ...baked }) => {
  test('leaves the core part and the service as they are, and is told', async () => {
    const world = await serviceWith([bake(baked)], ms)
    if (later) await assess(world)
    const asked = assess(world)
    const start = performance.now()
    const meanwhile = await world.ask('GET', '/v1/rule-sets', { as: world.own.key })
    expect(meanwhile.status).toBe(200)
    expect(performance.now() - start).toBeLessThan(2_000)
    const answer = await asked
    expect(answer.core).toBe(core)
    const [sector] = answer.sectors!
    expect(sector!.faults.map(({ message }) => message).join('; ')).toMatch(words)
    const outcomes = outcomesOf(answer.sectors)
    expect(outcomes['bakery.flour/1']).toBe('met')
    expect(outcomes['bakery.enough/1']).toBe(baked.section === undefined ? 'error' : 'met')
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test('a plugin sees neither the environment nor the arguments of the service', async () => {
  process.env['JOINERY_TEST_SECRET'] = 'sealed'
  const world = await serviceWith([
    bake({ derive: 'return Object.keys(process.env).length + process.argv.length > 2' }),
  ])
  expect(outcomesOf((await assess(world)).sectors)['bakery.enough/1']).toBe('unmet')
  delete process.env['JOINERY_TEST_SECRET']
})

test('what one request broke, the next one finds mended', async () => {
  const world = await serviceWith(
    [bake({ derive: 'if (record.ext.bakery.loaves === 13) for (;;) {}\n return true' })],
    1_500,
  )
  const unlucky = { ext: { bakery: { loaves: 13 } } }
  expect(outcomesOf((await assess(world, unlucky)).sectors)['bakery.enough/1']).toBe('error')
  expect(outcomesOf((await assess(world)).sectors)['bakery.enough/1']).toBe('met')
})

test.each([
  ['code that cannot be loaded', () => bake({ first: 'this is not code' }), 'Unexpected'],
  ['code that never ends', () => bake({ first: 'for (;;) {}' }), 'took longer than'],
  ['a faulty plugin', () => bake().replace(/bakery-\d+/, 'nowhere'), 'nowhere'],
])('%s keeps the service from starting, and says why', async (_what, module, words) => {
  await expect(openSectors([module()], { budget: { ...budget, loadMilliseconds: 8_000 } })).rejects.toThrow(words)
})

test('two plugins of one name keep the service from starting', async () => {
  await expect(openSectors([bake(), bake()], { budget })).rejects.toThrow('two plugins are called "bakery"')
})
