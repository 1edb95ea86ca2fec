import type { Backup, Store } from '../contract/store.ts'
import type { TenantContext } from '../contract/tenants.ts'
import type { DatabaseEngine } from '../engine/engine.ts'
import type { Place } from '../engine/place.ts'
import { backupPostgres } from './backup-postgres.ts'
import { backupSqlite } from './backup-sqlite.ts'
import { restoreFile } from './restore.ts'
import { digestOf } from './digest.ts'

interface Setup {
  readonly database: DatabaseEngine
  readonly place: Place
  readonly enter: (tenant: TenantContext) => { readonly tenant: string }
}

export function createTransfer({ database, place, enter }: Setup): Pick<Store, 'backup' | 'digest' | 'restore'> {
  return {
    backup: (file): Promise<Backup> =>
      place.engine === 'sqlite' ? backupSqlite(place.path, file) : backupPostgres(database, file),
    restore: (file) => restoreFile(database, file),
    digest: async (tenant) => {
      const wall = enter(tenant)
      return database.read(wall, (session) => digestOf(session, wall.tenant))
    },
  }
}
