import { isPlainObject, modelFields, operatorPhrases, type RuleSet } from '@joinery/core'
import { listOf, member } from './data.ts'

/** Names of facts in plain words, by id; the phrases of a plugin's operators too. */
export type Labels = ReadonlyMap<string, string>

const modelLabels: readonly (readonly [string, string])[] = modelFields.map(({ path, about }) => [path, about])

/** What each fact is called in plain words, those of the rule set included. */
export function labelsOf({ document }: RuleSet): Labels {
  return new Map([...modelLabels, ...(document.facts ?? []).map(({ id, title }) => [id, title] as const)])
}

/** What a condition asks for, in plain words: `Who keeps the plan up to date: recorded`. */
export function conditionWords(condition: unknown, labels: Labels, list?: string): string {
  const words = (inner: unknown) => conditionWords(inner, labels, list)
  const [all, any] = [member(condition, 'all'), member(condition, 'any')]
  if (Array.isArray(all))
    return all.length === 1 ? words(all[0]) : all.map((inner) => grouped(words, inner)).join(' and ')
  if (Array.isArray(any))
    return any.length === 1 ? words(any[0]) : any.map((inner) => grouped(words, inner)).join(' or ')
  const not = member(condition, 'not')
  if (not !== undefined) return `not (${words(not)})`
  const named = member(condition, 'condition')
  if (typeof named === 'string') return `the condition "${named}"`
  return `${readWords(condition, labels, list)}${askedWords(condition, labels, list)}`
}

function grouped(words: (inner: unknown) => string, inner: unknown): string {
  const isGroup = ['all', 'any'].some((key) => listOf(member(inner, key)).length > 1)
  return isGroup ? `(${words(inner)})` : words(inner)
}

/** What is looked at. */
function readWords(test: unknown, labels: Labels, list: string | undefined): string {
  const fact = String(member(test, 'fact'))
  const params = member(test, 'params')
  const path = member(test, 'path')
  const of = member(params, 'of')
  const steps = typeof path === 'string' ? ` (${path})` : ''
  if (typeof of !== 'string') return `${labelOf(fact, labels, list)}${steps}`
  const inside = (key: string, before: string) => {
    const inner = member(params, key)
    return inner === undefined ? '' : ` ${before} (${conditionWords(inner, labels, of)})`
  }
  const field = member(params, 'field')
  const items = `"${labelOf(of, labels, list)}"${inside('where', 'where')}`
  const newest =
    typeof field === 'string' ? `${labelOf(field, labels, of)} of the newest of ${items}` : `newest of ${items}`
  const known: Readonly<Record<string, string>> = {
    count: `how many of ${items}`,
    share: `share of ${items}${inside('that', 'with')}`,
    every: `every one of ${items}${inside('that', 'with')}`,
    newest,
    recorded: `anything in ${items}`,
  }
  return `${Object.hasOwn(known, fact) ? known[fact] : `${fact} of ${items}`}${steps}`
}

function labelOf(fact: string, labels: Labels, list: string | undefined): string {
  return (list === undefined ? undefined : labels.get(`${list}.${fact}`)) ?? labels.get(fact) ?? fact
}

/** What is asked of it. */
function askedWords(test: unknown, labels: Labels, list: string | undefined): string {
  const operator = String(member(test, 'operator'))
  const value = member(test, 'value')
  const fact = member(test, 'fact')
  if (operator === 'given') return value === false ? ': not recorded' : ': recorded'
  if (operator === 'inFuture') return value === false ? ': not to come' : ': still to come'
  if ((fact === 'every' || fact === 'recorded') && operator === 'equal') return value === false ? ': no' : ''
  const shown = isPlainObject(value) ? readWords(value, labels, list) : valueWords(value)
  // the operators of plugins are `bakery/…`, which no fact is called
  const added = operator.includes('/') ? labels.get(operator) : undefined
  const phrase = Object.hasOwn(operatorPhrases, operator) ? operatorPhrases[operator] : added
  return `: ${phrase === undefined ? `${operator} ${shown}` : phrase.replace('%', () => shown)}`
}

/** A value as a person would write it. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueWords).join(', ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
