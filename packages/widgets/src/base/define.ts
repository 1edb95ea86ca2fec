/** Registers a tag. A page may load two copies of the bundle: the first one wins. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
