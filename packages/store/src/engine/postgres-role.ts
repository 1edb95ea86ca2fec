import type pg from 'pg'

const role = 'joinery_app'

/**
 * Superusers and roles with BYPASSRLS walk through the wall between tenants, so for them every transaction acts as a role
 * that cannot. Undefined when the login is harmless itself.
 */
export async function restrictedRole(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
  )
  if (rows[0]?.mighty !== true) return undefined
  await unlessRival(() =>
    pool.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    end $$`),
  )
  return role
}

/**
 * Gives the role the rows of the tables, and nothing else: no new tables, no way to change the wall. What others changed is no
 * business of a tenant; it only says what it changed itself.
 */
export async function allowRole(pool: pg.Pool, name: string | undefined): Promise<void> {
  if (name === undefined) return
  await unlessRival(() =>
    pool.query(`grant usage on schema public to ${name};
      grant select, insert, update, delete on all tables in schema public to ${name};
      revoke select, update, delete on "change" from ${name}`),
  )
}

/** Two processes that start together may do the same at once; the second one then finds it done. */
async function unlessRival(task: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await task()
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const rival = ['XX000', '23505', '42710', '40001'].includes(code)
      if (!rival || tries === 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * (tries + 1)))
    }
  }
}
