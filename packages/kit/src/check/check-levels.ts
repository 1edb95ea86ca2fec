import { pointerOf } from '@joinery/core'
import type { View } from './view.ts'

/** Reports levels that nobody can reach, clauses without indicators or with gaps, and scopes that hold nothing. */
export function checkLevels(view: View): void {
  checkClauses(view)
  if (view.whole.isGated) checkScale(view)
  for (const [index, { id, indicators }] of (view.own.scopes ?? []).entries())
    if (indicators?.length === 0)
      view.report({
        code: 'missing',
        severity: 'error',
        path: pointerOf('scopes', index, 'indicators'),
        value: [],
        message: `the scope "${id}" holds no indicator; name some, or leave "indicators" out to take in all`,
      })
}

function checkScale({ own, whole, report }: View): void {
  const used = new Set(whole.indicators.map(({ level }) => level))
  for (const [index, { level, name }] of (own.scale?.levels ?? []).entries()) {
    if (level === 0 || used.has(level)) continue
    report({
      code: 'unreachable',
      severity: 'error',
      path: pointerOf('scale', 'levels', index),
      value: level,
      message: `nobody can reach level ${level} "${name}": no indicator has this level; write one, or drop the level`,
    })
  }
}

function checkClauses({ own, whole, report }: View): void {
  const used = new Set(whole.indicators.map(({ level }) => level))
  const levels = whole.levels.map(({ level }) => level).filter((level) => used.has(level))
  for (const [p, { clauses }] of (own.reference?.principles ?? []).entries())
    for (const [c, { id }] of clauses.entries()) {
      const path = pointerOf('reference', 'principles', p, 'clauses', c)
      const held = whole.indicators.filter(({ clause }) => clause === id).map(({ level }) => level)
      if (held.length === 0)
        report({
          code: 'unreachable',
          severity: 'error',
          path,
          value: id,
          message: `the clause "${id}" has no indicator and can never count; write one, or drop the clause`,
        })
      else if (whole.isGated)
        reportGaps(
          report,
          { id, path },
          levels.filter((level) => !held.includes(level)),
        )
    }
}

function reportGaps(report: View['report'], { id, path }: { id: string; path: string }, gaps: readonly number[]): void {
  if (gaps.length === 0) return
  const [noun, verb] = gaps.length === 1 ? ['level', 'is'] : ['levels', 'are']
  report({
    code: 'unreachable',
    severity: 'warning',
    path,
    value: id,
    message: `the clause "${id}" has no indicator of ${noun} ${gaps.join(', ')}, which ${verb} passed over; write one for each level`,
  })
}
