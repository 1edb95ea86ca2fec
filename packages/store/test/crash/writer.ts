import { writeSync } from 'node:fs'
import { openStore, type Store, type TenantContext } from '../../src/index.ts'
import { writeOne } from './what-is-there.ts'

/**
 * A program that will be killed: several writers at once, each piece of work a relationship and its audit entry. An id is
 * printed when, and only when, its write was acknowledged.
 */
const [url, tenantId, firm] = process.argv.slice(2) as [string, string, string]
const store = await openStore(url, { masterKey: new Uint8Array(32).fill(7) })
const tenant = (await store.tenant(tenantId))!
await Promise.all(Array.from({ length: 8 }, () => writeForEver(store, tenant)))

async function writeForEver(target: Store, context: TenantContext): Promise<never> {
  for (;;) {
    const id = await target.write(context, (tx) => writeOne(tx, firm))
    // one call of the system: a line is whole or not there
    writeSync(1, `${id}\n`)
  }
}
