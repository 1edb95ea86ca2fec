import { dangerousKeys, didYouMean, type Faults } from '../fault.ts'
import { checkIndicatorLists, checkQuestions } from './check-instrument.ts'
import { reportAbsent, reportTo, type Report } from './check-report.ts'
import { factCatalogue } from './facts-of.ts'
import { isMethodName, methods } from './methods.ts'
import { standingAnswers, type Resolution } from './resolution.ts'

/** Reports ids that are used twice or lead nowhere, and values that contradict each other. */
export function checkReferences(resolution: Resolution, faults: Faults): void {
  const report = reportTo(faults)
  const catalogue = factCatalogue(resolution.document.facts ?? [])
  checkUniqueness(resolution, report)
  checkScale(resolution, report)
  checkMethod(resolution, report)
  checkIndicators(resolution, report)
  checkOwnFacts(resolution, report)
  checkQuestions(resolution, { catalogue, report })
  checkIndicatorLists(resolution, report)
}

function checkUniqueness({ document, own }: Resolution, report: Report): void {
  const seen = new Map<string, number>()
  const note = (id: string) => seen.set(id, (seen.get(id) ?? 0) + 1)
  for (const principle of document.reference.principles) {
    note(principle.id)
    principle.clauses.forEach(({ id }) => note(id))
  }
  document.practice.indicators.forEach(({ id }) => note(id))
  document.instrument?.questions.forEach(({ id }) => note(id))
  for (const fact of document.facts ?? []) note(fact.id)
  const check = (id: string, steps: readonly (string | number)[]) => {
    if (seen.get(id)! > 1)
      report('duplicate', [...steps, 'id'], {
        value: id,
        message: `the id "${id}" is used more than once; ids are permanent and belong to one thing`,
      })
  }
  for (const [p, principle] of (own.reference?.principles ?? []).entries()) {
    check(principle.id, ['reference', 'principles', p])
    for (const [c, { id }] of principle.clauses.entries()) check(id, ['reference', 'principles', p, 'clauses', c])
  }
  for (const [i, { id }] of (own.practice?.indicators ?? []).entries()) check(id, ['practice', 'indicators', i])
  for (const [q, { id }] of (own.instrument?.questions ?? []).entries()) check(id, ['instrument', 'questions', q])
  for (const [f, { id }] of (own.facts ?? []).entries()) check(id, ['facts', f])
}

function checkScale({ own }: Resolution, report: Report): void {
  const levels = own.scale?.levels ?? []
  for (const [index, { level }] of levels.entries()) {
    const before = levels[index - 1]?.level ?? -1
    if (index === 0 && level !== 0)
      report('out-of-range', ['scale', 'levels', 0, 'level'], { value: level, message: 'the first level is 0' })
    if (level <= before)
      report('out-of-range', ['scale', 'levels', index, 'level'], {
        value: level,
        message: `levels rise; ${level} does not come after ${before}`,
      })
    if (level > own.scale!.top)
      report('out-of-range', ['scale', 'levels', index, 'level'], {
        value: level,
        message: `level ${level} is above the top of the scale, ${own.scale!.top}`,
      })
  }
  const values = (own.answers?.scale ?? []).map(({ value }) => value)
  for (const [index, value] of values.entries()) {
    const steps = ['answers', 'scale', index, 'value']
    if (values.indexOf(value) < index)
      report('duplicate', steps, { value, message: `the answer "${value}" is declared twice` })
    if ((standingAnswers as readonly string[]).includes(value))
      report('not-allowed', steps, { value, message: `"${value}" is an answer of every scale and cannot be declared` })
  }
}

