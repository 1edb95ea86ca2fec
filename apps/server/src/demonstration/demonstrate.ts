import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfKey, newKeyText } from '@joinery/api'
import type { RuleSet } from '@joinery/core'
import type { Store } from '@joinery/store'
import type { Hono } from 'hono'
import { demonstrationSlug, fillDemonstration, type DemonstrationKeys } from './fill.ts'

/** What fills the store before the service listens: the whole example, unless an earlier start has left it there. */
export interface Demonstration {
  /** SHA-256 of the key that it is filled with; known to nobody, and gone with the process. */
  readonly operatorKeyHash: string
  readonly prepare: (app: Hono, store: Store) => Promise<void>
  readonly keys: () => DemonstrationKeys
}

export function createDemonstration(folder: string, ruleSet: RuleSet): Demonstration {
  const operatorKey = newKeyText('op_')
  const file = join(folder, 'demonstration-keys.json')
  return {
    operatorKeyHash: hashOfKey(operatorKey),
    prepare: async (app, store) => {
      const known = await store.platform.tenantBySlug(demonstrationSlug)
      if (known !== undefined && isWhole(file)) return
      // an earlier start was ended in the middle, or was of an earlier version
      if (known !== undefined) await store.platform.eraseTenant(known)
      const keys = await fillDemonstration(app, operatorKey, ruleSet)
      writeFileSync(file, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600 })
    },
    keys: () => JSON.parse(readFileSync(file, 'utf8')) as DemonstrationKeys,
  }
}

function isWhole(file: string): boolean {
  return existsSync(file) && Object.hasOwn(JSON.parse(readFileSync(file, 'utf8')) as object, 'pages')
}
