import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrincipalKind } from '../src/access/principal.ts'
import { scopesOf } from '../src/access/granted-scopes.ts'
import { operations } from '../src/index.ts'
import type { Operation } from '../src/kernel/operation.ts'
import { assessmentExamples } from './assessment-examples.ts'
import { targeted, untargeted, type Example } from './examples.ts'
import { craft } from './guild.ts'
import { ruleSetExamples } from './rule-set-examples.ts'
import { createWorld, type Asked, type World } from './world.ts'

// Every operation, as everybody, on everybody's things. What is expected is read from the row that stands with the
// operation; what the row does not allow must be refused, and must not happen.

const kinds = Object.keys(scopesOf) as PrincipalKind[]
const ownerships = ['own', 'sibling', 'foreign'] as const
type Owner = (typeof ownerships)[number]

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

test('every operation has an example', () => {
  const known = [targeted, untargeted, assessmentExamples, ruleSetExamples].flatMap((examples) => Object.keys(examples))
  expect(operations.map(({ id }) => id).toSorted()).toEqual(known.toSorted())
})

const cells = operations.flatMap((operation) =>
  kinds.flatMap((kind) => {
    const isTargeted = operation.id in targeted || operation.id in assessmentExamples
    const owners = isTargeted ? ownerships : (['own'] as const)
    return owners.map((ownership) => ({ operation, kind, ownership, name: operation.id }))
  }),
)

describe('the authorization matrix', () => {
  test.each(cells)('$name as $kind on $ownership', async ({ operation, kind, ownership }) => {
    const example = await exampleOf(operation, kind, ownership)
    const asked = await send(operation, example, kind)
    const expected = expectedOf(operation, kind, ownership)
    expect({ status: asked.status, code: asked.body?.code }).toEqual(expected(asked))
    if (asked.status < 300) {
      expectNothingForeign(asked, operation, kind)
      if (operation.method !== 'get') await renew()
    }
  })
})

describe('a key without the scope', () => {
  const scoped = operations.filter(({ access }) => access.scope !== 'public' && access.allow.firm?.includes('own'))

  test.each(scoped.map((operation) => ({ operation, name: operation.id })))(
    '$name is refused',
    async ({ operation }) => {
      const scopes = [...scopesOf.firm].filter((scope) => scope !== operation.access.scope)
      const body = { kind: 'secret', label: 'Nearly everything', scopes }
      const { secret } = (await world.ask('POST', '/v1/keys', { as: world.own.key, body })).body
      const example = await exampleOf(operation, 'anonymous', 'own')
      const { path, ...more } = example
      const asked = await world.ask(operation.method.toUpperCase(), path, { as: secret, ...more })
      expect(asked.status).toBe(403)
      expect(asked.body.detail).toContain(operation.access.scope)
    },
  )
})

async function exampleOf({ id, access }: Operation, kind: PrincipalKind, ownership: Owner): Promise<Example> {
  const isLetIn = access.scope !== 'public' && (access.allow[kind]?.includes(ownership) ?? false)
  const target = world[ownership]
  const known = targeted[id]?.(target) ?? untargeted[id]?.()
  return known ?? (await assessmentExamples[id]?.(world, target)) ?? ruleSetExamples[id]!(world, isLetIn)
}

async function send({ method }: Operation, { path, ...more }: Example, kind: PrincipalKind): Promise<Asked> {
  const as = kind === 'anonymous' ? undefined : world.credentials[kind]
  return world.ask(method.toUpperCase(), path, { as, ...more })
}

type Outcome = { status: number; code: string | undefined }

function expectedOf({ access, answer }: Operation, kind: PrincipalKind, ownership: Owner) {
  const reached = access.allow[kind]
  return ({ body }: Asked): Outcome => {
    if (access.scope === 'public') return { status: answer.status, code: undefined }
    if (kind === 'anonymous') return { status: 401, code: 'unauthenticated' }
    if (reached === undefined) return { status: 403, code: 'forbidden' }
    if (reached.includes(ownership)) return { status: answer.status, code: undefined }
    // an association knows its members, so it may be told that consent is missing; nobody else is told anything
    if (kind === 'association' && ownership === 'sibling' && body?.code === 'consent-required')
      return { status: 403, code: 'consent-required' }
    return { status: 404, code: 'not-found' }
  }
}

/** An answer never holds ids of firms, relationships or keys that the row does not reach. */
function expectNothingForeign({ body }: Asked, { access }: Operation, kind: PrincipalKind): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  for (const ownership of ownerships.filter((other) => !access.allow[kind]?.includes(other) && other !== 'own')) {
    const { firm, relationship, keyId, key } = world[ownership]
    for (const id of [firm, relationship, keyId, key]) expect(text).not.toContain(id)
  }
}

function newWorld(): Promise<World> {
  return createWorld({ ruleSets: [craft], check: { random: 3, seconds: 20 } })
}

async function renew(): Promise<void> {
  await world.close()
  world = await newWorld()
}
