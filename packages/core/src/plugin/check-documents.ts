import { didYouMean, pointerOf, shown, type Faults } from '../fault.ts'
import { isPlainObject } from '../schema/shape-limits.ts'

/** What a rule set of a plugin may hold; the rest belongs to what it extends. */
const allowed = [
  '$schema',
  'formatVersion',
  'id',
  'version',
  'title',
  'description',
  'notice',
  'language',
  'provider',
  'licence',
  'extends',
  'facts',
  'conditions',
  'practice',
  'instrument',
  'locales',
]

type Say = (steps: readonly (string | number)[], value: unknown, message: string) => void

/**
 * Reports what a plugin's rule set may not do: change what it extends, or use names outside its own. What else is wrong with
 * it is said when it is read together with the rule set that it extends.
 */
export function checkRuleSetDocuments(plugin: Readonly<Record<string, unknown>>, faults: Faults): void {
  const { name, ruleSets } = plugin
  if (typeof name !== 'string' || !Array.isArray(ruleSets)) return
  const seen = new Set<unknown>()
  for (const [index, document] of ruleSets.entries()) {
    const say: Say = (steps, value, message) =>
      faults.add({ code: 'not-allowed', path: pointerOf('ruleSets', index, ...steps), value, message })
    if (!isPlainObject(document)) {
      say([], document, 'a rule set should be an object, as rule-set.json holds it')
      continue
    }
    if (seen.has(document['id'])) say(['id'], document['id'], `the rule set ${shown(document['id'])} stands twice`)
    seen.add(document['id'])
    checkDocument(document, name, say)
  }
}

function checkDocument(document: Record<string, unknown>, name: string, say: Say): void {
  const { id } = document
  if (typeof id !== 'string' || (id !== name && !id.startsWith(`${name}-`)))
    say(['id'], id, `the rule set should be called "${name}", or "${name}-" and more`)
  if (document['extends'] === undefined)
    say(['extends'], undefined, '"extends" is missing: the rule set of a plugin adds to another one')
  for (const key of Object.keys(document))
    if (!allowed.includes(key))
      say(
        [key],
        undefined,
        `a plugin adds to a rule set and changes nothing in it, so "${key}" cannot stand here${didYouMean(key, allowed)}`,
      )
  checkNames('facts', itemsOf(document['facts']), { prefix: `ext.${name}.`, say })
  const practice = document['practice']
  const indicators = isPlainObject(practice) ? itemsOf(practice['indicators']) : []
  checkNames('practice/indicators', indicators, { prefix: `${name}.`, say })
  const instrument = document['instrument']
  const questions = isPlainObject(instrument) ? itemsOf(instrument['questions']) : []
  checkNames('instrument/questions', questions, { prefix: `${name}.`, say })
  const conditions = document['conditions']
  for (const key of isPlainObject(conditions) ? Object.keys(conditions) : [])
    if (!key.startsWith(`${name}.`))
      say(['conditions', key], key, `"${key}" is outside the plugin's own names; call it "${name}.${key}"`)
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function checkNames(
  where: string,
  items: readonly unknown[],
  { prefix, say }: { readonly prefix: string; readonly say: Say },
): void {
  for (const [index, item] of items.entries()) {
    const id = isPlainObject(item) ? item['id'] : undefined
    if (typeof id === 'string' && !id.startsWith(prefix))
      say(
        [...where.split('/'), index, 'id'],
        id,
        `"${id}" is outside the plugin's own names; call it "${prefix}${id.split('.').at(-1) ?? ''}"`,
      )
  }
}
