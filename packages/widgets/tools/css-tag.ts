// What stands in the bundle for the part of Lit that holds styles. Lit's own also serves browsers without constructed style
// sheets; those cannot draw the elements, and a strict policy would forbid the <style> that it falls back to.

export const supportsAdoptingStyleSheets = true

export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  get styleSheet(): CSSStyleSheet {
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }

  toString(): string {
    return this.cssText
  }
}

export const css = (texts: readonly string[], ...values: readonly unknown[]): CSSResult =>
  new CSSResult(String.raw({ raw: texts }, ...values))

export const unsafeCSS = (text: unknown): CSSResult => new CSSResult(String(text))

export const getCompatibleStyle = <Style>(style: Style): Style => style

export function adoptStyles(root: ShadowRoot, styles: readonly (CSSResult | CSSStyleSheet)[]): void {
  root.adoptedStyleSheets = styles.map((style) => (style instanceof CSSResult ? style.styleSheet : style))
}
