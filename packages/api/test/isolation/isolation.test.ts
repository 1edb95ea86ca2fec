import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrincipalKind } from '../../src/access/principal.ts'
import { operations } from '../../src/index.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import { assessmentExamples } from '../assessment-examples.ts'
import { targeted, type Example } from '../examples.ts'
import type { Names } from '../fuzz/names.ts'
import { craft } from '../guild.ts'
import { ruleSetExamples } from '../rule-set-examples.ts'
import { engines } from '../store.ts'
import { createWorld, type Asked, type World } from '../world.ts'
import { attack } from './attack.ts'
import { furnishNeighbour, pathWith, type Neighbour } from './neighbour.ts'

// `node packages/api/test/isolation/run.ts --requests 100000` does the same for longer
test.each(engines)(
  'on %s 1,000 random requests by everybody in one association leave all of another as it was',
  { timeout: 300_000 },
  async (engine) => {
    const { accepted, aimed, letIn, changed } = await attack({ engine, requests: 1_000, seed: 44_003 })
    expect({ letIn, changed }).toEqual({ letIn: [], changed: [] })
    expect(accepted).toBeGreaterThan(200)
    expect(aimed).toBeGreaterThan(200)
  },
)

const kinds: readonly PrincipalKind[] = ['association', 'firm', 'partner', 'embed', 'publishable', 'anonymous']
const named = operations.filter(({ path, access }) => path.includes('{') && access.scope !== 'public')
const cases = named.flatMap((operation) => kinds.map((kind) => ({ operation, kind, id: operation.id })))

describe.each(engines)('on %s', (engine) => {
  let world: World
  let neighbour: Neighbour
  beforeAll(async () => {
    world = await createWorld({ engine, ruleSets: [craft], check: { random: 1, seconds: 20 } })
    neighbour = await furnishNeighbour(world)
  })
  afterAll(() => world.close())

  /** The same request twice: about a thing of the other association, and about one that never was. */
  async function both(operation: Operation, kind: PrincipalKind): Promise<readonly [foreign: Asked, absent: Asked]> {
    const example = await exampleOf(operation, world)
    const absent = absentNames(neighbour.foreign)
    const ask = (names: Names) => {
      const { path, body, headers = {} } = naming(example, operation, names)
      const as = kind === 'anonymous' ? undefined : world.credentials[kind]
      return world.ask(operation.method.toUpperCase(), path, { as, body, headers })
    }
    return [await ask(neighbour.foreign), await ask(absent)]
  }

  test.each(cases)('$id as $kind cannot tell what is foreign from what is not there', async ({ operation, kind }) => {
    const [foreign, absent] = await both(operation, kind)
    expect(seenOf(foreign)).toEqual(seenOf(absent))
    expect(JSON.stringify(seenOf(foreign))).not.toContain(neighbour.foreign['firm'])
  })

  test('what is there looks different, so the tests above could see it', async () => {
    const theirs = { ...world, credentials: { ...world.credentials, firm: world.foreign.key } }
    for (const id of ['getFirm', 'getRelationship', 'getResult', 'listBadges', 'exportFirm']) {
      const operation = named.find((one) => one.id === id)!
      const ask = (names: Names) =>
        theirs.ask('GET', pathWith(operation.path, id, names), { as: theirs.credentials.firm })
      expect(seenOf(await ask(neighbour.foreign)), id).not.toEqual(seenOf(await ask(absentNames(neighbour.foreign))))
    }
  })

  test('an idempotency key of another association means nothing', async () => {
    const wish = { body: { name: 'Cooper & Daughters' }, headers: { 'idempotency-key': 'the-same-for-both' } }
    const ours = await world.ask('POST', '/v1/firms', { as: world.credentials.association, ...wish })
    const theirs = await world.ask('POST', '/v1/firms', { as: world.credentials.otherAssociation, ...wish })
    expect([ours.status, theirs.status]).toEqual([201, 201])
    expect(theirs.headers.get('idempotency-replayed')).toBeNull()
    expect(theirs.body.id).not.toBe(ours.body.id)
  })
})

/** A body and headers that would do, were the thing there. */
async function exampleOf({ id }: Operation, world: World): Promise<Example> {
  return (
    targeted[id]?.(world.foreign) ??
    (await (assessmentExamples[id]?.(world, world.foreign) ?? ruleSetExamples[id]!(world, false)))
  )
}

function naming({ path, body, headers = {} }: Example, operation: Operation, names: Names): Example {
  const search = new URLSearchParams(path.split('?')[1] ?? '')
  for (const name of ['with', 'since']) if (search.has(name)) search.set(name, names['result']!)
  const more = search.size === 0 ? '' : `?${search.toString()}`
  return { path: `${pathWith(operation.path, operation.id, names)}${more}`, body, headers }
}

/** Names of the same shape that nothing has. */
function absentNames(names: Names): Names {
  const other = (end: string) => (end === '0' ? '1' : '0')
  return Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value.replace(/.$/u, other)]))
}

/** Everything that a caller gets to see, but for the names of the request and how many more it may make. */
function seenOf({ status, headers, body }: Asked): unknown {
  const shown = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'ratelimit')
  return {
    status,
    headers: shown,
    body: typeof body === 'object' && body !== null ? { ...body, requestId: '', instance: '' } : body,
  }
}
