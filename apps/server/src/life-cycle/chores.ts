import { sweepEndings, sweepVisits } from '@joinery/api'
import type { Store } from '@joinery/store'
import type { Configuration } from '../configuration/configuration.ts'
import { eachTenant } from '../each-tenant.ts'
import type { Log } from '../log/create-log.ts'
import { backupChore, backupWriter } from './backup-chore.ts'
import type { Chore } from './repeat.ts'

const aMinute = 60_000

/** Seals what no seal holds yet: from then on an entry that is missing is found. */
export function sealAudit(store: Store, isOver: () => boolean): Promise<void> {
  return eachTenant(store, (tenant) => store.write(tenant, (tx) => tx.audit.seal()), isOver)
}

/** What a running service does beside answering. */
export function choresOf(
  store: Store,
  { backups, database }: Pick<Configuration, 'backups' | 'database'>,
  log: Log,
): readonly Chore[] {
  return [
    {
      name: 'sealing the audit log',
      everyMs: 5 * aMinute,
      run: (isOver) => sealAudit(store, isOver),
    },
    {
      name: 'removing old idempotency keys',
      everyMs: 60 * aMinute,
      run: (isOver) => eachTenant(store, (tenant) => store.write(tenant, (tx) => tx.idempotency.sweep()), isOver),
    },
    {
      name: 'erasing visits that are over',
      everyMs: 60 * aMinute,
      run: (isOver) => eachTenant(store, (tenant) => sweepVisits(store, tenant, isOver), isOver),
    },
    {
      name: 'throwing away what is over',
      everyMs: 60 * aMinute,
      run: (isOver) => eachTenant(store, (tenant) => sweepEndings(store, tenant, { now: new Date(), isOver }), isOver),
    },
    ...(backups === undefined ? [] : [backupChore(backups, { write: backupWriter(store, database), log })]),
  ]
}
