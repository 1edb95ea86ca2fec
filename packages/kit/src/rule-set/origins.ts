import { pointerOf, type Fault } from '@joinery/core'
import { locate } from '../json/locate.ts'
import { stepsOf } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'
import type { Merged, Origin } from './merged.ts'

/** Brings a fault of the merged document back to the file, pointer, line and column it comes from. */
export function locateFault({ document, origins }: Merged, fault: Fault): LocatedFault {
  const path = throughReferences(document, fault.path)
  const { source, pointer } = originOf(origins, path)
  return locate(source, { ...fault, path: pointer })
}

function originOf(origins: Merged['origins'], path: string): Origin {
  for (let known = path; known !== ''; known = known.slice(0, known.lastIndexOf('/'))) {
    const origin = origins.get(known)
    if (origin !== undefined) return { source: origin.source, pointer: origin.pointer + path.slice(known.length) }
  }
  const root = origins.get('')!
  return { source: root.source, pointer: root.pointer + path }
}

/** A fault inside a named condition is one of the condition, however many rules refer to it. */
function throughReferences(document: unknown, path: string): string {
  const steps = stepsOf(path)
  let value: unknown = document
  for (const [index, step] of steps.entries()) {
    if (typeof value === 'string') {
      const named = (document as Record<string, Record<string, unknown>>)['conditions']
      if (named === undefined || !Object.hasOwn(named, value)) return path
      const rest = path.split('/').slice(index + 1)
      const target = [pointerOf('conditions', value), ...rest].join('/')
      return throughReferences(document, target)
    }
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined
  }
  return path
}
