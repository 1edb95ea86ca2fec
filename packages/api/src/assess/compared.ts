import { timelineOf, type Compared, type Timeline } from '@joinery/core'
import type { ReadTx, ResultSummary, StoredResult } from '@joinery/store'
import type { Service } from '../kernel/service.ts'
import { limits } from '../limits.ts'
import { basisOfResult, optionsFor } from './basis.ts'

/** A kept result as it can be compared: its record, by its rules, on its day. */
export async function comparedOf(kept: StoredResult, service: Service, tx: ReadTx): Promise<Compared> {
  const basis = await basisOfResult(kept, service, tx)
  const witnessed = { id: kept.relationship, record: kept.record }
  return { assessor: basis.assessor, relationship: kept.record, options: optionsFor(basis, witnessed, service) }
}

/** Kept results, oldest first, as they can be compared. */
export async function comparedAll(
  newestFirst: readonly Pick<ResultSummary, 'id'>[],
  service: Service,
  tx: ReadTx,
): Promise<readonly { readonly id: string; readonly side: Compared }[]> {
  const sides: { id: string; side: Compared }[] = []
  for (const { id } of newestFirst.toReversed()) {
    const kept = await tx.results.get(id)
    if (kept !== undefined) sides.push({ id, side: await comparedOf(kept, service, tx) })
  }
  return sides
}

/** How it went up to a kept result, over those before it of the same rule set and scope. It stays as it is. */
export async function timelineUpTo(kept: StoredResult, service: Service, tx: ReadTx): Promise<() => Timeline> {
  const { id, relationship, ruleSet, scope, createdAt } = kept
  const before = await tx.results.history({ relationship, ruleSet, after: { at: createdAt, id }, limit: limits.trend })
  const earlier = before.items.filter((item) => item.scope === scope).slice(0, limits.timeline - 1)
  const sides = await comparedAll([{ id }, ...earlier], service, tx)
  return () => timelineOf(sides.map(({ side }) => side))
}
