import { html } from 'lit'

/** A dovetail: two parts that hold each other. */
export const brand = html`<svg
  class="brand"
  width="28"
  height="28"
  viewBox="0 0 28 28"
  aria-hidden="true"
  focusable="false"
>
  <path class="brand-socket" d="M12 4h14v20H12z"></path>
  <path class="brand-tail" d="M2 4h9v7l9-4v14l-9-4v7H2z"></path>
</svg>`
