import { dangerousKeys } from '../fault.ts'
import type { Step } from './tree.ts'

const mostSteps = 16

/**
 * Reads a path of the closed grammar: `$`, `.name`, `['name']`, `[0]`, `[*]`, `.*`. Nothing else is a path: no `..`, no
 * filters, no scripts, no slices. Gives undefined for anything else.
 */
export function parsePath(path: string): readonly Step[] | undefined {
  const steps: Step[] = []
  let rest = path.startsWith('$') ? path.slice(1) : path
  while (rest !== '') {
    const match = /^(?:\.([A-Za-z_][\w-]*)|\['([\w -]+)'\]|\[(\d{1,6})\]|(\[\*\]|\.\*))/.exec(rest)
    if (match === null || steps.length === mostSteps) return undefined
    const name = match[1] ?? match[2]
    if (name !== undefined && dangerousKeys.has(name)) return undefined
    steps.push(stepOf(name, match[3]))
    rest = rest.slice(match[0].length)
  }
  return steps.length === 0 && path !== '$' ? undefined : steps
}

function stepOf(name: string | undefined, index: string | undefined): Step {
  if (name !== undefined) return { name }
  return index === undefined ? '*' : { index: Number(index) }
}

/**
 * Follows a path through own properties only; what is null or empty text was not given. A wildcard gives a list of
 * everything found, and nothing where that is nothing; the list is whole where the lists it came from are. A list inside
 * an item of a list is whole: the person wrote the item, and the list with it.
 */
export function followPath(value: unknown, steps: readonly Step[], whole: Set<unknown>): unknown {
  let current: unknown[] = [value]
  let open = false
  let insideItem = false
  for (const step of steps) {
    const isList = current.some((parent) => Array.isArray(parent))
    if (step === '*' && isList) open ||= current.some((parent) => Array.isArray(parent) && !whole.has(parent))
    insideItem ||= isList
    current = current.flatMap((parent) => childrenOf(parent, step))
    if (insideItem) for (const list of current.filter(Array.isArray)) whole.add(list)
  }
  const found = current.filter((child) => child !== undefined)
  if (!steps.includes('*')) return found[0] === null || found[0] === '' ? undefined : found[0]
  if (found.length === 0) return undefined
  if (!open) whole.add(found)
  return found
}

function childrenOf(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (step === '*') return Object.values(value)
  const key = 'name' in step ? step.name : String(step.index)
  return Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : []
}
