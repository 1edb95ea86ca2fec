type Json = Record<string, unknown>

interface Difference {
  readonly document: unknown
  readonly record: unknown
  readonly options: unknown
  readonly compiled: string
  readonly expected: string
}

const most = 700

/** A difference in a few lines: where the results part, the rule in question, and what it has read. */
export function reportOf({ document, record, options, compiled, expected }: Difference): string {
  const places = differences(JSON.parse(compiled), JSON.parse(expected), '')
  const lines = places
    .slice(0, 8)
    .map(({ at, left, right }) => `  ${at}: compiled ${cut(left, 200)}, reference ${cut(right, 200)}`)
  const { conditions, practice, reference } = document as { conditions: Json; practice: Json; reference: Json }
  return [
    ...lines,
    `  options ${JSON.stringify(options)}`,
    ...(practice['indicators'] as Json[]).map(({ id, conditions: own }) => `  ${String(id)}: ${cut(own, most)}`),
    ...Object.entries(conditions).map(([name, own]) => `  "${name}": ${cut(own, most)}`),
    ...(reference['principles'] as { clauses: Json[] }[])
      .flatMap(({ clauses }) => clauses)
      .map(({ id, appliesWhen }) => `  ${String(id)} applies when ${cut(appliesWhen, most)}`),
    ...Object.entries(record as Json).map(([name, own]) => `  ${name} = ${cut(own, most)}`),
  ]
    .slice(0, 36)
    .join('\n')
}

interface Place {
  readonly at: string
  readonly left: unknown
  readonly right: unknown
}

function differences(left: unknown, right: unknown, at: string): Place[] {
  if (JSON.stringify(left) === JSON.stringify(right)) return []
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return [{ at: at || '/', left, right }]
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return keys.flatMap((key) => differences((left as Json)[key], (right as Json)[key], `${at}/${key}`))
}

function cut(value: unknown, length: number): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > length ? `${text.slice(0, length)}…` : text
}
