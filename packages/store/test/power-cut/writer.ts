import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { openStore, type Store, type TenantContext } from '../../src/index.ts'
import { writeOne } from '../crash/what-is-there.ts'

/**
 * A program whose writes are recorded: now one at a time, now eight at once, so that commits are small and large. It ends
 * without closing anything, as when the power goes.
 */
const [url, tenantId, firm, writes, synchronous] = process.argv.slice(2) as [string, string, string, string, string]
if (synchronous === 'normal') commitWithoutSyncing()
const store = await openStore(url, { masterKey: new Uint8Array(32).fill(7) })
const tenant = (await store.tenant(tenantId))!
for (let written = 0; written < Number(writes);) {
  for (let alone = 0; alone < 10; alone++, written++) await writeOneOf(store, tenant)
  await Promise.all(Array.from({ length: 8 }, () => writeOneOf(store, tenant)))
  written += 8
}
process.kill(process.pid, 'SIGKILL')

async function writeOneOf(target: Store, context: TenantContext): Promise<void> {
  const id = await target.write(context, (tx) => writeOne(tx, firm))
  writeSync(1, `${id}\n`)
}

/** The control: the store as it would be with the setting that most programs use. */
function commitWithoutSyncing(): void {
  const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (sql: string) => void
  DatabaseSync.prototype.exec = function execWithoutSyncing(sql) {
    exec.call(this, sql.replace('synchronous = full', 'synchronous = normal'))
  }
}
