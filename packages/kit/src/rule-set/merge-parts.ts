import { isPlainObject, pointerOf, type FaultCode } from '@joinery/core'
import type { JsonSource } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'
import type { Merged, Origin } from './merged.ts'

type Data = Readonly<Record<string, unknown>>

/** Lists that the parts of a rule set fill together, by the steps that lead to them. */
const joinedLists = [
  ['overrides'],
  ['facts'],
  ['scopes'],
  ['lenses'],
  ['reference', 'principles'],
  ['practice', 'indicators'],
  ['instrument', 'questions'],
  ['plan', 'sections'],
  ['competences', 'items'],
] as const

/** Joins the parts of a rule set, in their order; two parts that say the same single thing are a fault. */
export function mergeParts(parts: readonly JsonSource[]): Merged {
  const state: State = { members: new Map(), origins: new Map(), faults: [] }
  if (parts[0] !== undefined) state.origins.set('', { source: parts[0], pointer: '' })
  for (const source of parts) {
    if (isPlainObject(source.value)) addPart(state, source, source.value)
    else if (source.value !== undefined)
      report(state, { source, pointer: '' }, 'wrong-type', 'a part of a rule set should be an object')
  }
  return { document: Object.fromEntries(state.members), origins: state.origins, faults: state.faults }
}

interface State {
  readonly members: Map<string, unknown>
  readonly origins: Map<string, Origin>
  readonly faults: LocatedFault[]
}

function addPart(state: State, source: JsonSource, part: Data): void {
  if (Object.hasOwn(part, 'principle') || Object.hasOwn(part, 'clauses')) addPrinciple(state, source, part)
  if (Object.hasOwn(part, 'indicators'))
    joinList(state, ['practice', 'indicators'], {
      value: part['indicators'],
      origin: { source, pointer: '/indicators' },
    })
  for (const [key, value] of Object.entries(part)) {
    if (key === 'principle' || key === 'clauses' || key === 'indicators') continue
    addMember(state, key, { value, origin: { source, pointer: pointerOf(key) } })
  }
}

interface Piece {
  readonly value: unknown
  readonly origin: Origin
}

function addMember(state: State, key: string, piece: Piece): void {
  const list = joinedLists.find(([first]) => first === key)
  if (list === undefined) {
    if (key === 'conditions' || key === 'locales') joinMap(state, [key], piece)
    else addSingle(state, [key], piece)
    return
  }
  const [first, second] = list
  if (second === undefined) {
    joinList(state, [first], piece)
    return
  }
  if (!isPlainObject(piece.value)) return report(state, piece.origin, 'wrong-type', `"${key}" should be an object`)
  for (const [inner, value] of Object.entries(piece.value)) {
    const origin = { source: piece.origin.source, pointer: piece.origin.pointer + pointerOf(inner) }
    if (inner === second) joinList(state, [first, second], { value, origin })
    else addSingle(state, [first, inner], { value, origin })
  }
}

/** A file about one principle: `{ principle, clauses, indicators }`. */
function addPrinciple(state: State, source: JsonSource, part: Data): void {
  const [principle, clauses] = [part['principle'], part['clauses']]
  if (!isPlainObject(principle)) {
    const found = Object.hasOwn(part, 'principle')
    const message = found
      ? '"principle" should be an object'
      : '"clauses" stand beside the "principle" they belong to; it is missing'
    return report(
      state,
      { source, pointer: found ? '/principle' : '/clauses' },
      found ? 'wrong-type' : 'missing',
      message,
    )
  }
  if (clauses !== undefined && principle['clauses'] !== undefined)
    report(
      state,
      { source, pointer: '/clauses' },
      'conflict',
      '"clauses" stand here and in the principle; say them once',
    )
  const value = [clauses === undefined ? principle : { ...principle, clauses }]
  const index = joinList(state, ['reference', 'principles'], { value, origin: { source, pointer: '' } })
  const path = pointerOf('reference', 'principles', index)
  state.origins.set(path, { source, pointer: '/principle' })
  if (clauses !== undefined) state.origins.set(`${path}/clauses`, { source, pointer: '/clauses' })
}

/** Adds items to a list of the document; gives the index of the first one. */
function joinList(state: State, steps: readonly string[], { value, origin }: Piece): number {
  const list = containerAt(state, steps, []) as unknown[]
  const first = list.length
  if (!Array.isArray(value)) {
    report(state, origin, 'wrong-type', `"${steps.at(-1)}" should be a list`)
    return first
  }
  // the place of the list itself, should it turn out to be empty
  if (!state.origins.has(pointerOf(...steps))) state.origins.set(pointerOf(...steps), origin)
  for (const [index, item] of value.entries()) {
    state.origins.set(pointerOf(...steps, first + index), { ...origin, pointer: `${origin.pointer}/${index}` })
    list.push(item)
  }
  return first
}

/** Joins maps of named things: conditions by name, texts by language and id. */
function joinMap(state: State, steps: readonly string[], { value, origin }: Piece): void {
  if (!isPlainObject(value)) return report(state, origin, 'wrong-type', `"${steps.at(-1)}" should be an object`)
  const map = containerAt(state, steps, {})
  if (!state.origins.has(pointerOf(...steps))) state.origins.set(pointerOf(...steps), origin)
  for (const [key, inner] of Object.entries(value)) {
    const piece = { value: inner, origin: { source: origin.source, pointer: origin.pointer + pointerOf(key) } }
    if (steps[0] === 'locales' && steps.length < 2) joinMap(state, [...steps, key], piece)
    else if (!claim(state, [...steps, key], piece.origin)) continue
    else Object.defineProperty(map, key, { value: inner, enumerable: true, configurable: true, writable: true })
  }
}

function addSingle(state: State, steps: readonly string[], { value, origin }: Piece): void {
  if (!claim(state, steps, origin)) return
  if (steps.length === 1) state.members.set(steps[0]!, value)
  else
    Object.defineProperty(containerAt(state, steps.slice(0, -1), {}), steps.at(-1)!, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
}

/** Notes who says a thing; reports it where another part has said it before. */
function claim(state: State, steps: readonly string[], origin: Origin): boolean {
  const path = pointerOf(...steps)
  const other = state.origins.get(path)
  if (other === undefined) {
    state.origins.set(path, origin)
    return true
  }
  const place = other.source.locate(other.pointer, 'key')
  const at = place === undefined ? '' : `:${place.line}:${place.column}`
  report(state, origin, 'conflict', `"${steps.at(-1)}" stands here and in ${other.source.file}${at}; say it once`)
  return false
}

function containerAt(state: State, [first, second]: readonly string[], empty: object): object {
  const outer = memberOf(state.members, first!, second === undefined ? empty : {})
  if (second === undefined) return outer
  const inner = outer as Record<string, object>
  if (!Object.hasOwn(inner, second))
    Object.defineProperty(inner, second, { value: empty, enumerable: true, configurable: true, writable: true })
  return inner[second]!
}

function memberOf(members: Map<string, unknown>, key: string, empty: object): object {
  if (!members.has(key)) members.set(key, empty)
  return members.get(key) as object
}

// oxlint-disable-next-line max-params -- the parts of a fault
function report(state: State, { source, pointer }: Origin, code: FaultCode, message: string): void {
  state.faults.push({
    code,
    path: pointer,
    message,
    severity: 'error',
    file: source.file,
    ...source.locate(pointer, code === 'conflict' ? 'key' : 'value'),
  })
}
