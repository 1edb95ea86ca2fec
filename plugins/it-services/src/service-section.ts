import type { ReportBlock, ReportSection } from '@joinery/core/plugin'
import { mspOf, type Msp } from './msp.ts'
import { serviceWords, type ServiceWords } from './service-words.ts'

const reads = [
  'services',
  'slaMet',
  'clientPulseBehindSla',
  'longestLeaverDays',
  'clientHoldsRegistrar',
  'clientHoldsTenant',
  'clientHoldsVault',
]

/** What the client's owner wants to know: who still has keys, is the green report true, and could we leave. */
export const serviceSection: ReportSection = {
  id: 'msp/service',
  title: 'IT service',
  reads: reads.map((word) => `ext.msp.${word}`),
  build: ({ record, outcomes }, { language }) => {
    const words = serviceWords(language)
    const facts: Facts = mspOf(record)
    const items = [
      viewOf(words, facts, outcomes['msp.watermelon/4']),
      leaverOf(words, facts.longestLeaverDays),
      holdOf(words, facts),
    ]
    return [{ is: 'list', items }, ...reviewTable(words, facts)]
  },
}

type Facts = Msp & {
  readonly clientPulseBehindSla?: unknown
  readonly longestLeaverDays?: unknown
  readonly clientHoldsRegistrar?: boolean
  readonly clientHoldsTenant?: boolean
  readonly clientHoldsVault?: boolean
}

const mostRows = 25

function viewOf(words: ServiceWords, { slaMet, clientPulseBehindSla: pulse }: Facts, outcome?: string): string {
  if (slaMet === false) return words.slaMissed
  if (slaMet === undefined || typeof pulse !== 'number') return words.viewUnknown
  const view = words.view(Math.round(pulse * 100) / 100)
  return outcome === 'unmet' ? `${view} ${words.watermelon}` : view
}

function leaverOf(words: ServiceWords, days: unknown): string {
  if (typeof days !== 'number') return words.leaversUnknown
  return days === 0 ? words.nobodyLeft : words.leaver(days)
}

function holdOf({ keys, ...words }: ServiceWords, facts: Facts): string {
  const held = [
    [keys.registrar, facts.clientHoldsRegistrar],
    [keys.tenant, facts.clientHoldsTenant],
    [keys.vault, facts.clientHoldsVault],
  ] as const
  const missing = held.filter(([, holds]) => holds === false).map(([name]) => name)
  if (missing.length > 0) return words.missing(missing.join(', '))
  return held.every(([, holds]) => holds) ? words.allHeld : words.heldUnknown
}

function reviewTable(words: ServiceWords, { services = [] }: Facts): ReportBlock[] {
  const rows = services
    .filter(({ critical }) => critical)
    .slice(0, mostRows)
    .map(({ name, reviewedAt }) => [name ?? words.noName, reviewedAt ?? words.noDay])
  return rows.length === 0 ? [] : [{ is: 'table', columns: [...words.columns], rows }]
}
