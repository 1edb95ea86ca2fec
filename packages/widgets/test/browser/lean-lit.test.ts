import * as lit from 'lit'
import * as directives from 'lit/directive.js'
import { expect, test } from 'vitest'
import {
  adoptStyles,
  css,
  Directive,
  directive,
  html,
  LitElement,
  noChange,
  nothing,
  svg,
} from '../../tools/lean-lit/lit.ts'

// the bundle has a small Lit of its own: whatever the elements do with it has to end as it does with Lit
type Lit = Pick<typeof lit, 'html' | 'svg' | 'nothing' | 'noChange' | 'css' | 'LitElement'> &
  Pick<typeof directives, 'Directive' | 'directive'>

const ours = { css, Directive, directive, html, LitElement, noChange, nothing, svg } as unknown as Lit
const theirs: Lit = { ...lit, ...directives }

let count = 0

/** What a page with one element looks like after each value that the element is given. */
async function drawnWith(
  { LitElement }: Lit,
  draw: (value: unknown) => unknown,
  values: readonly unknown[],
): Promise<string[]> {
  class Drawn extends LitElement {
    static override properties = { value: { attribute: false } }
    declare value: unknown
    override render(): unknown {
      return draw(this.value)
    }
  }
  const tag = `drawn-${++count}`
  customElements.define(tag, Drawn)
  const element = document.createElement(tag) as Drawn
  document.body.append(element)
  const seen: string[] = []
  for (const value of values) {
    element.value = value
    await element.updateComplete
    seen.push((element.renderRoot as ShadowRoot).innerHTML.replaceAll(/<!--.*?-->/g, ''))
  }
  element.remove()
  return seen
}

const emptyish = ['text', '', 'other', undefined, null, 0, false, true, '<b>&amp;</b>']

test.each<{ what: string; draw: (with_: Lit) => (value: unknown) => unknown; values: (with_: Lit) => unknown[] }>([
  {
    what: 'text between tags',
    draw:
      ({ html }) =>
      (value) =>
        html`<p>a ${value} b</p>
          ${value}<i></i>`,
    values: ({ nothing, noChange }) => [...emptyish, nothing, 'a', noChange, 'b'],
  },
  {
    what: 'one template or another, and text instead',
    draw:
      ({ html }) =>
      (value) =>
        html`<p>${value === 'text' ? html`<b>${value}</b>` : value === 0 ? 'zero' : html`<i>${value}</i>`}</p>`,
    values: () => [...emptyish, 'text', 0, 'text', 'text'],
  },
  {
    what: 'lists that grow, shrink and become text, lists in lists',
    draw:
      ({ html, nothing }) =>
      (value) =>
        html`<ul>
          ${Array.isArray(value) ? value.map((one) => html`<li>${one}${[one, nothing, [one]]}</li>`) : value}
        </ul>`,
    values: ({ nothing }) => [[], [1, 2, 3], [3], [4, 5], 'text', ['a', undefined, ''], nothing, ['b']],
  },
  {
    what: 'attributes: whole, in parts, of other cases, with nothing',
    draw:
      ({ html }) =>
      (value) =>
        html`<p id=${value} class="a ${value} b ${value}" data-x="${value}" ?hidden=${value}>x</p>
          <input aria-label="one" value=${value} ?disabled=${value} />`,
    values: ({ nothing, noChange }) => [...emptyish, nothing, 'a', noChange, nothing],
  },
  {
    what: 'drawings, whose names have capitals',
    draw:
      ({ html, svg }) =>
      (value) =>
        html`<svg viewBox="0 0 ${value} 9" preserveAspectRatio=${value}>
          ${svg`<line x1=${value}></line><g>${value}</g>`}
        </svg>`,
    values: () => ['1', '2'],
  },
])('$what', async ({ draw, values }) => {
  const expected = await drawnWith(theirs, draw(theirs), values(theirs))
  expect(new Set(expected).size).toBeGreaterThan(1)
  expect(await drawnWith(ours, draw(ours), values(ours))).toEqual(expected)
})

