import { createHash } from 'node:crypto'
import type { Session } from '../engine/engine.ts'
import { rowsOf, tableNames } from './rows.ts'

/** SHA-256 over every row of the tenant. */
export async function digestOf(session: Session, tenant: string): Promise<string> {
  const hash = createHash('sha256')
  for (const table of tableNames) {
    hash.update(`${table}\n`)
    for await (const row of rowsOf(session, table, tenant)) hash.update(JSON.stringify(row)).update('\n')
  }
  return hash.digest('hex')
}

export async function tenantIds(session: Session): Promise<readonly string[]> {
  const { rows } = await session.query((db) => db.selectFrom('tenant').select('tenant').orderBy('tenant'))
  return rows.map(({ tenant }) => tenant)
}
