import { expect, test } from 'vitest'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Engine } from '../src/index.ts'
import { engines, newMember } from './stores.ts'

const columns = ['at', 'actor', 'action', 'target', 'before_hash', 'after_hash', 'request_id', 'mac'] as const
const count = 6

/** Somebody who writes to the database, past the store. */
type Attacker = { readonly run: (statement: string) => Promise<void>; readonly end: () => Promise<void> }

async function attackerOf(engine: Engine, url: string): Promise<Attacker> {
  if (engine === 'sqlite') {
    const db = new DatabaseSync(url.slice('sqlite:'.length), { timeout: 5000 })
    return { run: async (statement) => db.exec(statement), end: async () => db.close() }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return { run: async (statement) => void (await client.query(statement)), end: () => client.end() }
}

test.each(engines)(
  'on %s each single entry that is changed in any field, dropped, or swapped with any other is found',
  { timeout: 120_000 },
  async (engine) => {
    const { store, url, tenant, firm } = await newMember(engine)
    const ids: string[] = []
    for (let index = 0; index < count; index++) {
      const entry = { actor: `key:${index}`, action: 'relationship.update', target: `relationship/${index}`, firm }
      const more = { before: { index }, after: 'x', requestId: `request-${index}` }
      ids.push((await store.write(tenant, (tx) => tx.audit.append({ ...entry, ...more }))).id)
    }
    await store.write(tenant, (tx) => tx.audit.seal())
    const attacker = await attackerOf(engine, url)
    await attacker.run('create table kept as select * from audit')
    const isFound = async (...statements: readonly string[]): Promise<boolean> => {
      for (const statement of statements) await attacker.run(statement)
      // what the store read last it may read again, until it writes itself
      await store.checkpoint()
      const { findings } = await store.read(tenant, (tx) => tx.audit.verify())
      await attacker.run('delete from audit')
      await attacker.run('insert into audit select * from kept')
      return findings.length > 0
    }
    const missed: string[] = []
    for (const [at, id] of ids.entries()) {
      const row = `where id = '${id}'`
      if (!(await isFound(`delete from audit ${row}`))) missed.push(`${at} dropped`)
      for (const column of columns)
        if (!(await isFound(`update audit set ${column} = coalesce(${column}, '') || 'x' ${row}`)))
          missed.push(`${column} of ${at} changed`)
      for (const other of ids.slice(at + 1))
        if (!(await isFound(...swap(id, other)))) missed.push(`${at} swapped with ${ids.indexOf(other)}`)
    }
    expect(missed).toEqual([])
    // it is not that everything is found
    expect(await isFound()).toBe(false)
    await attacker.end()
  },
)

/** Each entry under the id, and so in the place, of the other. */
function swap(one: string, other: string): readonly string[] {
  return [
    `update audit set id = 'between' where id = '${one}'`,
    `update audit set id = '${one}' where id = '${other}'`,
    `update audit set id = '${other}' where id = 'between'`,
  ]
}
