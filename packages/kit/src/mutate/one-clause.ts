import type { RuleSet } from '@joinery/core'

type Document = RuleSet['document']

/** A document cut down to one clause: quick to read, and the clause comes out as in the whole. */
export function oneClause(document: Document, clause: string): Document {
  const { instrument: _i, lenses: _l, plan: _p, competences: _c, locales: _t, resolved: _r, ...rest } = document
  const indicators = document.practice.indicators.filter((indicator) => indicator.clause === clause)
  const ids = new Set(indicators.map(({ id }) => id))
  return {
    ...rest,
    reference: {
      principles: document.reference.principles.flatMap((principle) => {
        const clauses = principle.clauses.filter(({ id }) => id === clause)
        return clauses.length === 0 ? [] : [Object.assign({ ...principle }, { clauses })]
      }),
    },
    practice: { indicators: indicators.map(({ requires: _requires, ...indicator }) => indicator) },
    scopes: (document.scopes ?? []).map(({ questions: _questions, indicators: own, ...scope }) =>
      Object.assign({ ...scope }, own === undefined ? {} : { indicators: own.filter((id) => ids.has(id)) }),
    ),
  }
}
