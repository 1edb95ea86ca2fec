import { isPlainObject, type RuleSet } from '@joinery/core'
import type { RuleChange } from './change.ts'
import { valueWords } from './condition-words.ts'
import { isSame, listOf, member, type Data } from './data.ts'
import { diffFields, type Pair } from './diff-fields.ts'
import { fieldsOf, type Fields } from './specs.ts'

/** The differences in what a rule set has only one of: its head, scale, method, rules for answers, texts in other languages. */
export function diffWhole(before: RuleSet, after: RuleSet, sides: Pair['sides']): RuleChange[] {
  const [old, fresh] = [before.document, after.document]
  const single = (of: RuleChange['of'], path: string, [from, to]: readonly [unknown, unknown]) =>
    diffSingle({ of, id: after.id, path, sides, before: dataOf(from), after: dataOf(to) })
  return [
    ...single('rule-set', '', [headOf(old), headOf(fresh)]),
    ...reasonChanges(before, after),
    ...single('scale', '/scale', [old.scale, fresh.scale]),
    ...methodChanges(before, after),
    ...notApplicableChanges({ before, after, sides }),
    ...localeChanges(before, after),
  ]
}

function diffSingle(pair: Pair): RuleChange[] {
  const fields: Fields = fieldsOf[pair.of as keyof typeof fieldsOf]
  return diffFields(pair, fields)
}

/** What no other comparison looks at; a field that is new to the format is among it. */
function headOf(document: Data): Data {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !elsewhere.has(key)))
}

const elsewhere: ReadonlySet<string> = new Set(
  (
    'version resolved scale method answers profile facts conditions reference practice instrument scopes lenses plan ' +
    'competences locales'
  ).split(' '),
)

function reasonChanges(before: RuleSet, after: RuleSet): RuleChange[] {
  const reasons = ({ changes }: RuleSet) =>
    new Map(changes.map(({ ruleSet, target, field, because }) => [`${ruleSet} ${target} ${field}`, because]))
  const [old, fresh] = [reasons(before), reasons(after)]
  return [...fresh].flatMap(([key, to]): RuleChange[] => {
    const from = old.get(key)
    if (from === undefined || from === to) return []
    const words = `why ${key.split(' ').slice(1).join(' ')} was changed: “${valueWords(from)}” → “${valueWords(to)}”`
    const path = '/resolved/changes'
    return [{ kind: 'reworded', of: 'rule-set', id: after.id, field: 'because', from, to, bump: 'patch', path, words }]
  })
}

function methodChanges(before: RuleSet, after: RuleSet): RuleChange[] {
  const at = { of: 'method', kind: 'changed', id: after.method.name } as const
  const [from, to] = [before.method.name, after.method.name]
  if (from !== to)
    return [{ ...at, field: 'name', from, to, bump: 'major', path: '/method/name', words: `name: ${from} → ${to}` }]
  const [old, fresh] = [before.method.parameters, after.method.parameters]
  return Object.keys({ ...old, ...fresh }).flatMap((field): RuleChange[] => {
    if (old[field] === fresh[field]) return []
    const words = `${field}: ${valueWords(old[field])} → ${valueWords(fresh[field])}`
    const path = `/method/parameters/${field}`
    return [{ ...at, kind: 'threshold', field, from: old[field], to: fresh[field], bump: 'minor', path, words }]
  })
}

/** Whether, how often and for which reasons something may not apply. */
function notApplicableChanges({ before, after, sides }: { before: RuleSet; after: RuleSet; sides: Pair['sides'] }) {
  const [old, fresh] = [before.document.answers.notApplicable, after.document.answers.notApplicable]
  const path = '/answers/notApplicable'
  const at = { of: 'answers', id: after.id, path } as const
  if (isSame(old, fresh)) return []
  const whole = { ...at, field: 'notApplicable', from: old, to: fresh }
  if (old === undefined)
    return [{ ...whole, kind: 'added', bump: 'minor', words: '"does not apply" may be answered now' } as const]
  if (fresh === undefined)
    return [
      { ...whole, kind: 'removed', bump: 'major', words: '"does not apply" may not be answered any more' } as const,
    ]
  const reasons = { is: 'items', key: 'code', removed: 'major', fields: { label: { is: 'text' } } } as const
  return diffFields({ ...at, sides, before: old, after: fresh }, { ...fieldsOf.answers, reasons })
}

/** Texts in other languages, one change for each language. */
function localeChanges(before: RuleSet, after: RuleSet): RuleChange[] {
  const [old, fresh] = [dataOf(before.document.locales), dataOf(after.document.locales)]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((language): RuleChange[] => {
    const [from, to] = [member(old, language), member(fresh, language)]
    if (isSame(from, to)) return []
    const at = { of: 'locale', id: language, bump: 'patch', path: `/locales/${language}` } as const
    if (from === undefined) return [{ ...at, kind: 'added', words: `${Object.keys(dataOf(to)).length} texts` }]
    if (to === undefined) return [{ ...at, kind: 'removed', words: `${Object.keys(dataOf(from)).length} texts` }]
    const ids = [...new Set([...Object.keys(dataOf(from)), ...Object.keys(dataOf(to))])]
    const changed = ids.filter((id) => !isSame(member(from, id), member(to, id)))
    return [{ ...at, kind: 'reworded', words: `the texts of ${valueWords(listOf(changed))}` }]
  })
}

function dataOf(value: unknown): Data {
  return isPlainObject(value) ? value : {}
}
