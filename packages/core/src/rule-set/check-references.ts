import { dangerousKeys, didYouMean, orKnown, spotOf, type Faults, type Spot } from '../fault.ts'
import { checkIndicatorLists, checkQuestions } from './check-instrument.ts'
import { sayAbsent } from './say-absent.ts'
import { factCatalogue } from './facts-of.ts'
import { isGated, isMethodName, methods } from './methods.ts'
import { idsOf, standingAnswers, type Resolution } from './resolution.ts'

/** Reports ids that are used twice or lead nowhere, and values that contradict each other. */
export function checkReferences(resolution: Resolution, faults: Faults): void {
  const root = spotOf(faults)
  const catalogue = factCatalogue(resolution.document.facts ?? [])
  checkUniqueness(resolution, root)
  checkScale(resolution, root)
  checkMethod(resolution, root)
  checkIndicators(resolution, root)
  checkOwnFacts(resolution, root)
  checkQuestions(resolution, { catalogue, root })
  checkIndicatorLists(resolution, root)
}

function checkUniqueness({ document, own }: Resolution, root: Spot): void {
  const seen = new Map<string, number>()
  for (const [id] of idsOf(document)) seen.set(id, (seen.get(id) ?? 0) + 1)
  for (const [id, ...steps] of idsOf(own))
    if (seen.get(id)! > 1)
      root
        .at(...steps, 'id')
        .say('duplicate', id, `the id "${id}" is used more than once; ids are permanent and belong to one thing`)
}

function checkScale({ own }: Resolution, root: Spot): void {
  const levels = own.scale?.levels ?? []
  for (const [index, { level }] of levels.entries()) {
    const { say } = root.at('scale', 'levels', index, 'level')
    const before = levels[index - 1]?.level ?? -1
    if (index === 0 && level !== 0) say('out-of-range', level, 'the first level is 0')
    if (level <= before) say('out-of-range', level, `levels rise; ${level} does not come after ${before}`)
    if (level > own.scale!.top)
      say('out-of-range', level, `level ${level} is above the top of the scale, ${own.scale!.top}`)
  }
  const values = (own.answers?.scale ?? []).map(({ value }) => value)
  for (const [index, value] of values.entries()) {
    const { say } = root.at('answers', 'scale', index, 'value')
    if (values.indexOf(value) < index) say('duplicate', value, `the answer "${value}" is declared twice`)
    if ((standingAnswers as readonly string[]).includes(value))
      say('not-allowed', value, `"${value}" is an answer of every scale and cannot be declared`)
  }
}

function checkMethod({ document, own }: Resolution, root: Spot): void {
  if (own.method === undefined) return
  const { name, parameters } = own.method
  if (!isMethodName(name)) {
    const message = `unknown method "${name}"${orKnown(name, Object.keys(methods), 'known methods')}`
    root.at('method', 'name').say('unknown-method', name, message)
    return
  }
  const known = Object.keys(methods[name])
  for (const [key, value] of Object.entries(parameters ?? {})) {
    const { say } = root.at('method', 'parameters', key)
    if (!known.includes(key))
      say('unknown-key', value, `the method "${name}" has no parameter "${key}"${didYouMean(key, known)}`)
    else if (value < 0 || value > document.scale.top)
      say('out-of-range', value, `${value} is out of range; it must be between 0 and ${document.scale.top}`)
  }
}

function checkIndicators({ document, own }: Resolution, root: Spot): void {
  const clauses = document.reference.principles.flatMap((principle) => principle.clauses.map(({ id }) => id))
  const ids = new Set(document.practice.indicators.map(({ id }) => id))
  const levels = document.scale.levels.map(({ level }) => level).filter((level) => level > 0)
  const { name } = document.method
  // a name that is unknown is a fault of its own, told already
  const gated = !isMethodName(name) || isGated(methods[name])
  for (const [index, indicator] of (own.practice?.indicators ?? []).entries()) {
    const at = root.at('practice', 'indicators', index)
    if (!clauses.includes(indicator.clause))
      sayAbsent(at.at('clause'), { what: 'clause', value: indicator.clause, known: clauses })
    const { say } = at.at('level')
    if (indicator.level === undefined && gated)
      say('missing', undefined, `"level" is missing; the method "${name}" needs it`)
    else if (indicator.level !== undefined && gated && !levels.includes(indicator.level))
      say(
        'out-of-range',
        indicator.level,
        `the scale has no level ${indicator.level}; its levels are ${levels.join(', ')}`,
      )
    for (const [r, required] of (indicator.requires ?? []).entries())
      if (!ids.has(required)) sayAbsent(at.at('requires', r), { what: 'indicator', value: required, known: ids })
  }
  checkCircles(document.practice.indicators, { own, root })
}

/** An indicator may not require itself, however many steps away. */
function checkCircles(
  indicators: readonly { id: string; requires?: string[] | undefined }[],
  { own, root }: { own: Resolution['own']; root: Spot },
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
      root.at('practice', 'indicators', index, 'requires').say('circular', id, `"${id}" requires itself in a circle`)
}

function checkOwnFacts({ own }: Resolution, root: Spot): void {
  for (const [index, { id, type, fields }] of (own.facts ?? []).entries()) {
    const words = id.split('.')
    const wellFormed = /^ext(\.[A-Za-z][A-Za-z0-9]*){2,4}$/.test(id) && !words.some((word) => dangerousKeys.has(word))
    const { say } = root.at('facts', index, 'id')
    if (!wellFormed) say('bad-format', id, `"${id}" should be ext.<namespace>.<name>, letters and digits only`)
    else if (words[1] === 'joinery')
      say('not-allowed', id, `"ext.joinery" is kept for Joinery itself; choose a namespace of your own`)
    const ofFields = root.at('facts', index, 'fields')
    if (type === 'records' && fields === undefined)
      ofFields.say('missing', undefined, 'a fact of type records names the fields of its items')
    if (type !== 'records' && fields !== undefined)
      ofFields.say('not-allowed', undefined, `only records have fields; this fact is of type ${type}`)
  }
}