function checkMethod({ document, own }: Resolution, report: Report): void {
  if (own.method === undefined) return
  const { name, parameters } = own.method
  if (!isMethodName(name)) {
    report('unknown-method', ['method', 'name'], {
      value: name,
      message: `unknown method "${name}"${didYouMean(name, Object.keys(methods)) || `; known methods: ${Object.keys(methods).join(', ')}`}`,
    })
    return
  }
  const known = Object.keys(methods[name])
  for (const [key, value] of Object.entries(parameters ?? {})) {
    if (!known.includes(key))
      report('unknown-key', ['method', 'parameters', key], {
        value,
        message: `the method "${name}" has no parameter "${key}"${didYouMean(key, known)}`,
      })
    else if (value < 0 || value > document.scale.top)
      report('out-of-range', ['method', 'parameters', key], {
        value,
        message: `${value} is out of range; it must be between 0 and ${document.scale.top}`,
      })
  }
}

function checkIndicators({ document, own }: Resolution, report: Report): void {
  const clauses = document.reference.principles.flatMap((principle) => principle.clauses.map(({ id }) => id))
  const ids = new Set(document.practice.indicators.map(({ id }) => id))
  const levels = document.scale.levels.map(({ level }) => level).filter((level) => level > 0)
  const gated = document.method.name !== 'weighted-mean-v1'
  for (const [index, indicator] of (own.practice?.indicators ?? []).entries()) {
    const at = ['practice', 'indicators', index]
    if (!clauses.includes(indicator.clause))
      reportAbsent(report, [...at, 'clause'], { what: 'clause', value: indicator.clause, known: clauses })
    if (indicator.level === undefined && gated)
      report('missing', [...at, 'level'], {
        message: `"level" is missing; the method "${document.method.name}" needs it`,
      })
    else if (indicator.level !== undefined && gated && !levels.includes(indicator.level))
      report('out-of-range', [...at, 'level'], {
        value: indicator.level,
        message: `the scale has no level ${indicator.level}; its levels are ${levels.join(', ')}`,
      })
    for (const [r, required] of (indicator.requires ?? []).entries())
      if (!ids.has(required))
        reportAbsent(report, [...at, 'requires', r], { what: 'indicator', value: required, known: ids })
  }
  checkCircles(document.practice.indicators, { own, report })
}

/** An indicator may not require itself, however many steps away. */
function checkCircles(
  indicators: readonly { id: string; requires?: string[] | undefined }[],
  { own, report }: { own: Resolution['own']; report: Report },
): void {
  const requires = new Map(indicators.map(({ id, requires: others }) => [id, others ?? []]))
  const circular = (id: string): boolean => {
    const open = [...(requires.get(id) ?? [])]
    const visited = new Set<string>()
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return true
      if (visited.has(next)) continue
      visited.add(next)
      open.push(...(requires.get(next) ?? []))
    }
    return false
  }
  for (const [index, { id }] of (own.practice?.indicators ?? []).entries())
    if (circular(id))
      report('circular', ['practice', 'indicators', index, 'requires'], {
        value: id,
        message: `"${id}" requires itself in a circle`,
      })
}

function checkOwnFacts({ own }: Resolution, report: Report): void {
  for (const [index, { id, type, fields }] of (own.facts ?? []).entries()) {
    const words = id.split('.')
    const wellFormed = /^ext(\.[A-Za-z][A-Za-z0-9]*){2,4}$/.test(id) && !words.some((word) => dangerousKeys.has(word))
    if (!wellFormed)
      report('bad-format', ['facts', index, 'id'], {
        value: id,
        message: `"${id}" should be ext.<namespace>.<name>, letters and digits only`,
      })
    else if (words[1] === 'joinery')
      report('not-allowed', ['facts', index, 'id'], {
        value: id,
        message: `"ext.joinery" is kept for Joinery itself; choose a namespace of your own`,
      })
    if (type === 'records' && fields === undefined)
      report('missing', ['facts', index, 'fields'], { message: 'a fact of type records names the fields of its items' })
    if (type !== 'records' && fields !== undefined)
      report('not-allowed', ['facts', index, 'fields'], {
        message: `only records have fields; this fact is of type ${type}`,
      })
  }
}
