import type { Draft, ReadTx } from '@joinery/store'
import type * as z from 'zod'
import { Problem } from '../kernel/problem.ts'
import type { CheckReport } from '../schemas/check-report.ts'
import type { Catalogue } from './catalogue.ts'
import type { DraftInput } from './check-draft.ts'

/** What was uploaded. */
export interface DraftContents {
  readonly document: Record<string, unknown>
  readonly cases: readonly Record<string, unknown>[]
}

export function draftContents({ document }: Draft): DraftContents {
  return document as DraftContents
}

export type Report = z.input<typeof CheckReport>

export function reportOf({ report }: Draft): Report | undefined {
  return (report ?? undefined) as Report | undefined
}

/** The names of what comes with the service are taken: otherwise nobody could tell which one a result was made by. */
export function refuseBundled(catalogue: Catalogue, ruleSet: string): void {
  if (!catalogue.isBundled(ruleSet)) return
  throw new Problem(
    'conflict',
    `"${ruleSet}" comes with the service. Give yours another id, and let it extend "${ruleSet}".`,
  )
}

/** A draft with what it is read and compared with: the rule set it extends, and the version that is current now. */
export async function draftInput(draft: Draft, tx: ReadTx, catalogue: Catalogue): Promise<DraftInput> {
  const { document, cases } = draftContents(draft)
  const current = await catalogue.current(tx, draft.ruleSet)
  return {
    document,
    cases,
    bases: await baseTexts(document, tx, catalogue),
    before: current && (await catalogue.text(tx, current.digest)),
  }
}

/** The current version of what a document extends, and the one it pins by its hash. */
async function baseTexts({ extends: base }: Record<string, unknown>, tx: ReadTx, catalogue: Catalogue) {
  const { ruleSet, hash } = (typeof base === 'object' && base !== null ? base : {}) as Record<string, unknown>
  const current = typeof ruleSet === 'string' ? await catalogue.current(tx, ruleSet) : undefined
  const digests = new Set([current?.digest, hash].filter((digest) => typeof digest === 'string'))
  const texts: string[] = []
  for (const digest of digests) {
    const text = await catalogue.text(tx, digest)
    if (text !== undefined) texts.push(text)
  }
  return texts
}
