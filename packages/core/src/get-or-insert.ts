/** The value of a key; worked out and kept where there is none yet. */
export function getOrInsert<Key, Value>(map: Map<Key, Value>, key: Key, work: () => Value): Value {
  if (!map.has(key)) map.set(key, work())
  return map.get(key) as Value
}
