import { css } from 'lit'

/**
 * The tokens that every element draws with, in both colour schemes; the others of the 17 that a site may set stand with what
 * is drawn with them. The reset stands on an inner element, where no rule of the host page reaches: `font-size: medium` is the
 * size its reader chose, whatever the page does to its root.
 */
export const sheet = css`
  :host {
    display: block !important;
    color-scheme: inherit !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    --_paper: var(--joinery-paper, light-dark(#fff, #10181d));
    --_ink: var(--joinery-ink, light-dark(#14212b, #e4ebee));
    --_quiet: var(--joinery-quiet, light-dark(#50606c, #a0b0ba));
    --_line: var(--joinery-line, light-dark(#d5dde1, #2d3b44));
    --_accent: var(--joinery-accent, light-dark(#0d5e63, #6ec6c0));
    --_accent-soft: var(--joinery-accent-soft, light-dark(#d9eae8, #1f4245));
    --_radius: var(--joinery-radius, 10px);
    color-scheme: inherit;
    display: block;
    container-type: inline-size;
    background: var(--_paper);
    color: var(--_ink);
    font: var(--joinery-font-size, medium) / 1.5 var(--joinery-font, 'Segoe UI', system-ui, 'Noto Sans', sans-serif);
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  .root *,
  .root *::before,
  .root *::after {
    box-sizing: border-box;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: 0.875em;
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
`
