/** The facts of the record that conditions look at, lists and their fields included: `risks`, `risks.scope`. */
export function factsIn(conditions: unknown): ReadonlySet<string> {
  const facts = new Set<string>()
  collect(conditions, '', facts)
  return facts
}

const listFacts = new Set(['count', 'share', 'every', 'newest'])

function collect(node: unknown, list: string, facts: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((part) => collect(part, list, facts))
  if (typeof node !== 'object' || node === null) return
  const { fact, params, ...others } = node as Readonly<Record<string, unknown>>
  const { of, where, that, has, field } = (params ?? {}) as Readonly<Record<string, unknown>>
  if (typeof fact === 'string' && listFacts.has(fact) && typeof of === 'string') {
    facts.add(of)
    for (const name of [has, field].flat()) if (typeof name === 'string') facts.add(`${of}.${name}`)
    collect([where, that], `${of}.`, facts)
  } else if (typeof fact === 'string') facts.add(list + fact)
  collect(Object.values(others), list, facts)
}
