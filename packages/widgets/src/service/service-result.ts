import type { AssessOptions, Path, Relationship, Result } from '@joinery/core'
import { scopeOf, type Scope } from '../rule-set/document.ts'
import type { Assessed, Scorer } from '../session/scorer.ts'
import { patiently } from './patiently.ts'
import type { KeepingParts } from './service-scorer.ts'
import { createSubmitter } from './submitter.ts'

/** The complete result, which the service makes and keeps. */
export function createKeeping(parts: KeepingParts): Pick<Scorer, 'assess' | 'worthAsking'> {
  const { line, sync, document, kept, keep, read, checked, last } = parts
  const submitter = createSubmitter({ line, sync, ruleSet: document.id, kept, keep })
  submitter.submit().catch(() => undefined)
  return {
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
      last.result === undefined ? [] : openOf(last.result, scopeOf(document, scope)),
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
