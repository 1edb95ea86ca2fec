import { ERROR, FALSE, NOT_DUE, notOf, TRUE, UNKNOWN, type StateCode } from '../operators/state.ts'
import type { Test, Tree } from '../rule-set/tree.ts'
import type { Slots } from './frame.ts'
import { groupTests, type TestGroup } from './test-groups.ts'

/**
 * Where the state of each condition of a rule set is kept, and how it is found. Conditions that say the same have the same
 * place, so that each is carried out once; tests come first, then the branches over them, inner ones before outer ones.
 */
export interface Layout {
  readonly groups: readonly TestGroup[]
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
  return { groups, branches, size: places.size, placeOf }
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
export function joinStates(branches: readonly Branch[], states: Uint8Array): void {
  for (const { place, of, is } of branches) {
    if (is === 'not') states[place] = notOf(states[of[0]!] as StateCode)
    else if (is === 'all') states[place] = joined(of, states, { decisive: FALSE, ordinary: TRUE })
    else states[place] = joined(of, states, { decisive: TRUE, ordinary: FALSE })
  }
}

interface Join {
  readonly decisive: StateCode
  readonly ordinary: StateCode
}

/** Kleene logic: the decisive state wins at once, then error, unknown, the ordinary state; not due is left out. */
function joined(of: readonly number[], states: Uint8Array, { decisive, ordinary }: Join): StateCode {
  let result: StateCode = NOT_DUE
  for (const place of of) {
    const state = states[place]
    if (state === decisive) return decisive
    if (state === ERROR || result === ERROR) result = ERROR
    else if (state === UNKNOWN || result === UNKNOWN) result = UNKNOWN
    else if (state === ordinary) result = ordinary
  }
  return result
}
