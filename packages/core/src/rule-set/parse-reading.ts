import { didYouMean, shown, type Place } from '../fault.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import { refuseUnknownKeys, reporter, type ConditionScope } from './condition-scope.ts'
import { parsePath } from './path.ts'
import type { ListFact, Reading, Step, Tree } from './tree.ts'

const listFacts = ['count', 'share', 'every', 'newest'] as const

/** What each list fact takes besides `of`. */
const parameters: Readonly<Record<ListFact, { needs: readonly string[]; may: readonly string[] }>> = {
  count: { needs: [], may: ['where'] },
  share: { needs: ['that'], may: ['where'] },
  every: { needs: ['that'], may: ['where'] },
  newest: { needs: ['field'], may: [] },
}

/** Reads `{ fact, params?, path? }`: which value of the record, of a list or of an item is meant. */
export function parseReading(value: Record<string, unknown>, scope: ConditionScope, place: Place): Reading | undefined {
  const id = value['fact']
  const say = reporter(scope.faults, place, 'fact')
  if (typeof id !== 'string' || id === '') return say('wrong-type', id, `${shown(id)} should be the id of a fact`)
  if (Object.hasOwn(value, 'params')) return parseWithParams(id, value, { scope, place })
  if ((listFacts as readonly string[]).includes(id))
    return say('missing', id, `"${id}" needs "params" that name a list: { "of": "risks" }`)
  const path = parseSteps(value, scope, place)
  if (path === undefined) return undefined
  if (scope.list !== undefined && !id.includes('.')) {
    if (path.length === 0) return parseField(id, scope, { parent: place, key: 'fact' })
    return reporter(scope.faults, place, 'path')('not-allowed', undefined, 'a field of an item has no path')
  }
  if (!scope.catalogue.has(id))
    return say('unknown-fact', id, `unknown fact "${id}"${didYouMean(id, scope.catalogue.ids())}`)
  return path.length === 0 ? { is: 'fact', id } : { is: 'fact', id, path }
}

function parseSteps(value: Record<string, unknown>, scope: ConditionScope, place: Place): readonly Step[] | undefined {
  if (!Object.hasOwn(value, 'path')) return []
  const path = value['path']
  const steps = typeof path === 'string' ? parsePath(path) : undefined
  if (steps !== undefined) return steps
  return reporter(scope.faults, place, 'path')(
    'bad-path',
    path,
    `${shown(path)} is not a path; a path has steps such as $.name, ['name'], [0] and [*], and nothing else`,
  )
}

/** Inside a list, a name without a dot is a field of the item. */
function parseField(name: string, scope: ConditionScope, place: Place): Reading | undefined {
  const list = scope.list!
  if (scope.catalogue.hasField(list, name)) return { is: 'field', list, name }
  const fields = scope.catalogue.fieldsOf(list)
  return reporter(scope.faults, place)(
    'unknown-fact',
    name,
    `an item of "${list}" has no field "${name}"${didYouMean(name, fields) || `; its fields: ${fields.join(', ')}`}`,
  )
}

function parseWithParams(
  id: string,
  value: Record<string, unknown>,
  { scope, place }: { scope: ConditionScope; place: Place },
): Reading | undefined {
  const params = value['params']
  const inside: Place = { parent: place, key: 'params' }
  const say = reporter(scope.faults, place, 'fact')
  if (!isPlainObject(params))
    return reporter(scope.faults, inside)('wrong-type', params, '"params" should be an object')
  if (Object.hasOwn(value, 'path'))
    return reporter(scope.faults, place, 'path')('not-allowed', value['path'], `"${id}" with params has no path`)
  if (id === 'recorded' && scope.mayAskRecorded) return parseRecorded(params, scope, inside)
  if (id === 'recorded')
    return say(
      'not-allowed',
      id,
      '"recorded" may only be asked where a clause says when it applies; use the operator "given"',
    )
  if (!(listFacts as readonly string[]).includes(id)) {
    const hint = didYouMean(id, listFacts)
    return say('unknown-fact', id, `"${id}" takes no params${hint || `; facts with params: ${listFacts.join(', ')}`}`)
  }
  if (scope.list !== undefined) return parseFieldCount(id, params, { scope, inside })
  return parseListFact(id as ListFact, params, { scope, inside })
}

