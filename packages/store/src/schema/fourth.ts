import type { Engine } from '../contract/store.ts'

/**
 * The scripts of every version of the service that has been at work here. They belong to no tenant and hold nothing of
 * anybody, so they have no wall. What two versions have in common is there once.
 */
export function shippedStatements(engine: Engine): readonly string[] {
  const [text, int, bytes, end] =
    engine === 'sqlite' ? ['text', 'integer', 'blob', ' strict'] : ['text collate "C"', 'bigint', 'bytea', '']
  return [
    `create table "shipped_body" ("hash" ${text} not null primary key, "size" ${int} not null, "packed" ${bytes} not null)${end}`,
    `create table "shipped_file" ("family" ${text} not null, "version" ${text} not null, "name" ${text} not null,
      "hash" ${text} not null references "shipped_body" ("hash"), "at" ${text} not null,
      primary key ("family", "version", "name"))${end}`,
    `create index "shipped_file_by_name" on "shipped_file" ("family", "name")`,
    `create index "shipped_file_by_hash" on "shipped_file" ("hash")`,
  ]
}
