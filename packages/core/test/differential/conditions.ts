import { baseOperators, decoratorNames, findOperator, ownOperators } from '../../src/operators/operator.ts'
import type { Random } from './random.ts'
import { derived, fitting, oddScalars, someNumber, type Readable, type Scenery } from './vocabulary.ts'

type Json = Record<string, unknown>

/** Where a condition stands. */
export interface Scene {
  readonly random: Random
  readonly scenery: Scenery
  /** Conditions that may be referred to here. */
  readonly names: readonly string[]
  /** Conditions made before: repeating one shows whether what is shared stays right. */
  readonly made: Json[]
  readonly list?: Readable
  readonly mayAskRecorded?: boolean
  /** Only what an untouched json-rules-engine knows too. */
  readonly plain: boolean
}

export function someCondition(scene: Scene, depth: number): Json {
  const { random, names, made } = scene
  if (made.length > 0 && random.chance(0.12)) return random.pick(made)
  const condition = { ...newCondition(scene, depth), ...label(random) }
  if (names.length > 0 && random.chance(0.1)) return { condition: random.pick(names), ...label(random) }
  made.push(condition)
  return condition
}

function newCondition(scene: Scene, depth: number): Json {
  const { random } = scene
  if (depth === 0 || random.chance(0.4)) return someTest(scene)
  const branch = () => someCondition(scene, depth - 1)
  const roll = random.below(10)
  if (roll < 2) return { not: branch() }
  return { [roll < 6 ? 'all' : 'any']: random.some(1, 3, branch) }
}

function label(random: Random): Json {
  return {
    ...(random.chance(0.12) ? { priority: random.pick([1, 2, 10, 0, -3, 2.5, 1e21]) } : {}),
    ...(random.chance(0.08) ? { name: random.pick(['why', '', 'Zoë ☂']) } : {}),
  }
}

function someTest(scene: Scene): Json {
  return testOf(scene, someReading(scene))
}

function testOf(scene: Scene, { json, reads }: Reading): Json {
  const { random } = scene
  // whether a list equals itself tells who reads it anew
  if (random.chance(String(json['path']).includes('*') ? 0.2 : 0.01))
    return { ...json, operator: random.pick(['equal', 'notEqual', 'swap:equal', 'someFact:in']), value: json }
  const operator = someOperator(scene, reads)
  return { ...json, operator, value: someValue(scene, operator, reads) }
}

interface Reading {
  readonly json: Json
  readonly reads: Pick<Readable, 'type' | 'choices'>
}

function someReading(scene: Scene): Reading {
  const { random, scenery, list, plain, mayAskRecorded } = scene
  if (list !== undefined) return itemReading(scene, list)
  if (mayAskRecorded && random.chance(0.2)) return recorded(scene)
  if (!plain && random.chance(0.35)) return listReading(scene)
  return factReading(random, random.pick(scenery.facts))
}

function recorded({ random, scenery }: Scene): Reading {
  return { json: { fact: 'recorded', params: { of: random.pick(scenery.facts).id } }, reads: { type: 'yesNo' } }
}

function factReading(random: Random, fact: Readable): Reading {
  const structured = fact.type === 'entity' || fact.type === 'records'
  if (!random.chance(structured ? 0.7 : 0.12)) return { json: { fact: fact.id }, reads: fact }
  const { path, reads } = somePath(random, fact)
  return { json: { fact: fact.id, path }, reads }
}

const names = ['n', 's', 'at', 'item', 'length', 'toString', '__x', 'a b', 'x-y', 'least']

function somePath(random: Random, fact: Readable): { path: string; reads: Reading['reads'] } {
  const field = random.chance(0.8) && fact.fields.length > 0 ? random.pick(fact.fields) : undefined
  const name = field?.id ?? random.pick(names)
  const step = /^[A-Za-z_][\w-]*$/.test(name) && random.chance(0.8) ? `.${name}` : `['${name}']`
  const wildcard = random.pick(['[*]', '.*'])
  const before = fact.type === 'entity' ? '' : random.pick([wildcard, wildcard, '[0]', '[1]'])
  const after = random.chance(0.15) ? random.pick(['[*]', '.*', '[0]', '.n', '[*].n', '.*.*']) : ''
  const start = random.chance(0.9) ? '$' : ''
  const path = random.chance(0.06)
    ? random.pick(['$', '$[*]', '$.*', '$[0]', '[*][*]'])
    : `${start}${before}${step}${after}`
  const isList = path.includes('*')
  return { path, reads: isList ? { type: 'texts' } : (field ?? { type: 'text' }) }
}

