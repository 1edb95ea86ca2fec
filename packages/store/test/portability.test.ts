import { expect, test } from 'vitest'
import type { Engine } from '../src/index.ts'
import { tableStatements } from '../src/schema/define-table.ts'
import { changeStatements } from '../src/schema/fifth.ts'
import { firstTables } from '../src/schema/first.ts'
import { exchangeTable } from '../src/schema/second.ts'
import { mailTable } from '../src/schema/third.ts'
import { tableKeys } from '../src/schema/tables.ts'
import { byId, changes, furnish, listings, quiet } from './everything.ts'
import { engines, newStore, newTenant } from './stores.ts'

const allTables = [...firstTables, exchangeTable, mailTable]

/** Everything an engine is told: the schema, and what a run through every repository asks. */
async function everythingSaid(engine: Engine): Promise<readonly string[]> {
  const said = new Set([...allTables.flatMap((table) => tableStatements(table, engine)), ...changeStatements(engine)])
  const { store } = await newStore(engine, {}, { onStatement: (sql) => said.add(sql) })
  const tenant = await newTenant(store)
  const ids = await furnish(store, tenant, 'mine')
  for (const read of [...Object.values(listings), ...Object.values(byId)])
    await store.read(tenant, (tx) => read(tx, ids))
  for (const [lease] of [await store.queue.claim({ worker: 'w', limit: 1, leaseMs: 1000 })]) {
    await store.queue.heartbeat(lease!, 1000)
    await store.queue.fail(lease!, 'x')
  }
  for (const change of [...quiet, ...changes]) await store.write(tenant, (tx) => change(tx, ids)).catch(() => {})
  await store.digest(tenant)
  await store.platform.eraseTenant(tenant)
  return [...said]
}

/** What CockroachDB, Citus or a pooler in transaction mode cannot do, or what ties rows to one machine. */
const never: readonly (readonly [string, RegExp])[] = [
  [
    'sequences and numbers given by the database',
    /\b(?:serial|bigserial|nextval|autoincrement|generated\s+(?:always|by)|create\s+sequence)\b/iu,
  ],
  ['advisory locks', /advisory/iu],
  ['listen and notify', /^\s*(?:listen|notify|unlisten)\b|pg_notify/iu],
  ['deferrable constraints', /deferrable|deferred/iu],
  ['skip locked', /skip\s+locked/iu],
  ['stored procedures and triggers', /create\s+(?:or\s+replace\s+)?(?:function|procedure|trigger)/iu],
  ['temporary tables', /create\s+temp/iu],
  ['settings that outlive the transaction', /^\s*set\s+(?!local)/iu],
  ['identifiers made by the database', /gen_random_uuid|uuid_generate|random\(\)/iu],
]

test.each(engines)('everything that %s is told can be said to a cluster as well', async (engine) => {
  const said = await everythingSaid(engine)
  expect(said.length).toBeGreaterThan(150)
  for (const [what, pattern] of never)
    expect(
      said.filter((sql) => pattern.test(sql)),
      what,
    ).toEqual([])
})

test.each(engines)('on %s every table is of tenants: first in every key, with its bucket', (engine) => {
  const sql = allTables.flatMap((table) => tableStatements(table, engine))
  const tables = sql.filter((text) => text.startsWith('create table'))
  expect(tables).toHaveLength(allTables.length)
  for (const text of tables) {
    expect(text).toMatch(/^create table "\w+" \(\s*"tenant" text/u)
    expect(text).toContain('"bucket"')
    expect(text).toMatch(/primary key \("tenant"/u)
    for (const reference of text.matchAll(/foreign key \((?<from>[^)]*)\) references "\w+" \((?<to>[^)]*)\)/gu)) {
      expect(reference.groups).toMatchObject({
        from: expect.stringMatching(/^tenant,/u),
        to: expect.stringMatching(/^tenant,/u),
      })
    }
  }
  for (const text of sql.filter((line) => line.startsWith('create unique index'))) expect(text).toMatch(/\("tenant"/u)
})

test('the key of every table is known where copies are made', () => {
  expect(Object.fromEntries(allTables.map(({ name, key }) => [name, key]))).toEqual(tableKeys)
})

test('on postgres every table has its wall, for its owner as well', async () => {
  const sql = allTables.flatMap((table) => tableStatements(table, 'postgres'))
  for (const { name } of allTables) {
    expect(sql).toContain(`alter table "${name}" force row level security`)
    expect(sql.some((text) => text.startsWith(`create policy tenant_wall on "${name}"`))).toBe(true)
  }
  const open = allTables.filter(({ openToPlatform }) => openToPlatform).map(({ name }) => name)
  expect(open).toEqual(['tenant', 'job', 'mail'])
})
