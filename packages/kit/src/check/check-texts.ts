import { pointerOf } from '@joinery/core'
import { readingEase } from './reading-ease.ts'
import type { View } from './view.ts'

/** Easiest language that a busy owner reads without effort; below it a text is to be made plainer. */
const leastEase = 60

type Texts = Readonly<Record<string, unknown>>

/**
 * Reports texts that are missing (warnings) and, in English, texts that are hard to read (errors): the guidance of a
 * principle or clause as a whole, and the statement of each indicator.
 */
export function checkTexts(view: View): void {
  for (const [p, principle] of (view.own.reference?.principles ?? []).entries()) {
    const path = pointerOf('reference', 'principles', p)
    checkOne(view, principle, { path, asked: guidance, judged: guidance })
    for (const [c, clause] of principle.clauses.entries())
      checkOne(view, clause, { path: `${path}/clauses/${c}`, asked: guidance, judged: guidance })
  }
  for (const [i, indicator] of (view.own.practice?.indicators ?? []).entries())
    checkOne(view, indicator, {
      path: pointerOf('practice', 'indicators', i),
      asked: ['statement', 'unmet', 'next'],
      judged: ['statement'],
    })
}

const guidance = ['what', 'why', 'how'] as const

interface Place {
  readonly path: string
  readonly asked: readonly string[]
  readonly judged: readonly string[]
}

function checkOne({ report, whole }: View, texts: Texts & { readonly id: string }, place: Place): void {
  for (const field of place.asked)
    if (typeof texts[field] !== 'string' || texts[field].trim() === '')
      report({
        code: 'missing',
        severity: 'warning',
        path: `${place.path}/${field}`,
        message: `"${texts.id}" has no "${field}" text; write one`,
      })
  if (!whole.language.startsWith('en')) return
  const judged = place.judged.flatMap((field) => (typeof texts[field] === 'string' ? [texts[field]] : []))
  const ease = readingEase(judged.join('\n'))
  if (ease === undefined || ease >= leastEase) return
  report({
    code: 'out-of-range',
    severity: 'error',
    path: place.judged.length === 1 ? `${place.path}/${place.judged[0]}` : place.path,
    value: Math.round(ease),
    message: `the ${place.judged.join(', ')} of "${texts.id}" ${place.judged.length === 1 ? 'is' : 'are'} hard to read: reading ease ${Math.round(ease)}, at least ${leastEase} is wanted; use shorter sentences and shorter words`,
  })
}
