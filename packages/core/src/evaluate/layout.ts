import { joined, joins, NOT_DUE, notOf, type Join, type StateCode } from '../operators/state.ts'
import type { Test, Tree } from '../rule-set/tree.ts'
import type { Slots } from './frame.ts'
import { groupTests, type TestGroup } from './test-groups.ts'

/**
 * Where the state of each condition of a rule set is kept, and how it is found. Conditions that say the same have the same
 * place, so that each is carried out once; tests come first, then the branches over them, inner ones before outer ones.
 */
export interface Layout {
  /** For each slot, the tests on it. */
  readonly groupsOn: readonly (readonly TestGroup[])[]
  readonly branches: readonly Branch[]
  /** How many places there are. */
  readonly size: number
  readonly placeOf: (tree: Tree) => number
}

interface Branch {
  readonly place: number
  /** The places of what it joins. */
  readonly of: readonly number[]
  readonly is: 'all' | 'any' | 'not'
}

export function layOut(trees: readonly Tree[], slots: Slots): Layout {
  const tests = new Map<string, Test>()
  const joins = new Map<string, Exclude<Tree, Test>>()
  for (const tree of trees) collect(tree, tests, joins)
  const places = new Map<string, number>()
  const groups = groupTests(tests, slots, (key, place) => places.set(key, place))
  for (const key of joins.keys()) places.set(key, places.size)
  const placeOf = (tree: Tree) => places.get(JSON.stringify(tree))!
  const branches = [...joins].map(([key, tree]) => ({
    place: places.get(key)!,
    of: tree.is === 'not' ? [placeOf(tree.of)] : tree.of.map(placeOf),
    is: tree.is,
  }))
  const groupsOn = slots.reads.map((_read, slot) => groups.filter(({ left, right }) => left === slot || right === slot))
  return { groupsOn, branches, size: places.size, placeOf }
}

// oxlint-disable-next-line max-params -- a tree and the two kinds of what it is made of
function collect(tree: Tree, tests: Map<string, Test>, joins: Map<string, Exclude<Tree, Test>>): void {
  const key = JSON.stringify(tree)
  if (tree.is === 'test') return void tests.set(key, tree)
  if (joins.has(key)) return
  for (const branch of tree.is === 'not' ? [tree.of] : tree.of) collect(branch, tests, joins)
  joins.set(key, tree)
}

/** Finds the states of the branches from those of the tests. */
export function joinStates(branches: readonly Branch[], states: StateCode[]): void {
  for (const { place, of, is } of branches)
    states[place] = is === 'not' ? notOf(states[of[0]!]!) : stateOfAll(of, states, joins[is])
}

function stateOfAll(of: readonly number[], states: readonly StateCode[], { decisive, ordinary }: Join): StateCode {
  let result: StateCode = NOT_DUE
  for (const place of of) {
    const state = states[place]!
    if (state === decisive) return decisive
    result = joined(result, state, ordinary)
  }
  return result
}
