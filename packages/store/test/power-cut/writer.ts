import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Durability, Store, TenantContext } from '../../src/index.ts'
import { openProbed } from '../../src/open-store.ts'
import { writeOne } from '../crash/what-is-there.ts'

/**
 * A program whose writes are recorded: now one at a time, now eight at once, so that commits are small and large, now such that
 * are not synced, and some of both kinds together. The log is short, so that it begins anew again and again. The program ends
 * without closing anything, as when the power goes.
 */
const [url, tenantId, firm, writes, synchronous] = process.argv.slice(2) as [string, string, string, string, string]
if (synchronous === 'normal') commitWithoutSyncing()
const log = { enough: 200, most: 600 }
const store = await openProbed(url, { masterKey: new Uint8Array(32).fill(7) }, { log })
const tenant = (await store.tenant(tenantId))!
for (let written = 0; written < Number(writes);) {
  for (let alone = 0; alone < 10; alone++, written++) await writeOneOf(store, tenant)
  for (let unsynced = 0; unsynced < 3; unsynced++) await writeOneOf(store, tenant, 'soon')
  await Promise.all(
    Array.from({ length: 10 }, (_, one) => writeOneOf(store, tenant, one % 5 === 0 ? 'soon' : 'at once')),
  )
  written += 8
}
// what its other thread is at comes to an end, so that no call is recorded in part
await new Promise((resolve) => setTimeout(resolve, 300))
process.kill(process.pid, 'SIGKILL')

/** Of those that need not be safe at once nobody is told: they may be gone, but never in half. */
async function writeOneOf(target: Store, context: TenantContext, durability?: Durability): Promise<void> {
  const id = await target.write(context, (tx) => writeOne(tx, firm), durability)
  if (durability !== 'soon') writeSync(1, `${id}\n`)
}

/** The control: the store as it would be with the setting that most programs use. */
function commitWithoutSyncing(): void {
  const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (sql: string) => void
  DatabaseSync.prototype.exec = function execWithoutSyncing(sql) {
    exec.call(this, sql.replace('synchronous = full', 'synchronous = normal'))
  }
}
