import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCheckpoints } from '../src/engine/checkpoints.ts'
import { openConnection } from '../src/engine/sqlite.ts'
import { engines, newFolder, newMember, reopen } from './stores.ts'

const log = { enough: 50, most: 200 }

/** The header of the log, and that of each page. */
const bytesOf = (pages: number) => 32 + pages * (24 + 4_096)

test('the log stays short while somebody writes without a pause, and everything written is there', async () => {
  const { store, tenant, firm, url } = await newMember('sqlite', {}, { log })
  const sizes: number[] = []
  for (let round = 0; round < 60; round++) {
    const writes = Array.from({ length: 10 }, (_, one) =>
      store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }), one % 2 === 0 ? 'soon' : 'at once'),
    )
    await Promise.all(writes)
    sizes.push(statSync(`${url.slice('sqlite:'.length)}-wal`).size)
  }
  // one commit may pass the limit before the next one waits
  expect(Math.max(...sizes)).toBeLessThan(bytesOf(2 * log.most))
  expect(Math.max(...sizes)).toBeGreaterThan(bytesOf(log.enough))
  await store.close()
  const again = await reopen(url)
  expect(await again.read((await again.tenant(tenant.id))!, (tx) => tx.relationships.count())).toBe(600)
})

test('where there can be no thread for it, whoever commits moves the log into the file', async () => {
  const { db } = openConnection(join(newFolder(), 'some.sqlite'), 'write')
  onTestFinished(() => db.close())
  const checkpoints = createCheckpoints(join(newFolder(), 'no', 'such', 'folder.sqlite'), db, log)
  onTestFinished(() => checkpoints.close())
  const automatic = () => db.prepare('pragma wal_autocheckpoint').get()?.['wal_autocheckpoint']
  expect(automatic()).toBe(0)
  db.exec('create table some (thing blob)')
  for (let row = 0; row < 300; row++) {
    db.exec('insert into some values (randomblob(4000))')
    await checkpoints.afterCommit()
  }
  await expect.poll(automatic, { timeout: 10_000 }).toBe(log.enough)
})

test.each(engines)('on %s, what need not be safe at once is seen at once, and is there afterwards', async (engine) => {
  const { store, tenant, firm, url } = await newMember(engine)
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, one) =>
      store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }), one % 3 === 0 ? 'at once' : 'soon'),
    ),
  )
  const there = () => store.read(tenant, async (tx) => Promise.all(made.map(({ id }) => tx.relationships.head(id))))
  expect((await there()).map((head) => head?.version)).toEqual(made.map(() => 1))
  const failing = store.write(tenant, (tx) => tx.relationships.delete(made[0]!.id, 7), 'soon')
  await expect(failing).rejects.toMatchObject({ code: 'conflict' })
  await store.close()
  const again = await reopen(url)
  expect(await again.read((await again.tenant(tenant.id))!, (tx) => tx.relationships.count())).toBe(20)
})

test('on SQLite only commits in which nothing has to be safe at once go without a sync', async () => {
  const statements: string[] = []
  const { store, tenant, firm } = await newMember('sqlite')
  const { db } = openConnection(join(newFolder(), 'some.sqlite'), 'write')
  const prototype = Object.getPrototypeOf(db) as { exec: (sql: string) => void }
  db.close()
  const { exec } = prototype
  onTestFinished(() => void (prototype.exec = exec))
  prototype.exec = function watched(sql) {
    if (sql.includes('begin immediate')) statements.push(/synchronous = (\w+)/u.exec(sql)![1]!)
    exec.call(this, sql)
  }
  const create = (durability: 'at once' | 'soon') =>
    store.write(tenant, (tx) => tx.relationships.create({ firm, record: {} }), durability)
  await create('soon')
  await create('at once')
  await Promise.all([create('soon'), create('at once'), create('soon')])
  await Promise.all([create('soon'), create('soon')])
  expect(statements).toEqual(['normal', 'full', 'full', 'normal'])
})
