import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript-6'

/** One documented thing of an element: a slot, a part, a custom property. */
export interface Named {
  readonly name: string
  readonly description: string
}

export interface Property extends Named {
  readonly type: string
  /** Its attribute, where it has one. */
  readonly attribute: string | undefined
  readonly isReadonly: boolean
  readonly inheritedFrom: string | undefined
}

export interface Method extends Named {
  readonly returns: string
}

/** What the documentation comments say about one class. */
export interface ElementDocs {
  readonly tag: string
  readonly className: string
  /** Path of its module below `src`, without an ending. */
  readonly module: string
  readonly description: string
  readonly properties: readonly Property[]
  readonly methods: readonly Method[]
  readonly events: readonly Named[]
  readonly slots: readonly Named[]
  readonly parts: readonly Named[]
  readonly cssProperties: readonly Named[]
}

interface Found {
  readonly node: ts.ClassDeclaration
  readonly source: ts.SourceFile
  readonly module: string
}

/** Reads every class with a `@tag`, with what it inherits. */
export function readElements(folder: string): ElementDocs[] {
  const classes = new Map<string, Found>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const path = join(folder, name)
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const module = relative(folder, path).replaceAll('\\', '/').replace(/\.ts$/, '')
    for (const node of source.statements)
      if (ts.isClassDeclaration(node) && node.name !== undefined) classes.set(node.name.text, { node, source, module })
  }
  return [...classes.values()].flatMap((found) => docsOf(found, classes))
}

function docsOf(found: Found, classes: ReadonlyMap<string, Found>): ElementDocs[] {
  const tag = tagsOf(found, 'tag')[0]?.name
  if (tag === undefined) return []
  const line = lineage(found, classes)
  const collect = (...names: string[]) =>
    uniqueByName(line.flatMap((one) => names.flatMap((name) => tagsOf(one, name))))
  const members = line.flatMap((one) => membersOf(one, one === found ? undefined : one.node.name?.text))
  return [
    {
      tag,
      className: found.node.name!.text,
      module: found.module,
      description: textOf(found.node),
      properties: uniqueByName(members.flatMap((member) => ('type' in member ? [member] : []))),
      methods: uniqueByName(members.flatMap((member) => ('returns' in member ? [member] : []))),
      events: collect('fires'),
      slots: collect('slot'),
      parts: collect('csspart'),
      cssProperties: collect('cssproperty'),
    },
  ]
}

/** The class and those it extends, as far as they are ours; the class itself first. */
function lineage(found: Found, classes: ReadonlyMap<string, Found>): Found[] {
  const parent = found.node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
  const above = parent === undefined ? undefined : classes.get(parent.expression.getText(found.source))
  return above === undefined ? [found] : [found, ...lineage(above, classes)]
}

function uniqueByName<Item extends Named>(items: readonly Item[]): Item[] {
  return items.filter((item, index) => items.findIndex(({ name }) => name === item.name) === index)
}

/** `@csspart name - what it is; other - what that is`; a slot without a name begins with the dash. */
function tagsOf({ node }: Found, tagName: string): Named[] {
  return ts.getJSDocTags(node).flatMap((tag) => {
    if (tag.tagName.text !== tagName) return []
    const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replaceAll(/\s+/g, ' ').trim()
    return text.split(/; (?=[\w-]+ - )/).map((one) => {
      const [, name = '', description = ''] = /^(\S*?)\s*(?:- (.*))?$/.exec(one) ?? []
      return { name, description }
    })
  })
}

function textOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replaceAll(/\s+/g, ' ').trim()
}

function membersOf({ node, source }: Found, inheritedFrom: string | undefined): (Property | Method)[] {
  const attributes = attributesOf(node)
  return node.members.flatMap((member): (Property | Method)[] => {
    if (member.name === undefined || !ts.isIdentifier(member.name) || !isPublic(member)) return []
    const name = member.name.text
    const description = textOf(member)
    if (ts.isMethodDeclaration(member)) return [{ name, description, returns: member.type?.getText(source) ?? 'void' }]
    if (!ts.isPropertyDeclaration(member) && !ts.isGetAccessor(member)) return []
    const isReadonly = ts.isGetAccessor(member) && !hasSetter(node, name)
    const type = (member.type?.getText(source) ?? 'unknown').replaceAll(/\s+/g, ' ')
    return [{ name, description, type, attribute: attributes.get(name), isReadonly, inheritedFrom }]
  })
}

/** What a page may use: neither the life cycle of Lit, nor what is private, protected or static. */
function isPublic(member: ts.ClassElement): boolean {
  const hidden = new Set(['static', 'protected', 'private', 'override'])
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : []
  return !modifiers.some((modifier) => hidden.has(modifier.getText()))
}

function hasSetter(node: ts.ClassDeclaration, name: string): boolean {
  return node.members.some((member) => ts.isSetAccessor(member) && member.name.getText() === name)
}

/** Attribute of each reactive property, from `static properties`. */
function attributesOf(node: ts.ClassDeclaration): ReadonlyMap<string, string> {
  const declared = node.members.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  )
  const list = declared !== undefined && ts.isPropertyDeclaration(declared) ? declared.initializer : undefined
  if (list === undefined || !ts.isObjectLiteralExpression(list)) return new Map()
  const entries = list.properties.flatMap((entry): [string, string][] => {
    if (!ts.isPropertyAssignment(entry)) return []
    const options = entry.initializer.getText()
    if (/attribute:\s*false|state:\s*true/.test(options)) return []
    const name = entry.name.getText()
    return [[name, /attribute:\s*'([^']+)'/.exec(options)?.[1] ?? name.toLowerCase()]]
  })
  return new Map(entries)
}