test.each([
  ['a document', { strings: ['<b>x</b>'], values: [] }],
  ['a document with words of Lit', { _$litType$: 1, strings: ['<b>x</b>'], values: [] }],
])('%s cannot pass for a template', async (_what, value) => {
  expect(await drawnWith(ours, (given) => ours.html`<p>${given}</p>`, [value])).toEqual(['<p>[object Object]</p>'])
})

/** What happens to an element, as a page sees it. */
async function livedWith(own: Lit): Promise<unknown[]> {
  const seen: unknown[] = []
  class AsHeld extends own.Directive {
    override update({ element: input, name }: directives.PropertyPart, [value]: [unknown]): unknown {
      seen.push([input.localName, name, value])
      return value
    }
    render(value: unknown): unknown {
      return value
    }
  }
  const asHeld = own.directive(AsHeld as never) as (value: unknown) => unknown
  function changed(this: unknown, event: Event): void {
    seen.push([event.type, this === element])
  }
  class Lived extends own.LitElement {
    static override properties = {
      lang: { type: String, reflect: true },
      headingLevel: { type: Number, attribute: 'heading-level' },
      name: { type: String },
      kept: { state: true },
      given: { attribute: false },
    }
    declare headingLevel: number | null
    declare name: string | null
    declare kept: unknown
    declare given: unknown
    constructor() {
      super()
      this.headingLevel = 2
      this.name = 'default'
      this.given = 'default'
      this.addController({
        hostConnected: () => seen.push('connected'),
        hostDisconnected: () => seen.push('disconnected'),
      })
    }
    override willUpdate(changed: lit.PropertyValues): void {
      seen.push(new Set(changed.keys()), changed.get('name'))
    }
    override render(): unknown {
      if (this.kept === 'fault') throw new Error('a fault in drawing')
      return own.html`<input .value=${asHeld(`${this.name}`)} @change=${changed} />`
    }
  }
  const tag = `lived-${++count}`
  const element = document.createElement(tag) as Lived
  // before the page knows the element
  element.setAttribute('heading-level', '4')
  element.given = { early: true }
  document.body.append(element)
  customElements.define(tag, Lived)
  const look = async (): Promise<void> => {
    const { headingLevel, name, given, lang } = element
    seen.push(await element.updateComplete.catch(String), { headingLevel, name, given, lang })
    seen.push([...element.attributes].map((one) => `${one.name}=${one.value}`))
    seen.push(element.renderRoot.querySelector('input')?.value)
  }
  await look()
  for (const step of [
    () => element.setAttribute('name', 'set'),
    () => element.removeAttribute('name'),
    () => element.removeAttribute('heading-level'),
    () => Object.assign(element, { name: 'set', lang: 'de' }),
    () => Object.assign(element, { name: 'set' }),
    () => Object.assign(element, { name: 'first', kept: 1, given: 1 }) && Object.assign(element, { name: 'second' }),
    () => element.setAttribute('lang', 'ar'),
    () => element.removeAttribute('lang'),
    () => element.renderRoot.querySelector('input')!.dispatchEvent(new Event('change')),
    () => element.requestUpdate(),
    () => element.remove(),
    () => document.body.append(element),
    () => Object.assign(element, { kept: 'fault' }),
  ]) {
    step()
    await look()
  }
  element.remove()
  return seen
}

test('properties, attributes, updates, events, faults', async () => {
  const expected = await livedWith(theirs)
  expect(expected.length).toBeGreaterThan(50)
  expect(await livedWith(ours)).toEqual(expected)
})

test('styles come in their order, each once', () => {
  const [a, b, c] = [ours.css`a{}`, ours.css`b{}`, ours.css`c{}`]
  class Styled extends ours.LitElement {
    static override styles = [a, [b, [a]], c, b]
  }
  expect(Styled.elementStyles).toEqual([a, c, b])
  const root = document.createElement('div').attachShadow({ mode: 'open' })
  adoptStyles(root, [a, b] as never)
  expect(root.adoptedStyleSheets.map(({ cssRules }) => cssRules[0]?.cssText)).toEqual(['a { }', 'b { }'])
})
