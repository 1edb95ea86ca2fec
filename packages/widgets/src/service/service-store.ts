import type { Relationship } from '@joinery/core'
import type { AnswerStore, SavedAssessment } from '../session/answer-store.ts'
import type { Kept } from './kept.ts'
import type { Sync } from './sync.ts'

interface Parts {
  readonly sync: Sync
  /** The device: what was written stands there first, and the firm is shared by all its relationships. */
  readonly device: AnswerStore
  readonly kept: () => Kept
  readonly keep: (next: Partial<Kept>) => void
  readonly drop: () => void
  readonly host: string
  /** The record as it was opened. */
  readonly opened: Relationship | undefined
  readonly made: SavedAssessment['ruleSet']
}

/** Keeps an assessment in a service; on this device stands what has not arrived yet. */
export function createServiceStore({ sync, device, kept, keep, drop, host, opened, made }: Parts): AnswerStore {
  let firm: Relationship['org']
  const full = (record: Relationship): Relationship => (firm === undefined ? record : { ...record, org: firm })
  return {
    kind: 'service',
    host,
    load: async (name) => {
      const { saved } = kept()
      const { org: _firm, ...record } = opened ?? saved?.record ?? {}
      if (saved !== undefined) return { ...saved, record }
      if (opened === undefined || Object.keys(opened).length === 0) return undefined
      const nowhere = { scope: '', page: '', plan: {}, earlier: [], changedAt: '' }
      return { format: 1, name, ruleSet: made, record, ...nowhere }
    },
    save: (saved) => {
      keep({ saved, mine: full(saved.record) })
      return sync.send(full(saved.record))
    },
    remove: async () => {
      await sync.send({})
      drop()
    },
    list: async () => [],
    loadFirm: async () => (firm = opened?.org ?? (await device.loadFirm())),
    saveFirm: async (next) => {
      firm = next
      const mine = full(kept().saved?.record ?? {})
      keep({ mine })
      await Promise.all([device.saveFirm(next), sync.send(mine)])
    },
  }
}
