import type { PluginFact } from '@joinery/core/plugin'
import { daysBetween, mspOf, type RestoreTest } from '../msp.ts'

/** How the newest restore test that both sides took part in came out; an earlier success does not make up for it. */
export const restoreFacts: readonly PluginFact[] = [
  {
    id: 'msp/restoreMetTargets',
    type: 'yesNo',
    reads: ['ext.msp.restoreTests'],
    derive: (record, { asOf }) => {
      const joint = (mspOf(record).restoreTests ?? [])
        .filter((test) => test.joint === true && daysBetween(test.at, asOf) >= 0)
        .toSorted((left, right) => daysBetween(left.at, right.at))
      return joint[0] && metTargets(joint[0])
    },
  },
]

function metTargets({ tookHours, targetHours, lostHours, targetLostHours }: RestoreTest): boolean | undefined {
  const parts = new Set([isWithin(tookHours, targetHours), isWithin(lostHours, targetLostHours)])
  // one target missed is enough, whatever is not known about the other
  if (parts.has(false)) return false
  return parts.has(undefined) ? undefined : true
}

function isWithin(value: unknown, target: unknown): boolean | undefined {
  return typeof value === 'number' && typeof target === 'number' ? value <= target : undefined
}
