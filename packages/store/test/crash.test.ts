import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { killTrial } from './crash/kill-trial.ts'
import { engines, newMember, reopen } from './stores.ts'

test.each(engines)(
  'a program killed while it writes to %s loses nothing that was acknowledged, and leaves nothing in half',
  async (engine) => {
    const { store, url, tenant, firm } = await newMember(engine)
    await store.close()
    let acknowledged = 0
    for (const killAfter of [1, 10, 40]) {
      const trial = await killTrial({ url, firm, tenant: tenant.id, killAfter, open: () => reopen(url) })
      expect(trial).toMatchObject({ lost: 0, broken: 0 })
      acknowledged += trial.acknowledged
      expect(integrity(url)).toBe('ok')
    }
    expect(acknowledged).toBeGreaterThan(50)
  },
  120_000,
)

/** PostgreSQL has no such check of a whole database. */
function integrity(url: string): unknown {
  if (!url.startsWith('sqlite:')) return 'ok'
  const db = new DatabaseSync(url.slice('sqlite:'.length))
  const [row] = db.prepare('pragma integrity_check').all()
  db.close()
  return row?.['integrity_check']
}
