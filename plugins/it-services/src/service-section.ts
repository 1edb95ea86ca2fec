import type { ReportBlock, ReportSection } from '@joinery/core/plugin'
import { mspOf, type Msp } from './msp.ts'

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
  build: ({ record, outcomes }) => {
    const facts: Facts = mspOf(record)
    const items = [
      viewWords(facts, outcomes['msp.watermelon/4']),
      leaverWords(facts.longestLeaverDays),
      holdWords(facts),
    ]
    return [{ is: 'list', items }, ...reviewTable(facts)]
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

function viewWords({ slaMet, clientPulseBehindSla: pulse }: Facts, outcome: string | undefined): string {
  if (slaMet === false) return 'The agreed service level was missed.'
  if (slaMet === undefined || typeof pulse !== 'number')
    return 'Whether the client feels what the service report says is not known yet.'
  const view = `The service level is met, and the client gives ${Math.round(pulse * 100) / 100} of 5.`
  return outcome === 'unmet' ? `${view} Green outside, red inside: talk about it.` : view
}

function leaverWords(days: unknown): string {
  if (typeof days !== 'number') return 'How long people who left could still get in is not known, or nobody left.'
  if (days === 0) return 'Nobody could get in past the day they left.'
  return `Somebody who left could get in for ${days} more ${days === 1 ? 'day' : 'days'}.`
}

function holdWords(facts: Facts): string {
  const keys = [
    ['the domain name', facts.clientHoldsRegistrar],
    ['the main cloud account', facts.clientHoldsTenant],
    ['the password vault', facts.clientHoldsVault],
  ] as const
  const missing = keys.filter(([, holds]) => holds === false).map(([name]) => name)
  if (missing.length > 0) return `The client does not hold: ${missing.join(', ')}.`
  return keys.every(([, holds]) => holds)
    ? 'The client holds the domain name, the main cloud account and the password vault.'
    : 'What the client holds in its own name is not fully known yet.'
}

function reviewTable({ services = [] }: Facts): ReportBlock[] {
  const rows = services
    .filter(({ critical }) => critical)
    .slice(0, mostRows)
    .map(({ name, reviewedAt }) => [name ?? 'no name', reviewedAt ?? 'no day'])
  return rows.length === 0 ? [] : [{ is: 'table', columns: ['Critical service', 'Last review'], rows }]
}
