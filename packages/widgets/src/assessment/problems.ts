import { idOf } from './id-of.ts'
import type { View } from './view.ts'

export interface Problem {
  readonly id: string
  readonly text: string
}

/** What keeps somebody from going on: entries that cannot be read, and "does not apply" without a reason. */
export function problemsOf({ state, desk, words, session }: View): readonly Problem[] {
  const page = state.pages.find(({ id }) => id === state.page)
  if (page?.kind !== 'principle') return faultsOf(desk.faults)
  const reasons = session.document.answers.notApplicable?.reasons.map(({ code }) => code) ?? []
  for (const { id } of page.clauses.flatMap(({ indicators }) => indicators)) {
    const answer = state.record.answers?.[id]
    const isOpen = answer?.value === 'notApplicable' && !reasons.includes(answer.reason ?? '')
    const box = idOf('reason', id)
    if (isOpen) desk.faults.set(box, words.problemReason)
    else desk.faults.delete(box)
  }
  return faultsOf(desk.faults)
}

function faultsOf(faults: ReadonlyMap<string, string>): readonly Problem[] {
  return [...faults].map(([id, text]) => ({ id, text }))
}
