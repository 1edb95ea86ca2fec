import { createFaults, DocumentError, type Faults } from '../fault.ts'
import { checkShape } from '../schema/check-shape.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import { checkContributions } from './check-contributions.ts'
import { checkRuleSetDocuments } from './check-documents.ts'
import { checkSectorScopes } from './check-scopes.ts'
import type { Plugin } from './contract.ts'
import { NotPlain, plainCopy } from './plain-copy.ts'
import { functionsOf, kinds, pluginShape } from './plugin-shape.ts'

/**
 * Declares a plugin. Throws one DocumentError with everything that is wrong with it; what is given back is a frozen copy, so
 * that nothing can change it later.
 *
 * @example
 * export default definePlugin({
 *   name: 'bakery',
 *   facts: [{ id: 'bakery/waste', type: 'share', reads: ['ext.bakery.batches'], derive: wasteOf }],
 *   ruleSets: [ruleSet],
 * })
 */
export function definePlugin(plugin: Plugin): Plugin {
  const faults = createFaults()
  const copy = checkPlugin(plugin, faults)
  if (copy === undefined) throw new DocumentError('plugin', faults.list)
  return copy
}

/** The same for a value from anywhere, without throwing; undefined where it cannot be used. */
export function checkPlugin(value: unknown, faults: Faults): Plugin | undefined {
  const before = faults.list.length
  const copy = ownCopy(value, faults)
  if (faults.list.length > before) return undefined
  if (!isPlainObject(copy)) {
    faults.add({ code: 'wrong-type', path: '', message: 'a plugin should be one plain object, { "name": …, … }' })
    return undefined
  }
  checkShape(pluginShape, withoutFunctions(copy, faults), faults)
  checkContributions(copy, faults)
  checkRuleSetDocuments(copy, faults)
  checkSectorScopes(copy, faults)
  return faults.list.length === before ? (copy as unknown as Plugin) : undefined
}

const limits = { values: 500_000, characters: 10_000_000, depth: 60 }

function ownCopy(value: unknown, faults: Faults): unknown {
  try {
    return plainCopy(value, limits, true)
  } catch (error) {
    const path = error instanceof NotPlain ? error.path : ''
    const message = error instanceof NotPlain ? error.message : 'it cannot be read: reading it fails'
    faults.add({ code: 'wrong-type', path, message })
    return undefined
  }
}

/** The data alone; functions that are missing, or stand where data should, are faults. */
function withoutFunctions(copy: Record<string, unknown>, faults: Faults): Record<string, unknown> {
  const data: Record<string, unknown> = { ...copy }
  for (const kind of kinds) {
    const list = copy[kind]
    if (!Array.isArray(list)) continue
    data[kind] = list.map((item: unknown, index) => {
      if (!isPlainObject(item)) return item
      const rest: Record<string, unknown> = Object.assign({}, item)
      for (const name of functionsOf[kind]) {
        delete rest[name]
        if (typeof item[name] === 'function') continue
        const code = item[name] === undefined ? 'missing' : 'wrong-type'
        faults.add({ code, path: `/${kind}/${index}/${name}`, message: `"${name}" should be a function` })
      }
      return rest
    })
  }
  return data
}
