/** Whether a version fits a range: `1.2.3`, `^1.2.0` (same major), `~1.2.0` (same minor) or `>=1.2.0`. */
export function satisfies(version: string, range: string): boolean {
  const match = /^(\^|~|>=)?(\d+)\.(\d+)\.(\d+)(?:-.*)?$/.exec(range.trim())
  const actual = numbers(version)
  if (match === null || actual === undefined) return version === range
  const wanted = [Number(match[2]), Number(match[3]), Number(match[4])] as const
  const order = compare(actual, wanted)
  const kind = match[1] as '^' | '~' | '>=' | undefined
  switch (kind) {
    case '^':
      return order >= 0 && actual[0] === wanted[0] && (wanted[0] > 0 || actual[1] === wanted[1])
    case '~':
      return order >= 0 && actual[0] === wanted[0] && actual[1] === wanted[1]
    case '>=':
      return order >= 0
    case undefined:
      return version === range
  }
}

type Numbers = readonly [major: number, minor: number, patch: number]

function numbers(version: string): Numbers | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)/.exec(version)
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])]
}

function compare(left: Numbers, right: Numbers): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}