interface Inside {
  readonly scope: ConditionScope
  readonly inside: Place
}

function parseListFact(
  fact: ListFact,
  params: Record<string, unknown>,
  { scope, inside }: Inside,
): Reading | undefined {
  const { needs, may } = parameters[fact]
  const say = reporter(scope.faults, inside)
  refuseUnknownKeys(params, ['of', ...needs, ...may], { place: inside, faults: scope.faults })
  const missing = ['of', ...needs].filter((key) => !Object.hasOwn(params, key))
  if (missing.length > 0)
    return say('missing', undefined, `"${fact}" needs ${missing.map((key) => `"${key}"`).join(' and ')} in its params`)
  const of = parseList(params['of'], scope, inside)
  if (of === undefined) return undefined
  const items = { ...scope, list: of }
  const where = parseBranch('where', params, { scope: items, inside })
  const that = parseBranch('that', params, { scope: items, inside })
  if (where === false || that === false) return undefined
  if (fact === 'newest') return parseNewest(of, params['field'], { scope: items, inside })
  return { is: 'list', fact, of, ...(where === undefined ? {} : { where }), ...(that === undefined ? {} : { that }) }
}

/** A condition in the params: undefined where there is none, false where it is faulty. */
function parseBranch(
  key: 'where' | 'that',
  params: Record<string, unknown>,
  { scope, inside }: Inside,
): Tree | undefined | false {
  if (!Object.hasOwn(params, key)) return undefined
  return scope.parse(params[key], scope, { parent: inside, key }) ?? false
}

function parseNewest(of: string, field: unknown, { scope, inside }: Inside): Reading | undefined {
  const place = { parent: inside, key: 'field' }
  if (typeof field !== 'string')
    return reporter(scope.faults, place)('wrong-type', field, `${shown(field)} should be the name of a field`)
  const reading = parseField(field, scope, place)
  return reading === undefined ? undefined : { is: 'list', fact: 'newest', of, field }
}

function parseList(of: unknown, scope: ConditionScope, inside: Place): string | undefined {
  const say = reporter(scope.faults, inside, 'of')
  if (typeof of !== 'string') return say('wrong-type', of, `${shown(of)} should be the name of a list`)
  if (scope.catalogue.isList(of)) return of
  const lists = scope.catalogue.ids().filter((id) => scope.catalogue.isList(id))
  return say('unknown-fact', of, `there is no list "${of}"${didYouMean(of, lists)}`)
}

/** Inside an item, a list of the item can be counted, and nothing more. */
function parseFieldCount(id: string, params: Record<string, unknown>, { scope, inside }: Inside): Reading | undefined {
  const say = reporter(scope.faults, inside)
  if (id !== 'count')
    return reporter(scope.faults, inside.parent, 'fact')(
      'not-allowed',
      id,
      `inside an item only "count" may look into a list, not "${id}"`,
    )
  refuseUnknownKeys(params, ['of'], { place: inside, faults: scope.faults })
  const name = params['of']
  const list = scope.list!
  if (typeof name !== 'string') return say('missing', name, '"count" needs "of" in its params')
  const type = scope.catalogue.typeOf(`${list}.${name}`)
  if (type === 'texts' || type === 'records') return { is: 'fieldCount', list, name }
  return reporter(scope.faults, inside, 'of')('unknown-fact', name, `an item of "${list}" has no list "${name}"`)
}

function parseRecorded(params: Record<string, unknown>, scope: ConditionScope, inside: Place): Reading | undefined {
  refuseUnknownKeys(params, ['of'], { place: inside, faults: scope.faults })
  const of = params['of']
  if (typeof of === 'string' && scope.catalogue.has(of)) return { is: 'recorded', of }
  return reporter(scope.faults, inside, 'of')('unknown-fact', of, `unknown fact ${shown(of)}`)
}
