import { canonicalJson } from '@joinery/core'
import { outerTestsOf, type Node, type TestNode } from './condition-nodes.ts'
import { domainOf } from './domains.ts'
import { samplesFor, testHolds } from './samples.ts'
import { grouped } from './rules.ts'
import type { Whole } from './view.ts'

/** How a test comes out; undefined where its value is not known. */
type State = boolean | undefined

/** How every test comes out in one state of the world. */
type World = ReadonlyMap<string, State>

/** Past this many states of the world a question is left open. */
const mostWorlds = 20_000

/**
 * Whether something holds whatever the record says, as far as that follows from the tests themselves: undefined where there
 * is too much to try. "Holds" means known to hold: every value may also be missing from the record. Tests of values that nothing
 * is known about may come out in any way, so that "always" can be relied on.
 */
export function holdsAlways(
  nodes: readonly Node[],
  whole: Whole,
  claim: (holds: (node: Node) => boolean) => boolean,
): boolean | undefined {
  const { effort } = whole
  if (effort.left <= 0) return undefined
  const tests = nodes.flatMap(outerTestsOf)
  effort.left -= tests.length * 20
  const choices = grouped(tests, ({ left }) => left.key).map((group) => worldsOfOne(group, whole))
  const worlds = choices.reduce((product, { length }) => product * length, 1)
  if (worlds > mostWorlds || worlds * tests.length > effort.left) return undefined
  effort.left -= worlds * tests.length
  return everyWorld(choices, new Map(), (world) => claim((node) => stateIn(node, world) === true))
}

/** Whether one condition follows from another. */
export function implies(left: Node, right: Node, whole: Whole): boolean {
  return holdsAlways([left, right], whole, (holds) => !holds(left) || holds(right)) === true
}

function everyWorld(
  [first, ...rest]: readonly (readonly World[])[],
  world: World,
  claim: (world: World) => boolean,
): boolean {
  if (first === undefined) return claim(world)
  return first.every((part) => everyWorld(rest, new Map([...world, ...part]), claim))
}

/** All ways in which the tests of one value can come out together. */
function worldsOfOne(tests: readonly TestNode[], whole: Whole): World[] {
  const distinct = [...new Map(tests.map((test) => [nameOf(test), test])).values()]
  const domain = domainOf(tests[0]!.left, whole)
  const samples = domain === undefined ? undefined : samplesFor(distinct, domain)
  if (samples === undefined || samples.length === 0) return anyWay(distinct.map(nameOf))
  const worlds = samples.map(
    (sample) => new Map(distinct.map((test) => [nameOf(test), testHolds(test, sample)] as const)),
  )
  return [
    unknown(distinct.map(nameOf)),
    ...new Map(worlds.map((world) => [[...world.values()].join(), world])).values(),
  ]
}

function anyWay(names: readonly string[]): World[] {
  if (names.length > 10) return Array.from({ length: mostWorlds + 1 }, () => new Map())
  const known = Array.from(
    { length: 2 ** names.length },
    (_, mask) => new Map(names.map((name, index) => [name, (mask & (1 << index)) > 0] as const)),
  )
  return [unknown(names), ...known]
}

function unknown(names: readonly string[]): World {
  return new Map(names.map((name) => [name, undefined]))
}

function stateIn(node: Node, world: World): State {
  switch (node.is) {
    case 'all':
      return joined(node.of, world, false)
    case 'any':
      return joined(node.of, world, true)
    case 'not': {
      const inner = stateIn(node.of, world)
      return inner === undefined ? undefined : !inner
    }
    case 'test':
      return world.get(nameOf(node))
  }
}

/** One branch that comes out as `decisive` decides; without one, a branch that is not known leaves the rest open. */
function joined(branches: readonly Node[], world: World, decisive: boolean): State {
  const states = new Set(branches.map((branch) => stateIn(branch, world)))
  if (states.has(decisive)) return decisive
  return states.has(undefined) ? undefined : !decisive
}

const names = new WeakMap<TestNode, string>()

/** The same name is the same test. */
function nameOf(test: TestNode): string {
  const known = names.get(test)
  if (known !== undefined) return known
  const { left, operator, right } = test
  const name = canonicalJson([left.key, operator, 'literal' in right ? { literal: right.literal } : right.read.key])
  names.set(test, name)
  return name
}
