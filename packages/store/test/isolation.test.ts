import {
  BinaryOperationNode,
  ColumnNode,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  ValueNode,
  type KyselyPlugin,
} from 'kysely'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byId, changes, furnish, listings, quiet } from './everything.ts'
import { engines, newStore, newTenant, reopen } from './stores.ts'

/** A programmer's slip: every `tenant = …` of a query is gone. */
class WithoutTenant extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left } = node
    const column = ReferenceNode.is(left) ? left.column : left
    const one = ValueNode.createImmediate(1)
    return ColumnNode.is(column) && column.column.name === 'tenant'
      ? BinaryOperationNode.create(one, OperatorNode.create('='), one)
      : super.transformBinaryOperation(node)
  }
}

const slip: KyselyPlugin = {
  transformQuery: ({ node }) => new WithoutTenant().transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

describe.each(engines)('on %s', (engine) => {
  test('as one tenant, any row of operations leaves everything of another as it was', async () => {
    const { store } = await newStore(engine)
    const [mine, theirs] = [await newTenant(store), await newTenant(store)]
    const foreign = await furnish(store, theirs, 'theirs')
    const own = await furnish(store, mine, 'mine')
    const before = await store.digest(theirs)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...changes, ...quiet), fc.constantFrom(own, foreign, foreign)), {
          maxLength: 30,
        }),
        async (steps) => {
          for (const [change, ids] of steps) await store.write(mine, (tx) => change(tx, ids)).catch(() => {})
          expect(await store.digest(theirs)).toBe(before)
        },
      ),
      { numRuns: 12 },
    )
    for (const change of changes) {
      await expect(store.write(mine, (tx) => change(tx, foreign))).rejects.toMatchObject({ code: 'absent' })
    }
    expect(await store.findKey(mine.id, 'theirs')).toBeUndefined()
    expect(await store.findLink(mine.id, 'theirs')).toBeUndefined()
    expect((await store.findKey(theirs.id, 'theirs'))?.key.id).toBe(foreign.key)
    expect((await store.findLink(theirs.id, 'theirs'))?.link.id).toBe(foreign.link)
  })
})

test('on postgres a query that forgets the tenant still sees and changes nothing of another', async () => {
  const { store, url } = await newStore('postgres')
  const [mine, theirs] = [await newTenant(store), await newTenant(store)]
  const own = await furnish(store, mine, 'mine')
  const foreign = await furnish(store, theirs, 'theirs')
  const before = await store.digest(theirs)
  const careless = await reopen(url, {}, { rewrite: slip })
  const tenant = (await careless.tenant(mine.id))!
  for (const [name, read] of Object.entries(listings)) {
    const wanted = await store.read(mine, (tx) => read(tx, own))
    expect(await careless.read(tenant, (tx) => read(tx, own)), name).toEqual(wanted)
  }
  for (const [name, read] of Object.entries(byId)) {
    const found = await careless.read(tenant, (tx) => read(tx, foreign))
    expect(Array.isArray(found) ? found[0] : found, name).toBeUndefined()
    expect(await careless.read(tenant, (tx) => read(tx, own)), name).toEqual(
      await store.read(mine, (tx) => read(tx, own)),
    )
  }
  for (const change of changes) {
    await expect(careless.write(tenant, (tx) => change(tx, foreign))).rejects.toMatchObject({ code: 'absent' })
  }
  for (const change of quiet) await careless.write(tenant, (tx) => change(tx, foreign)).catch(() => {})
  expect(await store.digest(theirs)).toBe(before)
})

test('the same slip shows rows of another where there is no wall, so the test above can see it', async () => {
  const { store, url } = await newStore('sqlite')
  const [mine, theirs] = [await newTenant(store), await newTenant(store)]
  await furnish(store, mine, 'mine')
  const foreign = await furnish(store, theirs, 'theirs')
  await store.close()
  const careless = await reopen(url, {}, { rewrite: slip })
  const tenant = (await careless.tenant(mine.id))!
  expect(await careless.read(tenant, (tx) => tx.ruleSets.draft(foreign.draft))).toMatchObject({ id: foreign.draft })
})

test('on sqlite, which has no such wall, every query names its tenant', async () => {
  const seen = new Set<string>()
  const { store } = await newStore('sqlite', {}, { onStatement: (sql) => seen.add(sql) })
  const tenant = await newTenant(store)
  const ids = await furnish(store, tenant, 'mine')
  for (const read of [...Object.values(listings), ...Object.values(byId)])
    await store.read(tenant, (tx) => read(tx, ids))
  for (const change of [...quiet, ...changes]) await store.write(tenant, (tx) => change(tx, ids)).catch(() => {})
  await store.queue.claim({ worker: 'w', limit: 1, leaseMs: 1000 })
  await store.queue.depth()
  const open = [...seen].filter((sql) => /^(?:select|update|delete)/u.test(sql) && !/"?tenant"? = \?/u.test(sql))
  // the operator's own: tenants by slug, and what waits in the queue of every tenant
  expect(
    open.filter((sql) => !/(?:from|update) "(?:meta|tenant|job|migration)"|from sqlite_master/u.test(sql)),
  ).toEqual([])
  expect(seen.size).toBeGreaterThan(100)
})
