import { pointerOf } from '@joinery/core'
import { textsOf, type TextsById } from './texts.ts'
import type { View, Whole } from './view.ts'

/** How much of a rule set is there in another language. */
export interface LocaleCoverage {
  readonly language: string
  readonly texts: number
  readonly missing: readonly { readonly id: string; readonly field: string }[]
}

/** The share of its texts that a rule set has in each of its other languages. */
export function localeCoverage(whole: Whole): LocaleCoverage[] {
  const wanted = textsOf(whole)
  const all = [...wanted].flatMap(([id, fields]) => [...fields.keys()].map((field) => ({ id, field })))
  return Object.entries(whole.locales).map(([language, texts]) => ({
    language,
    texts: all.length,
    missing: all.filter(({ id, field }) => !isThere(texts[id]?.[field])),
  }))
}

/** Reports translations that are not whole, and those of things that are not there. */
export function checkLocales({ own, whole, report }: View): void {
  const wanted = textsOf(whole)
  for (const { language, texts, missing } of localeCoverage(whole)) {
    const mine = own.locales?.[language]
    if (mine === undefined) continue
    const path = pointerOf('locales', language)
    if (missing.length > 0 && !coversScope(whole, missing))
      report({
        code: 'missing',
        severity: 'warning',
        path,
        value: language,
        message: `${missing.length} of ${texts} texts are not in "${language}" yet (${share(texts - missing.length, texts)} are): ${someOf(missing)}; translate them`,
      })
    for (const [id, fields] of Object.entries(mine)) checkOne({ wanted, report }, { path, language, id, fields })
  }
}

/** A language may be there for one scope alone: what its pages show is translated, and the rest is not asked there. */
function coversScope(whole: Whole, missing: LocaleCoverage['missing']): boolean {
  return (whole.document.scopes ?? []).some((scope) => {
    const { indicators, questions = [] } = scope
    if (indicators === undefined) return false
    const asked = whole.questions.filter(({ id }) => questions.includes(id))
    const judged = whole.indicators.filter(({ id }) => indicators.includes(id))
    const clauses = [...judged, ...asked].map(({ clause }) => clause ?? '')
    const principles = whole.principles.filter((principle) => principle.clauses.some(({ id }) => clauses.includes(id)))
    const shown = new Set([
      'rule-set',
      'scale',
      'answers',
      scope.id,
      ...indicators,
      ...clauses,
      ...principles.map(({ id }) => id),
      ...questions,
      ...asked.flatMap(({ fact, fields = [] }) => fields.map(({ field }) => `${fact}.${field}`)),
    ])
    return missing.every(({ id }) => !shown.has(id))
  })
}

interface Translated {
  readonly path: string
  readonly language: string
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
}

function checkOne(
  { wanted, report }: { wanted: TextsById; report: View['report'] },
  { path, ...one }: Translated,
): void {
  const { id, fields, language } = one
  const known = wanted.get(id)
  if (known === undefined) {
    report({
      code: 'unknown-id',
      severity: 'error',
      path: path + pointerOf(id),
      value: id,
      message: `there is nothing with the id "${id}" to translate; drop it`,
    })
    return
  }
  for (const [field, text] of Object.entries(fields)) {
    const at = { path: path + pointerOf(id, field), value: field }
    if (!known.has(field))
      report({
        ...at,
        code: 'unknown-key',
        severity: 'error',
        message: `"${id}" has no "${field}" to translate; it has ${[...known.keys()].join(', ')}`,
      })
    else if (!isThere(text))
      report({
        ...at,
        code: 'missing',
        severity: 'warning',
        message: `the "${field}" of "${id}" is empty in "${language}"; write it, or drop it`,
      })
  }
}

function isThere(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

function someOf(missing: LocaleCoverage['missing']): string {
  const shown = missing.slice(0, 5).map(({ id, field }) => `${id} ${field}`)
  return `${shown.join(', ')}${missing.length > shown.length ? ' …' : ''}`
}

/** Rounded down: 100 % is said only when nothing is missing. */
function share(part: number, whole: number): string {
  return `${Math.floor((part / whole) * 100)} %`
}
