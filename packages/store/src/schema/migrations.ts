import type { Engine } from '../contract/store.ts'
import type { Session } from '../engine/engine.ts'
import { StoreError } from '../store-error.ts'
import { tableStatements } from './define-table.ts'
import { changeStatements } from './fifth.ts'
import { firstTables } from './first.ts'
import { shippedStatements } from './fourth.ts'
import { exchangeTable, linkPowers } from './second.ts'
import { mailTable } from './third.ts'

interface Migration {
  readonly name: string
  readonly statements: (engine: Engine) => readonly string[]
}

/** In the order of release. What is listed here has been released: it never changes, it is followed. */
const migrations: readonly Migration[] = [
  {
    name: '0001-first',
    statements: (engine) => firstTables.flatMap((table) => tableStatements(table, engine)),
  },
  {
    name: '0002-exchanges',
    statements: (engine) => [...tableStatements(exchangeTable, engine), linkPowers],
  },
  {
    name: '0003-mails',
    statements: (engine) => tableStatements(mailTable, engine),
  },
  {
    name: '0004-shipped',
    statements: shippedStatements,
  },
  {
    name: '0005-changes',
    statements: changeStatements,
  },
]

/** Runs what has not been run. All of it in the session's one transaction: it happens whole or not at all. */
export async function runMigrations(session: Session): Promise<string[]> {
  await session.sql('create table if not exists "migration" ("name" text not null primary key, "at" text not null)')
  await session.sql('create table if not exists "meta" ("name" text not null primary key, "value" text not null)')
  // a second process waits here for the first one to end
  if (session.engine === 'postgres') await session.sql('lock table "migration" in access exclusive mode')
  const pending = pendingAfter(await appliedNames(session))
  for (const { name, statements } of pending) {
    for (const text of statements(session.engine)) await session.sql(text)
    await session.sql(`insert into "migration" ("name", "at") values ('${name}', '${new Date().toISOString()}')`)
  }
  return pending.map(({ name }) => name)
}

/** Names of migrations still to run. Throws `schema-too-new` when a newer Joinery has been here. */
export async function pendingMigrations(session: Session): Promise<string[]> {
  const there = await session.sql(
    session.engine === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name = 'migration'`
      : `select 1 as name where to_regclass('migration') is not null`,
  )
  const applied = there.rows.length === 0 ? [] : await appliedNames(session)
  return pendingAfter(applied).map(({ name }) => name)
}

async function appliedNames(session: Session): Promise<string[]> {
  const { rows } = await session.sql('select "name" from "migration" order by "name"')
  return rows.map((row) => String(row['name']))
}

function pendingAfter(applied: readonly string[]): Migration[] {
  const unknown = applied.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new StoreError(
      'schema-too-new',
      `These data were written by a newer Joinery (its schema has ${unknown.join(', ')}). Start that version, or a later one.`,
    )
  }
  return migrations.filter(({ name }) => !applied.includes(name))
}
