// What stands in the bundle for Lit: as much of it as these elements use, by the same names. Lit serves every page and every
// way to write an element; half of its weight is for ways that these do not take. `test/browser/lean-lit.test.ts` holds what
// this draws against what Lit draws.
import { ChildPart, Directed } from './parts.ts'
import { adoptStyles, CSSResult } from './styles.ts'

export { adoptStyles, css } from './styles.ts'
export { html, noChange, nothing, svg } from './templates.ts'

interface Declared {
  readonly type?: unknown
  readonly attribute?: string | false
  readonly reflect?: boolean
  readonly state?: boolean
}

interface Controller {
  readonly hostConnected: () => void
  readonly hostDisconnected: () => void
}

type Styles = CSSResult | readonly Styles[]

export abstract class LitElement extends HTMLElement {
  static properties: Readonly<Record<string, Declared>> = {}
  static styles: Styles = []

  declare renderRoot: ShadowRoot
  updateComplete: Promise<unknown>
  readonly #held: Record<string, unknown> = {}
  readonly #early: [string, unknown][] = []
  readonly #controllers: Controller[] = []
  #changed = new Map<string, unknown>()
  #isPending = false
  #isConnected!: () => void
  #part: ChildPart | undefined

  /** Each once, where it stands last. */
  static get elementStyles(): CSSResult[] {
    const all = flat(this.styles)
    return all.filter((style, index) => all.lastIndexOf(style) === index)
  }

  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, declared]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: LitElement) {
          return this.#held[name]
        },
        set(this: LitElement, value: unknown) {
          const before = this.#held[name]
          this.#held[name] = value
          if (!Object.is(before, value)) this.requestUpdate(name, before)
        },
      })
      return attributeOf(name, declared) ?? []
    })
  }

  constructor() {
    super()
    this.updateComplete = new Promise<void>((resolve) => (this.#isConnected = resolve))
    // what a page has set before it knew the element hides its properties
    for (const name of Object.keys(this.#class.properties)) {
      if (!Object.hasOwn(this, name)) continue
      this.#early.push([name, (this as Record<string, unknown>)[name]])
      delete (this as Record<string, unknown>)[name]
    }
    this.requestUpdate()
  }

  get #class(): typeof LitElement {
    return this.constructor as typeof LitElement
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller)
  }

  connectedCallback(): void {
    if (this.shadowRoot === null) {
      this.renderRoot = this.attachShadow({ mode: 'open' })
      adoptStyles(this.renderRoot, this.#class.elementStyles)
    }
    this.#isConnected()
    for (const one of this.#controllers) one.hostConnected()
  }

  disconnectedCallback(): void {
    for (const one of this.#controllers) one.hostDisconnected()
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    const [name, { type }] = Object.entries(this.#class.properties).find((one) => attributeOf(...one) === attribute)!
    Object.assign(this, { [name]: type === Number && text !== null ? Number(text) : text })
  }

  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, before)
    if (!this.#isPending) this.updateComplete = this.#update(this.updateComplete)
  }

  async #update(before: Promise<unknown>): Promise<boolean> {
    this.#isPending = true
    // a fault in drawing is told once more, and does not end the drawing
    await before.catch((error: unknown) => void Promise.reject(error))
    for (const [name, value] of this.#early.splice(0)) Object.assign(this, { [name]: value })
    let drawn: unknown
    try {
      this.willUpdate(this.#changed)
      drawn = this.render()
      this.#reflect()
    } finally {
      this.#changed = new Map()
      this.#isPending = false
    }
    this.#part ??= new ChildPart(this.renderRoot.appendChild(new Comment()), null, this)
    this.#part.show(drawn)
    return !this.#isPending
  }

  #reflect(): void {
    for (const [name, declared] of Object.entries(this.#class.properties)) {
      if (declared.reflect !== true || !this.#changed.has(name)) continue
      const value = this.#held[name]
      if (value === undefined || value === null) this.removeAttribute(attributeOf(name, declared)!)
      else this.setAttribute(attributeOf(name, declared)!, value as string)
    }
  }

  willUpdate(_changed: ReadonlyMap<string, unknown>): void {}

  abstract render(): unknown
}

function flat(styles: Styles): CSSResult[] {
  return styles instanceof CSSResult ? [styles] : styles.flatMap(flat)
}

function attributeOf(name: string, { attribute = name.toLowerCase(), state = false }: Declared): string | undefined {
  return state || attribute === false ? undefined : attribute
}

/** For properties alone, and without a state of its own. */
export abstract class Directive {
  abstract update(part: { readonly element: Element; readonly name: string }, values: readonly unknown[]): unknown
}

export function directive(kind: new () => Directive): (...values: readonly unknown[]) => Directed {
  return (...values) => new Directed((part) => new kind().update(part, values))
}
