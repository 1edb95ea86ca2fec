import { createFaults, didYouMean, pointerOf, shown, type Faults } from './fault.ts'
import type { ResolvedDocument, RuleSet } from './rule-set/rule-set.ts'
import { checkShape } from './schema/check-shape.ts'
import { isPlainObject } from './schema/shape-limits.ts'

/** The part of a rule set that says what sector data is like. */
export interface DeclaredSectors extends Pick<RuleSet, 'closed'> {
  readonly document: Pick<ResolvedDocument, 'facts' | 'instrument'>
}

/**
 * Sector data that the rule set declares must have the declared type. What it does not declare is left alone, but where the
 * plugin of a sector is at hand: there all is declared, and what is asked as a choice is one of the choices.
 */
export function checkExtension(ext: unknown, ruleSet: DeclaredSectors, faults: Faults): void {
  if (!isPlainObject(ext)) return
  for (const fact of ruleSet.document.facts ?? []) {
    const steps = fact.id.split('.')
    const value = valueAt(ext, steps.slice(1))
    if (value === undefined || value === null) continue
    if (fact.value !== undefined) {
      const message = `"${fact.id}" is a limit of the rule set (${shown(fact.value)}); a record cannot set it, so remove it`
      faults.add({ code: 'not-allowed', path: pointerOf(...steps), value, message })
      continue
    }
    const inner = createFaults()
    checkShape(shapeOf(fact, ruleSet), value, inner)
    for (const fault of inner.list) faults.add({ ...fault, path: `${pointerOf(...steps)}${fault.path}` })
  }
  const declared = (ruleSet.document.facts ?? []).map(({ id }) => id)
  for (const name of ruleSet.closed ?? []) checkKeys(valueAt(ext, [name]), `ext.${name}`, { declared, faults })
}

function valueAt(data: unknown, steps: readonly string[]): unknown {
  let value = data
  for (const step of steps) value = isPlainObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
  return value
}

interface Declared {
  readonly declared: readonly string[]
  readonly faults: Faults
}

/** Reports what stands beside the declared facts, with the one that was perhaps meant. */
function checkKeys(value: unknown, path: string, { declared, faults }: Declared): void {
  if (value === undefined || value === null || declared.includes(path)) return
  const inside = declared.filter((id) => id.startsWith(`${path}.`))
  const known = [...new Set(inside.map((id) => id.slice(path.length + 1).split('.')[0]!))]
  if (!isPlainObject(value)) {
    const message = `"${path}" should be an object with ${known.slice(0, 5).join(', ') || 'the facts of the plugin'} …`
    faults.add({ code: 'wrong-type', path: pointerOf(...path.split('.')), value, message })
    return
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) {
      checkKeys(value[key], `${path}.${key}`, { declared, faults })
      continue
    }
    const hint = didYouMean(key, known) || `; the plugin knows ${known.slice(0, 10).join(', ')}`
    const message = `unknown key ${shown(key)} in ${path}${hint}`
    faults.add({ code: 'unknown-key', path: pointerOf(...path.split('.'), key), value: value[key], message })
  }
}

type Fact = NonNullable<RuleSet['document']['facts']>[number]
type Shape = Parameters<typeof checkShape>[0]

const scalarShapes = {
  text: { is: 'text', most: 10_000 },
  number: { is: 'number' },
  share: { is: 'number', least: 0 },
  yesNo: { is: 'yesNo' },
  date: { is: 'date' },
} as const satisfies Record<string, Shape>

function shapeOf({ id, type, fields = {} }: Fact, ruleSet: DeclaredSectors): Shape {
  const choices = choicesOf(ruleSet)
  const scalar = (of: keyof typeof scalarShapes, place: string): Shape => {
    const values = choices.get(place)
    return of === 'text' && values !== undefined ? { is: 'oneOf', values, orEmpty: true } : scalarShapes[of]
  }
  if (type === 'texts') return { is: 'list', of: scalar('text', id), most: 5_000 }
  if (type !== 'records') return scalar(type, id)
  const inside = Object.entries(fields).map(([name, of]) => [name, scalar(of, `${id}.${name}`)] as const)
  return { is: 'list', most: 5_000, of: { is: 'object', fields: Object.fromEntries(inside) } }
}

const knownChoices = new WeakMap<DeclaredSectors, ReadonlyMap<string, readonly string[]>>()

/** What may be chosen, by the fact or the field that the answer writes; of sectors whose plugin is at hand. */
function choicesOf(ruleSet: DeclaredSectors): ReadonlyMap<string, readonly string[]> {
  const known = knownChoices.get(ruleSet)
  if (known !== undefined) return known
  const choices = new Map<string, readonly string[]>()
  const add = (place: string, offered: readonly { readonly value: string }[] | undefined) => {
    if (offered !== undefined) choices.set(place, [...(choices.get(place) ?? []), ...offered.map(({ value }) => value)])
  }
  for (const { fact, choices: offered, fields = [] } of ruleSet.document.instrument?.questions ?? []) {
    if (!(ruleSet.closed ?? []).some((name) => fact.startsWith(`ext.${name}.`))) continue
    add(fact, offered)
    for (const { field, choices: inside } of fields) add(`${fact}.${field}`, inside)
  }
  knownChoices.set(ruleSet, choices)
  return choices
}
