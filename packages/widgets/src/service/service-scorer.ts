import type { AssessOptions, Outcome, Path, Relationship, Result } from '@joinery/core'
import { scopeOf, type RuleSetData, type Scope } from '../rule-set/document.ts'
import type { Assessed, Live, Scorer } from '../session/scorer.ts'
import type { Kept } from './kept.ts'
import type { Line } from './line.ts'
import { patiently } from './patiently.ts'
import { createSubmitter } from './submitter.ts'
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
  const { line, sync, document, hash, kept, keep } = parts
  const ruleSet = document.id
  let turn = 0
  let last: Result | undefined
  const submitter = createSubmitter({ line, sync, ruleSet, kept, keep })
  const checked = (result: Result): Result => {
    if (result.provenance.hash !== hash) parts.onNewer()
    return (last = result)
  }
  const read = async (what: string, { asOf, scope = 'full' }: AssessOptions) => {
    const query = new URLSearchParams({ ruleSet, asOf, scope })
    return (await line('GET', `/v1/relationships/${sync.relationship()}/${what}?${query}`)).body
  }
  submitter.submit().catch(() => undefined)
  return {
    hash,
    live: async (_record, options) => {
      const mine = ++turn
      await sync.settled()
      if (mine !== turn || sync.relationship() === undefined) throw new Error('nothing to score yet')
      return liveOf(checked((await read('assessment', options)) as Result))
    },
    assess: onceFor(async (record, options) => {
      submitter.wish(record, options)
      await sync.send(record)
      await submitter.submit()
      const kept = submitter.resultOf(record, options)
      const result = kept ?? ((await patiently(() => read('assessment', options))) as Result)
      const { items: paths } = (await patiently(() => read('paths', options))) as { items: readonly Path[] }
      return { result: checked(result), paths }
    }),
    worthAsking: async (_record, { scope = 'full' }) =>
      last === undefined ? [] : openOf(last, scopeOf(document, scope)),
  }
}

type Assess = (record: Relationship, options: AssessOptions) => Promise<Assessed>

/** One result is made of one record, however often it is asked for. */
function onceFor(assess: Assess): Assess {
  let last: (AssessOptions & { readonly record: Relationship; readonly done: Promise<Assessed> }) | undefined
  return (record, options) => {
    if (last?.record === record && last.asOf === options.asOf && last.scope === options.scope) return last.done
    const done = assess(record, options)
    last = { ...options, record, done }
    done.catch(() => (last = undefined))
    return done
  }
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

/** What is open, in the clauses that have most to win first. */
function openOf({ clauses }: Result, scope: Scope | undefined): string[] {
  const isAsked = (id: string) => scope?.indicators?.includes(id) ?? true
  return clauses
    .toSorted((left, right) => gainOf(right) - gainOf(left))
    .flatMap(({ outcomes }) =>
      outcomes.filter(({ outcome }) => outcome === 'unknown').map(({ indicator }) => indicator),
    )
    .filter(isAsked)
}

function gainOf({ score, potential }: Result['clauses'][number]): number {
  return (potential ?? 0) - (score ?? 0)
}