function listReading(scene: Scene): Reading {
  const { random, scenery } = scene
  const list = random.pick(scenery.lists)
  const inside = { ...scene, list, names: scene.names.filter((name) => name === 'recent'), made: [] }
  const condition = () => (random.chance(0.3) ? halfKnown(inside) : someCondition(inside, random.below(3)))
  const where = random.chance(0.55) ? { where: condition() } : {}
  const fact = random.pick(['count', 'count', 'share', 'share', 'every', 'newest'])
  if (fact === 'newest') {
    const field = random.pick(list.fields)
    return { json: { fact, params: { of: list.id, field: field.id } }, reads: field }
  }
  const that = fact === 'count' ? {} : { that: condition() }
  const params = { of: list.id, ...where, ...that }
  return { json: { fact, params }, reads: { type: fact === 'count' ? 'number' : fact === 'every' ? 'yesNo' : 'share' } }
}

/** The item says one half, the record the other: some items are sure, others depend on what is not known. */
function halfKnown(scene: Scene): Json {
  const { random, scenery, list } = scene
  const inner = random.pick(list!.fields)
  const outer = random.chance(0.5) ? scenery.absent : random.pick(scenery.facts.filter(({ id }) => id.includes('.')))
  const halves = [
    { json: { fact: inner.id }, reads: inner },
    { json: { fact: outer.id }, reads: outer },
  ]
  return { [random.pick(['all', 'any'])]: halves.map((half) => testOf(scene, half)) }
}

function itemReading(scene: Scene, list: Readable): Reading {
  const { random, scenery, mayAskRecorded } = scene
  const inner = list.fields.filter(({ type }) => type === 'texts' || type === 'records')
  if (inner.length > 0 && random.chance(0.3))
    return { json: { fact: 'count', params: { of: random.pick(inner).id } }, reads: { type: 'number' } }
  if (mayAskRecorded && random.chance(0.1)) return recorded(scene)
  const outside = scenery.facts.filter(({ id }) => id.includes('.'))
  const structured = outside.filter(({ type }) => type === 'records')
  if (random.chance(0.25)) return factReading(random, random.pick(random.chance(0.3) ? structured : outside))
  if (list.fields.length === 0) return { json: { fact: 'item' }, reads: { type: 'text' } }
  const followed = list.fields.filter(({ id }) => derived.has(id))
  const field = random.pick(followed.length > 0 && random.chance(0.4) ? followed : list.fields)
  return { json: { fact: field.id }, reads: field }
}

const byType: Readonly<Record<string, readonly string[]>> = {
  date: [
    'given',
    'withinDays',
    'withinDays',
    'withinNextDays',
    'inFuture',
    'lessThan',
    'greaterThanInclusive',
    'equal',
  ],
  number: ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual', 'in', 'notIn'],
  text: ['equal', 'equal', 'notEqual', 'in', 'notIn', 'given', 'not:in', 'withinDays'],
  texts: ['contains', 'doesNotContain', 'someFact:equal', 'everyFact:notEqual', 'given', 'not:contains', 'someFact:in'],
  records: ['given', 'contains', 'someFact:given', 'everyFact:given'],
  yesNo: ['equal', 'notEqual', 'given'],
}

function someOperator({ random, plain }: Scene, { type }: Reading['reads']): string {
  const fits = byType[type === 'share' ? 'number' : type === 'choice' ? 'text' : type] ?? baseOperators
  let operator = random.pick(random.chance(0.75) ? fits : baseOperators)
  while (plain && Object.hasOwn(ownOperators, operator.split(':').at(-1)!)) operator = random.pick(baseOperators)
  if (!random.chance(0.25)) return operator
  const chain = random.some(1, random.chance(0.05) ? 7 : 3, () => random.pick(decoratorNames))
  return [...chain, operator].slice(-9).join(':')
}

/** A value that the operator takes, now and then of quite another type; or one that is read. */
function someValue(scene: Scene, name: string, reads: Reading['reads']): unknown {
  const { random, scenery } = scene
  if (random.chance(0.12)) return someReading(scene).json
  const scalar = () => {
    if (random.chance(0.75)) return fitting(random, reads)
    return random.pick(random.chance(0.7) ? scenery.pool : oddScalars)
  }
  const { base, decorators } = findOperator(name)!
  const list = () => random.some(random.chance(0.9) ? 1 : 0, 4, scalar)
  if (decorators.includes('swap')) return random.chance(0.5) ? list() : scalar()
  if (decorators.some((word) => word === 'someValue' || word === 'everyValue')) return list()
  if (base === 'in' || base === 'notIn') return list()
  if (base === 'given' || base === 'inFuture') return true
  if (base === 'withinDays' || base === 'withinNextDays')
    return Math.abs(random.pick([0, 1, 30, 90, 180, 365, someNumber(random)]))
  return scalar()
}
