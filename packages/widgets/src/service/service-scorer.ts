import type { AssessOptions, Outcome, Result } from '@joinery/core'
import { whenIdle } from '../page/when-idle.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import type { Live, Scorer } from '../session/scorer.ts'
import type { Kept } from './kept.ts'
import type { Line } from './line.ts'
import { patiently } from './patiently.ts'
import type { Sync } from './sync.ts'

export interface ServiceScorerParts {
  readonly line: Line
  readonly sync: Sync
  readonly document: RuleSetData
  readonly hash: string
  readonly kept: () => Kept
  readonly keep: (next: Partial<Kept>) => void
  /** The service has gone on to another version of the rule set. */
  readonly onNewer: () => void
}

/** Scored by the service, from the record that has arrived there; the last page's result is kept there too. */
export function createServiceScorer(parts: ServiceScorerParts): Scorer {
  const { line, sync, document, hash } = parts
  const last: Last = { result: undefined }
  let turn = 0
  const checked = (result: Result): Result => {
    if (result.provenance.hash !== hash) parts.onNewer()
    return (last.result = result)
  }
  const read = async (what: string, { asOf, scope = 'full' }: AssessOptions) => {
    const query = new URLSearchParams({ ruleSet: document.id, asOf, scope })
    return (await line('GET', `/v1/relationships/${sync.relationship()}/${what}?${query}`)).body
  }
  // the page of the result comes last; what was asked for before is sent as soon as it may be
  let loading: Promise<Keeping> | undefined
  const keeping = () => (loading ??= loadKeeping({ ...parts, read, checked, last }))
  const later = () => void keeping().catch(() => (loading = undefined))
  if (parts.kept().submission === undefined) whenIdle(later)
  else later()
  return {
    hash,
    live: async (_record, options) => {
      const mine = ++turn
      await sync.settled()
      if (mine !== turn || sync.relationship() === undefined) throw new Error('nothing to score yet')
      return liveOf(checked((await read('assessment', options)) as Result))
    },
    assess: async (record, options) => (await patiently(keeping)).assess(record, options),
    worthAsking: async (record, options) => (await patiently(keeping)).worthAsking(record, options),
  }
}

/** The result that was read last. */
export interface Last {
  result: Result | undefined
}

export interface KeepingParts extends ServiceScorerParts {
  readonly read: (what: string, options: AssessOptions) => Promise<unknown>
  readonly checked: (result: Result) => Result
  readonly last: Last
}

type Keeping = Pick<Scorer, 'assess' | 'worthAsking'>

async function loadKeeping(parts: KeepingParts): Promise<Keeping> {
  return (await import('./service-result.ts')).createKeeping(parts)
}

function liveOf({ headline, principles, clauses }: Result): Live {
  const found = clauses.flatMap(({ outcomes }) => outcomes)
  const isSettled = ({ declared, outcome }: (typeof found)[number]) =>
    declared === null && (outcome === 'met' || outcome === 'partly' || outcome === 'unmet')
  return {
    headline,
    principles,
    clauses,
    outcomes: new Map(found.map(({ indicator, outcome }): [string, Outcome] => [indicator, outcome])),
    settled: new Set(found.filter(isSettled).map(({ indicator }) => indicator)),
  }
}
