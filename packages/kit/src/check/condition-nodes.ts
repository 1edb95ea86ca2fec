import { isPlainObject, canonicalJson, pointerOf } from '@joinery/core'
import type { View } from './view.ts'

/** A condition with the places of its parts; references to named conditions are followed. */
export type Node =
  | { readonly is: 'all' | 'any'; readonly of: readonly Node[]; readonly pointer: string }
  | { readonly is: 'not'; readonly of: Node; readonly pointer: string }
  | TestNode

export interface TestNode {
  readonly is: 'test'
  readonly pointer: string
  readonly left: FactRead
  readonly operator: string
  readonly right: { readonly literal: unknown } | { readonly read: FactRead }
}

/** Which value is read: the same key is the same value. */
export interface FactRead {
  readonly key: string
  readonly fact: string
  readonly hasPath: boolean
  /** The list whose item it is a field of. */
  readonly list: string | undefined
  /** The list that a list fact looks at. */
  readonly of: string | undefined
  readonly field: string | undefined
  readonly inner: readonly Node[]
}

interface Context {
  readonly named: Readonly<Record<string, unknown>>
  readonly list?: string | undefined
  readonly depth?: number
  /** Nodes of the whole condition so far: names that refer to themselves twice would go on for ever. */
  readonly count?: { nodes: number }
}

const mostNodes = 5_000

type Data = Readonly<Record<string, unknown>>

/** Reads a condition as far as it is sound; faulty parts are left out, for core has reported them. */
export function nodeOf(value: unknown, pointer: string, context: Context): Node | undefined {
  const inside = { ...context, depth: (context.depth ?? 0) + 1, count: context.count ?? { nodes: 0 } }
  if (!isPlainObject(value) || inside.depth > 32 || ++inside.count.nodes > mostNodes) return undefined
  for (const is of ['all', 'any'] as const) {
    const branches = value[is]
    if (Array.isArray(branches))
      return {
        is,
        pointer,
        of: branches.flatMap((branch, index) => nodeOf(branch, `${pointer}/${is}/${index}`, inside) ?? []),
      }
  }
  if (value['not'] !== undefined) {
    const of = nodeOf(value['not'], `${pointer}/not`, inside)
    return of === undefined ? undefined : { is: 'not', of, pointer }
  }
  const name = value['condition']
  if (typeof name === 'string')
    return Object.hasOwn(context.named, name) ? nodeOf(context.named[name], `${pointer}/condition`, inside) : undefined
  return testOf(value, pointer, inside)
}

function testOf(value: Data, pointer: string, context: Context): TestNode | undefined {
  const left = readOf(value, pointer, context)
  const { operator } = value
  if (left === undefined || typeof operator !== 'string' || value['value'] === undefined) return undefined
  const right = isPlainObject(value['value'])
    ? readOf(value['value'], `${pointer}/value`, context)
    : { literal: value['value'] }
  if (right === undefined) return undefined
  return { is: 'test', pointer, left, operator, right: 'literal' in right ? right : { read: right } }
}

function readOf(value: Data, pointer: string, context: Context): FactRead | undefined {
  const { fact, path } = value
  if (typeof fact !== 'string') return undefined
  const params = isPlainObject(value['params']) ? value['params'] : {}
  const list = fact.includes('.') || params['of'] !== undefined ? undefined : context.list
  const of = typeof params['of'] === 'string' ? params['of'] : undefined
  const inner = (['where', 'that'] as const).flatMap(
    (key) => nodeOf(params[key], `${pointer}/params/${key}`, { ...context, list: of }) ?? [],
  )
  return {
    key: canonicalJson([context.list ?? null, fact, params, path ?? null]),
    fact,
    hasPath: path !== undefined,
    list: of !== undefined && context.list !== undefined ? context.list : list,
    of,
    field: typeof params['field'] === 'string' ? params['field'] : undefined,
    inner,
  }
}

/** The tests of a condition; not those that list facts make on their items. */
export function outerTestsOf(node: Node): TestNode[] {
  if (node.is === 'not') return outerTestsOf(node.of)
  return node.is === 'test' ? [node] : node.of.flatMap(outerTestsOf)
}

/** Every test of a condition, those inside list facts too. */
export function testsOf(node: Node): TestNode[] {
  const outer = outerTestsOf(node)
  return [...outer, ...outer.flatMap(innerOf).flatMap(testsOf)]
}

/** The conditions that list facts put to their items. */
export function innerOf({ left, right }: TestNode): readonly Node[] {
  return 'read' in right ? [...left.inner, ...right.read.inner] : left.inner
}

/** The facts that a condition reads: `risks`, `risks.scope`, `rmp.owner`. */
export function readsOf(node: Node): { path: string; pointer: string }[] {
  return testsOf(node).flatMap(({ left, right, pointer }) =>
    ('read' in right ? [left, right.read] : [left]).flatMap((read) => pathsOf(read).map((path) => ({ path, pointer }))),
  )
}

/** The facts that one side of a test reads. */
export function pathsOf({ fact, list, of, field }: FactRead): string[] {
  if (list !== undefined) return [`${list}.${of ?? fact}`]
  if (of === undefined) return [fact]
  return [field === undefined ? of : `${of}.${field}`]
}

/** The conditions that a rule set itself writes, with their pointers. */
export function ownConditions({ own, whole }: View): Node[] {
  const context = { named: whole.named }
  const read = (value: unknown, ...steps: (string | number)[]) => nodeOf(value, pointerOf(...steps), context) ?? []
  return [
    ...(own.practice?.indicators ?? []).flatMap(({ conditions }, i) =>
      read(conditions, 'practice', 'indicators', i, 'conditions'),
    ),
    ...(own.overrides ?? []).flatMap(({ set }, o) => read(set?.conditions, 'overrides', o, 'set', 'conditions')),
    ...(own.reference?.principles ?? []).flatMap(({ clauses }, p) =>
      clauses.flatMap(({ appliesWhen }, c) =>
        read(appliesWhen, 'reference', 'principles', p, 'clauses', c, 'appliesWhen'),
      ),
    ),
    ...Object.entries(own.conditions ?? {}).flatMap(([name, condition]) => read(condition, 'conditions', name)),
  ]
}
