// Templates as Lit draws them, as far as these elements use them: text, lists, templates in templates; attributes, `.property`,
// `?boolean`, `@event`.
import { mark, markedText } from './marked-text.ts'

export const nothing = Symbol.for('lit-nothing')
export const noChange = Symbol.for('lit-noChange')

/** Only `html` and `svg` make one: no document that comes over the network can pass for a template. */
export class TemplateResult {
  readonly strings: TemplateStringsArray
  readonly values: readonly unknown[]
  readonly isSvg: boolean

  constructor(strings: TemplateStringsArray, values: readonly unknown[], isSvg: boolean) {
    this.strings = strings
    this.values = values
    this.isSvg = isSvg
  }
}

export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult =>
  new TemplateResult(strings, values, false)

export const svg = (strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult =>
  new TemplateResult(strings, values, true)

/** Where values go: to the comment at `index`, or into an attribute of the element there, between `strings`. */
export interface Place {
  readonly index: number
  readonly name?: string
  readonly strings?: readonly string[]
}

export interface Template {
  readonly content: DocumentFragment
  readonly places: readonly Place[]
}

interface WithPolicies {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string }
  }
}

const policy = (globalThis as WithPolicies).trustedTypes?.createPolicy('joinery', { createHTML: (text) => text })
const templates = new WeakMap<TemplateStringsArray, Template>()
const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT)

export function templateOf(result: TemplateResult): Template {
  let template = templates.get(result.strings)
  if (template === undefined) templates.set(result.strings, (template = createTemplate(result)))
  return template
}

function createTemplate({ strings, isSvg }: TemplateResult): Template {
  const { text, names } = markedText(strings)
  const element = document.createElement('template')
  const whole = isSvg ? `<svg>${text}</svg>` : text
  element.innerHTML = policy?.createHTML(whole) ?? whole
  const { content } = element
  if (isSvg) content.firstElementChild!.replaceWith(...content.firstElementChild!.childNodes)
  return { content, places: placesIn(content, names) }
}

function placesIn(content: DocumentFragment, names: string[]): Place[] {
  return nodesIn(content).flatMap((node, index): Place[] => {
    if (!(node instanceof Element)) return node.nodeValue === mark ? [{ index }] : []
    return node.getAttributeNames().flatMap((attribute) => {
      if (!attribute.endsWith('$')) return []
      const strings = node.getAttribute(attribute)!.split(mark)
      node.removeAttribute(attribute)
      return [{ index, name: names.shift()!, strings }]
    })
  })
}

/** Elements and comments, in their order. */
export function nodesIn(root: Node): Node[] {
  const nodes: Node[] = []
  walker.currentNode = root
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node)
  return nodes
}
