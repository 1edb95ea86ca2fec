/** A record, or a part of one: plain JSON with own properties only. */
export type Data = Readonly<Record<string, unknown>>

/** An own value; absent, null and empty text all mean that nothing was given. */
export function given(data: unknown, key: string): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  const value = (data as Data)[key]
  // most of what is asked for is not there: only what is found has to prove that it is the record's own
  if (value === undefined || value === null || value === '') return undefined
  return Object.hasOwn(data, key) ? value : undefined
}

/** The value at `rmp.owner` or `ext.sector.field`, stated in the record. */
export function stated(record: Data, path: string): unknown {
  const dot = path.indexOf('.')
  if (dot < 0) return given(record, path)
  const inner = given(record, path.slice(0, dot))
  return typeof inner === 'object' && inner !== null ? stated(inner as Data, path.slice(dot + 1)) : undefined
}
