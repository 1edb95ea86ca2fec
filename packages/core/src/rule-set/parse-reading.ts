import { didYouMean, orKnown, shown, type Spot } from '../fault.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import { refuseUnknownKeys, type ConditionScope } from './condition-scope.ts'
import { parsePath } from './path.ts'
import type { ListFact, Reading, Step, Tree } from './tree.ts'

/** What each list fact needs in its params; all but the newest may have `where` besides. */
const needs: Readonly<Record<ListFact, readonly string[]>> = {
  count: ['of'],
  share: ['of', 'that'],
  every: ['of', 'that'],
  newest: ['of', 'field'],
}

const listFacts = Object.keys(needs)

/** Reads `{ fact, params?, path? }`: which value of the record, of a list or of an item is meant. */
export function parseReading(value: Record<string, unknown>, scope: ConditionScope, spot: Spot): Reading | undefined {
  const id = value['fact']
  const { say } = spot.at('fact')
  if (typeof id !== 'string' || id === '') return say('wrong-type', id, `${shown(id)} should be the id of a fact`)
  if (Object.hasOwn(value, 'params')) return parseWithParams(id, value, { scope, spot })
  if (listFacts.includes(id)) return say('missing', id, `"${id}" needs "params" that name a list: { "of": "risks" }`)
  const path = parseSteps(value, scope, spot)
  if (path === undefined) return undefined
  if (scope.list !== undefined && !id.includes('.')) {
    if (path.length === 0) return parseField(id, scope, spot.at('fact'))
    return spot.at('path').say('not-allowed', undefined, 'a field of an item has no path')
  }
  if (!scope.catalogue.has(id))
    return say('unknown-fact', id, `unknown fact "${id}"${didYouMean(id, scope.catalogue.ids())}`)
  return path.length === 0 ? { is: 'fact', id } : { is: 'fact', id, path }
}

function parseSteps(value: Record<string, unknown>, scope: ConditionScope, spot: Spot): readonly Step[] | undefined {
  if (!Object.hasOwn(value, 'path')) return []
  const path = value['path']
  const steps = typeof path === 'string' ? parsePath(path) : undefined
  if (steps !== undefined) return steps
  return spot
    .at('path')
    .say(
      'bad-path',
      path,
      `${shown(path)} is not a path; a path has steps such as $.name, ['name'], [0] and [*], and nothing else`,
    )
}

/** Inside a list, a name without a dot is a field of the item. */
function parseField(name: string, scope: ConditionScope, spot: Spot): Reading | undefined {
  const list = scope.list!
  if (scope.catalogue.hasField(list, name)) return { is: 'field', list, name }
  const fields = scope.catalogue.fieldsOf(list)
  return spot.say(
    'unknown-fact',
    name,
    `an item of "${list}" has no field "${name}"${orKnown(name, fields, 'its fields')}`,
  )
}

function parseWithParams(
  id: string,
  value: Record<string, unknown>,
  { scope, spot }: { scope: ConditionScope; spot: Spot },
): Reading | undefined {
  const params = value['params']
  const inside = spot.at('params')
  const { say } = spot.at('fact')
  if (!isPlainObject(params)) return inside.say('wrong-type', params, '"params" should be an object')
  if (Object.hasOwn(value, 'path'))
    return spot.at('path').say('not-allowed', value['path'], `"${id}" with params has no path`)
  if (id === 'recorded' && scope.mayAskRecorded) return parseRecorded(params, scope, inside)
  if (id === 'recorded')
    return say(
      'not-allowed',
      id,
      '"recorded" may only be asked where a clause says when it applies; use the operator "given"',
    )
  if (!listFacts.includes(id))
    return say('unknown-fact', id, `"${id}" takes no params${orKnown(id, listFacts, 'facts with params')}`)
  if (scope.list === undefined) return parseListFact(id as ListFact, params, { scope, inside })
  if (id === 'count') return parseFieldCount(params, { scope, inside })
  return say('not-allowed', id, `inside an item only "count" may look into a list, not "${id}"`)
}

interface Inside {
  readonly scope: ConditionScope
  readonly inside: Spot
}

function parseListFact(
  fact: ListFact,
  params: Record<string, unknown>,
  { scope, inside }: Inside,
): Reading | undefined {
  const { say } = inside
  const needed = needs[fact]
  refuseUnknownKeys(params, fact === 'newest' ? needed : [...needed, 'where'], inside)
  const missing = needed.filter((key) => !Object.hasOwn(params, key))
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
  return scope.parse(params[key], scope, inside.at(key)) ?? false
}

function parseNewest(of: string, field: unknown, { scope, inside }: Inside): Reading | undefined {
  const spot = inside.at('field')
  if (typeof field !== 'string') return spot.say('wrong-type', field, `${shown(field)} should be the name of a field`)
  const reading = parseField(field, scope, spot)
  return reading === undefined ? undefined : { is: 'list', fact: 'newest', of, field }
}

function parseList(of: unknown, scope: ConditionScope, inside: Spot): string | undefined {
  const { say } = inside.at('of')
  if (typeof of !== 'string') return say('wrong-type', of, `${shown(of)} should be the name of a list`)
  if (scope.catalogue.isList(of)) return of
  const lists = scope.catalogue.ids().filter((id) => scope.catalogue.isList(id))
  return say('unknown-fact', of, `there is no list "${of}"${didYouMean(of, lists)}`)
}

/** Inside an item, a list of the item can be counted, and nothing more. */
function parseFieldCount(params: Record<string, unknown>, { scope, inside }: Inside): Reading | undefined {
  const { say } = inside
  refuseUnknownKeys(params, ['of'], inside)
  const name = params['of']
  const list = scope.list!
  if (typeof name !== 'string') return say('missing', name, '"count" needs "of" in its params')
  const type = scope.catalogue.typeOf(`${list}.${name}`)
  if (type === 'texts' || type === 'records') return { is: 'fieldCount', list, name }
  return inside.at('of').say('unknown-fact', name, `an item of "${list}" has no list "${name}"`)
}

function parseRecorded(params: Record<string, unknown>, scope: ConditionScope, inside: Spot): Reading | undefined {
  refuseUnknownKeys(params, ['of'], inside)
  const of = params['of']
  if (typeof of === 'string' && scope.catalogue.has(of)) return { is: 'recorded', of }
  return inside.at('of').say('unknown-fact', of, `unknown fact ${shown(of)}`)
}
