import { nodesIn, noChange, nothing, templateOf, TemplateResult, type Place, type Template } from './templates.ts'

/** What stands for a value until its part is there, such as `live(value)`. */
export class Directed {
  readonly update: (part: { readonly element: Element; readonly name: string }) => unknown

  constructor(update: Directed['update']) {
    this.update = update
  }
}

/** Takes its values from all values of a template, and says where the next part begins. */
interface Part {
  take(values: readonly unknown[], from: number): number
}

/** A template that stands on the page. */
class Instance {
  readonly template: Template
  readonly content: DocumentFragment
  readonly #parts: readonly Part[]

  constructor(template: Template, host: object) {
    this.template = template
    this.content = document.importNode(template.content, true)
    const nodes = nodesIn(this.content)
    this.#parts = template.places.map((place) => partAt(nodes[place.index]!, place, host))
  }

  update(values: readonly unknown[]): void {
    this.#parts.reduce((from, part) => part.take(values, from), 0)
  }
}

function partAt(node: Node, { name, strings }: Place, host: object): Part {
  if (name === undefined) return new ChildPart(node as ChildNode, node.nextSibling, host)
  const element = node as Element
  if (name.startsWith('@')) return new EventPart(element, name.slice(1), host)
  return new AttributePart(element, name, strings!)
}

/** Between two nodes: text, a template, a list. */
export class ChildPart implements Part {
  readonly #start: ChildNode
  readonly #end: ChildNode | null
  readonly #host: object
  #shown: unknown = nothing

  constructor(start: ChildNode, end: ChildNode | null, host: object) {
    this.#start = start
    this.#end = end
    this.#host = host
  }

  take(values: readonly unknown[], from: number): number {
    this.show(values[from])
    return from + 1
  }

  show(value: unknown): void {
    if (value instanceof TemplateResult) this.#showTemplate(value)
    else if (Array.isArray(value)) this.#showList(value)
    else if (value !== noChange) this.#showText(value === undefined || value === null || value === '' ? nothing : value)
  }

  #showTemplate(result: TemplateResult): void {
    const template = templateOf(result)
    if (this.#shown instanceof Instance && this.#shown.template === template) return this.#shown.update(result.values)
    const instance = new Instance(template, this.#host)
    instance.update(result.values)
    this.#clear()
    this.#add(instance.content)
    this.#shown = instance
  }

  #showList(values: readonly unknown[]): void {
    if (!Array.isArray(this.#shown)) {
      this.#clear()
      this.#shown = []
    }
    const parts = this.#shown as ChildPart[]
    values.forEach((value, index) => {
      parts[index] ??= new ChildPart(this.#add(new Comment()), this.#add(new Comment()), this.#host)
      parts[index].show(value)
    })
    for (const part of parts.splice(values.length)) part.remove()
  }

  #showText(value: unknown): void {
    if (value === this.#shown) return
    if (typeof this.#shown !== 'object' && this.#shown !== nothing && value !== nothing)
      this.#start.nextSibling!.nodeValue = String(value)
    else {
      this.#clear()
      if (value !== nothing) this.#add(new Text(String(value)))
    }
    this.#shown = value
  }

  #add<Child extends Node>(node: Child): Child {
    return this.#start.parentNode!.insertBefore(node, this.#end)
  }

  #clear(): void {
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling!.remove()
  }

  remove(): void {
    this.#clear()
    this.#start.remove()
    this.#end!.remove()
  }
}

class AttributePart implements Part {
  readonly element: Element
  readonly name: string
  readonly #sign: string
  readonly #strings: readonly string[]
  readonly #held: unknown[]

  constructor(element: Element, name: string, strings: readonly string[]) {
    const [, sign = '', plain = ''] = /^([.?]?)(.*)/.exec(name)!
    this.element = element
    this.name = plain
    this.#sign = sign
    this.#strings = strings
    this.#held = strings.slice(1).fill(nothing as never)
  }

  take(values: readonly unknown[], from: number): number {
    let isChanged = false
    this.#held.forEach((held, index) => {
      const given = values[from + index]
      const value = given instanceof Directed ? given.update(this) : given
      if (value === held || value === noChange) return
      this.#held[index] = value
      isChanged = true
    })
    if (isChanged) this.#set(this.#whole())
    return from + this.#held.length
  }

  #whole(): unknown {
    const [before, ...after] = this.#strings
    if (this.#held.includes(nothing)) return nothing
    if (this.#strings.join('') === '') return this.#held[0]
    return (this.#held as string[]).reduce((text, value, index) => `${text}${value ?? ''}${after[index]}`, before!)
  }

  #set(value: unknown): void {
    const { element, name } = this
    if (this.#sign === '.') Object.assign(element, { [name]: value === nothing ? undefined : value })
    else if (this.#sign === '?') element.toggleAttribute(name, value !== nothing && Boolean(value))
    else if (value === nothing) element.removeAttribute(name)
    else element.setAttribute(name, (value ?? '') as string)
  }
}

class EventPart implements Part {
  #act: unknown

  constructor(element: Element, name: string, host: object) {
    element.addEventListener(name, (event) => {
      if (typeof this.#act === 'function') this.#act.call(host, event)
    })
  }

  take(values: readonly unknown[], from: number): number {
    this.#act = values[from]
    return from + 1
  }
}
