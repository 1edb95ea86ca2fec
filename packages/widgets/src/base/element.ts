import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit'
import type { JoineryEvents } from '../events.ts'
import type { Format } from '../i18n/format.ts'
import { loadStrings } from '../i18n/load-strings.ts'
import { isRightToLeft } from '@joinery/report/texts'
import { languageFor } from '../i18n/registry.ts'
import { sheet } from './sheet.ts'

/**
 * What all Joinery elements share: the reset, and the language around them.
 *
 * @csspart root - everything inside the element
 * @cssproperty --joinery-paper - background
 * @cssproperty --joinery-raised - background of what stands out
 * @cssproperty --joinery-ink - text
 * @cssproperty --joinery-quiet - text of less weight
 * @cssproperty --joinery-line - lines between things
 * @cssproperty --joinery-edge - edges of fields and buttons; 3:1 against the background
 * @cssproperty --joinery-accent - what can be pressed, and bars
 * @cssproperty --joinery-accent-soft - background of what is chosen, and the open end of a range
 * @cssproperty --joinery-on-accent - text on the accent
 * @cssproperty --joinery-good - what has got better
 * @cssproperty --joinery-warn - edge of notes
 * @cssproperty --joinery-warn-soft - background of notes
 * @cssproperty --joinery-bad - faults
 * @cssproperty --joinery-radius - roundness of cards and buttons
 * @cssproperty --joinery-font - typeface
 * @cssproperty --joinery-font-size - size of the text; everything else follows it
 * @cssproperty --joinery-heading-font - typeface of headings
 */
export abstract class JoineryElement<Writes extends Pick<Format, 'language'> = Format> extends LitElement {
  static override properties = {
    lang: { type: String, reflect: true },
  }

  static override styles: CSSResultGroup = [sheet]

  /** Makes what the element writes figures and days with. */
  protected abstract readonly formatIn: (language: string) => Writes

  /** There when the language around it is. */
  protected spoken: Promise<void> | undefined

  #format: Writes | undefined

  readonly #watch = new MutationObserver(() => this.#speak())

  /** The language of the words: the nearest `lang` around the element that Joinery speaks; else English. */
  protected get language(): string {
    return languageFor(langAround(this))
  }

  protected get format(): Writes {
    const { language } = this
    if (this.#format?.language !== language) this.#format = this.formatIn(language)
    return this.#format
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watch.observe(document, { subtree: true, attributeFilter: ['lang'] })
    // the language around it may be another one where it was moved to
    this.#speak()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch.disconnect()
  }

  #speak(): void {
    this.requestUpdate()
    // a pack that does not come leaves the words in English
    this.spoken = loadStrings(langAround(this))?.then(
      () => this.requestUpdate(),
      () => undefined,
    )
  }

  protected override render(): TemplateResult {
    const { language } = this
    return html`<div class="root" part="root" lang=${language} dir=${isRightToLeft(language) ? 'rtl' : 'ltr'}>
      ${this.content()}
    </div>`
  }

  protected abstract content(): unknown

  /** Tells the page; crosses shadow roots. False where the page has forbidden what was about to happen. */
  protected tell<Name extends keyof JoineryEvents>(
    name: Name,
    detail: JoineryEvents[Name],
    cancelable = false,
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }))
  }
}

/** The nearest `lang` that says something, through the shadow roots around. */
function langAround(node: Element): string {
  const { host } = node.getRootNode() as Partial<ShadowRoot>
  return node.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? (host ? langAround(host) : '')
}
