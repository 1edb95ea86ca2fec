import type { Engine } from '../contract/store.ts'

/**
 * PostgreSQL only: what each transaction changed, for the memories of all processes. It is of no use after a crash, so it need
 * not survive one. Whoever acts for a tenant may add to it, and see nothing of it.
 */
export function changeStatements(engine: Engine): readonly string[] {
  if (engine === 'sqlite') return []
  const ofNobody = `coalesce(current_setting('app.tenant', true), '') = ''`
  return [
    `create unlogged table "change" ("xid" xid8 not null default pg_current_xact_id(), "place" text collate "C" not null)`,
    `create index "change_by_xid" on "change" ("xid")`,
    `create unique index "change_begins_once" on "change" ("xid") where "xid" = '0'`,
    `alter table "change" enable row level security`,
    `alter table "change" force row level security`,
    `create policy tell on "change" for insert with check (true)`,
    `create policy hear on "change" for select using (${ofNobody})`,
    `create policy prune on "change" for delete using (${ofNobody})`,
  ]
}
