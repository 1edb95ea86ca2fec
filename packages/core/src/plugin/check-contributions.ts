import { didYouMean, isFull, pointerOf, type Faults } from '../fault.ts'
import { modelKinds } from '../schema/model-kinds.ts'
import { isPlainObject } from '../schema/shape-limits.ts'
import { kinds, type Kind } from './plugin-shape.ts'

/** Names that mean something else already. */
const reservedNames: ReadonlySet<string> = new Set([
  'joinery',
  'core',
  'ext',
  'profile',
  'iso',
  'plugin',
  'constructor',
])

type Unchecked = Readonly<Record<string, unknown>>

/** Reports names that are taken, ids outside the plugin's own namespace, ids used twice, and reads that lead nowhere. */
export function checkContributions(plugin: Unchecked, faults: Faults): void {
  const name = plugin['name']
  if (typeof name !== 'string') return
  checkName(name, faults)
  const seen = new Map<string, string>()
  for (const kind of kinds)
    for (const [index, contribution] of listOf(plugin[kind]).entries()) {
      if (isFull(faults)) return
      const place = pointerOf(kind, index)
      checkId(contribution['id'], { name, kind, path: `${place}/id`, seen, faults })
      for (const [r, read] of textsOf(contribution['reads']).entries())
        checkRead(read, { name, path: `${place}/reads/${r}`, faults })
      for (const [g, given] of textsOf(contribution['gives']).entries())
        checkId(given, { name, kind: 'facts', path: `${place}/gives/${g}`, seen, faults })
    }
  checkTexts(plugin['locales'], seen, faults)
}

function listOf(value: unknown): readonly Unchecked[] {
  return Array.isArray(value) ? value.map((item: unknown) => (isPlainObject(item) ? item : {})) : []
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function checkName(name: string, faults: Faults): void {
  if (!/^[a-z][a-z0-9]*$/.test(name))
    faults.add({
      code: 'bad-format',
      path: '/name',
      value: name,
      message: `"${name}" should be one lower-case word of letters and digits, for example construction`,
    })
  if (reservedNames.has(name) || modelKinds.has(name))
    faults.add({
      code: 'not-allowed',
      path: '/name',
      value: name,
      message: `the name "${name}" is taken; choose the name of a sector`,
    })
}

interface IdCheck {
  readonly name: string
  readonly kind: Kind
  readonly path: string
  readonly seen: Map<string, string>
  readonly faults: Faults
}

function checkId(id: unknown, { name, kind, path, seen, faults }: IdCheck): void {
  if (typeof id !== 'string') return
  const word = kind === 'facts' ? /^[a-z][A-Za-z0-9]*$/ : /^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/
  const example = kind === 'facts' ? 'medianLeadDays' : 'site-weeks'
  if (!id.startsWith(`${name}/`))
    faults.add({
      code: 'not-allowed',
      path,
      value: id,
      message: `"${id}" is outside the plugin's own names; call it "${name}/${id.split('/').at(-1) || example}"`,
    })
  else if (!word.test(id.slice(name.length + 1)))
    faults.add({
      code: 'bad-format',
      path,
      value: id,
      message: `"${id}" should be "${name}/" and one word, for example ${name}/${example}`,
    })
  const before = seen.get(id)
  if (before === undefined) seen.set(id, path)
  else
    faults.add({
      code: 'duplicate',
      path,
      value: id,
      message: `"${id}" is declared here and at ${before}; an id belongs to one thing`,
    })
}

interface ReadCheck {
  readonly name: string
  readonly path: string
  readonly faults: Faults
}

function checkRead(read: string, { name, path, faults }: ReadCheck): void {
  if (modelKinds.has(read) || new RegExp(`^ext\\.${name}(\\.[A-Za-z][A-Za-z0-9]*)+$`).test(read)) return
  const hint = didYouMean(read, modelKinds.keys()) || `; it may read the record, and ext.${name}.…`
  faults.add({ code: 'unknown-fact', path, value: read, message: `there is no "${read}" to read${hint}` })
}

function checkTexts(locales: unknown, known: ReadonlyMap<string, string>, faults: Faults): void {
  if (!isPlainObject(locales)) return
  for (const [language, texts] of Object.entries(locales))
    for (const id of isPlainObject(texts) ? Object.keys(texts) : [])
      if (!known.has(id))
        faults.add({
          code: 'unknown-id',
          path: pointerOf('locales', language, id),
          value: id,
          message: `the plugin has no "${id}" to translate${didYouMean(id, known.keys())}`,
        })
}
