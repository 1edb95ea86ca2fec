/** An element of an XML document; prefixes of names are left out. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** The text directly inside, without that of children. */
  readonly text: string
}

/** What keeps a text from being read as XML. */
export class XmlProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'XmlProblem'
  }
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

const mostElements = 4_000_000
const deepest = 64

const token =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|([^<]+)/gy

/**
 * Reads XML as office programs write it. There are no document types, and so no entities of a document's own: nothing can be
 * blown up and nothing outside is looked at.
 */
export function parseXml(source: string): Element {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Open[] = [root]
  let [at, elements] = [0, 0]
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    at = token.lastIndex
    if (match[3] !== undefined && ++elements > mostElements) throw new XmlProblem('it has too many elements')
    take(open, match)
  }
  if (at < text.length)
    throw new XmlProblem(
      text.startsWith('<!DOCTYPE', at) ? 'it declares a document type' : `it is broken at character ${at + 1}`,
    )
  const [first] = root.children
  if (open.length > 1 || first === undefined) throw new XmlProblem('it ends too early')
  return first
}

function take(open: Open[], [, cdata, slash, name, attributes, closed, text]: RegExpExecArray): void {
  const inside = open.at(-1)!
  if (text !== undefined || cdata !== undefined) inside.text += cdata ?? decoded(text!)
  else if (name === undefined) return
  else if (slash === '/') {
    open.pop()
    if (inside.name !== localName(name) || open.length === 0)
      throw new XmlProblem(`"${name}" is closed where it is not open`)
    open.at(-1)!.children.push(inside)
  } else {
    const element: Open = { name: localName(name), attributes: attributesOf(attributes ?? ''), children: [], text: '' }
    if (closed === '/') inside.children.push(element)
    else if (open.push(element) > deepest) throw new XmlProblem('it is nested too deeply')
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, , double, single] of text.matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    found.set(localName(name!), decoded(double ?? single ?? ''))
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name]! : whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!)
}

/** The first child of a name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of a name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}
