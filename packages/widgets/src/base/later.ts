import { adoptStyles, html, nothing, type CSSResult, type ReactiveElement } from 'lit'
import type { faultWords } from '../i18n/en-common.ts'
import type { CommonWords } from '../i18n/strings.ts'

/** What an element does without in its first view. */
export interface Later<Part> {
  readonly now: () => Part | undefined
  /** Fetches it if it is not there; what fails may be tried again. */
  readonly load: () => Promise<Part | undefined>
  /** Says that it did not come. */
  readonly faultView: (common: Pick<CommonWords, keyof typeof faultWords>) => unknown
}

/** Fetches a part when the page is idle, so that it is there without the network, and draws the element again with it. */
export function later<Part extends { readonly styles: readonly CSSResult[] }>(
  host: ReactiveElement,
  fetchIt: () => Promise<Part>,
): Later<Part> {
  let part: Part | undefined
  let hasFailed = false
  const load = async () => {
    try {
      part ??= await fetchIt()
      const { elementStyles } = host.constructor as typeof ReactiveElement
      adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...part.styles])
      hasFailed = false
    } catch {
      hasFailed = true
    }
    host.requestUpdate()
    return part
  }
  host.addController({ hostConnected: () => void host.updateComplete.then(load) })
  return {
    now: () => part,
    load,
    faultView: ({ failed, tryAgain }) =>
      hasFailed
        ? html`<p role="alert">${failed} <button type="button" class="plain" @click=${load}>${tryAgain}</button></p>`
        : nothing,
  }
}
