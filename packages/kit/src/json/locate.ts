import type { Fault } from '@joinery/core'
import type { LocatedFault } from '../located-fault.ts'
import type { JsonSource } from './json-source.ts'

/** A fault with the place in its file: of a key that should not be there, the key; else the value. */
export function locate(source: JsonSource, fault: Fault): LocatedFault {
  const part = fault.code === 'unknown-key' || fault.code === 'dangerous-key' ? 'key' : 'value'
  return { ...fault, file: source.file, ...source.locate(fault.path, part) }
}
