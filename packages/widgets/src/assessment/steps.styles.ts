import { css } from 'lit'

/** The pages that ask: their steps drawn as joints, and what stands beside them. */
export const stepStyles = css`
  .steps {
    grid-area: steps;
    margin-block: 12px 8px;
  }
  .steps-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }
  .steps-button {
    padding-inline: 4px;
    margin-inline-start: -4px;
  }
  .frame > .note {
    grid-column: 1 / -1;
    margin-block-start: 12px;
  }
  .saved.failed,
  .saved.memory {
    color: var(--_warn);
  }
  .with-result .top .pill {
    display: none;
  }
  .kicker {
    color: var(--_accent);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    margin-block-end: 2px;
  }
  .aside {
    grid-area: aside;
    min-inline-size: 0;
  }
  .live {
    background: var(--_raised);
    border-radius: var(--_radius);
    padding: 16px 18px;
    display: grid;
    gap: 6px;
  }
  .live-range {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .advice {
    padding-block-start: 20px;
    font-size: 0.9375em;
  }
  .advice [role='heading'] {
    color: var(--_accent);
  }
  .wide-only {
    display: none;
  }
  .nav {
    margin-block-start: 32px;
  }
  .nav .primary {
    min-inline-size: 8em;
  }
  .problems {
    border: 2px solid var(--_bad);
    border-radius: var(--_radius);
    padding: 14px 18px;
    margin-block-end: 20px;
  }
  .link {
    border: 0;
    padding: 4px 0;
    color: var(--_bad);
    text-decoration: underline;
    text-align: start;
    background: none;
  }
  .joints {
    display: flex;
    gap: 3px;
    margin-block: 8px 2px;
  }
  .joint {
    flex: 1;
    block-size: 10px;
    background: var(--_line);
    clip-path: polygon(0 0, 100% 0, calc(100% - 3px) 100%, 3px 100%);
  }
  .joint:nth-child(even) {
    clip-path: polygon(3px 0, calc(100% - 3px) 0, 100% 100%, 0 100%);
  }
  .joint.some {
    background: color-mix(in oklab, var(--_accent) 45%, var(--_line));
  }
  .joint.full {
    background: var(--_accent);
  }
  .joint.here {
    block-size: 16px;
    margin-block-end: -6px;
    background: var(--_ink);
  }
  .step-list {
    display: none;
  }
  .step-list.open {
    display: block;
  }
  .step {
    display: flex;
    justify-content: flex-start;
    inline-size: 100%;
    padding: 6px 8px;
    color: var(--_ink);
    font-weight: 400;
    text-align: start;
  }
  .step:hover {
    background: var(--_raised);
  }
  .step[aria-current] {
    background: var(--_accent-soft);
    font-weight: 650;
  }
  .step-title {
    flex: 1;
  }
  .step-mark {
    flex: none;
    inline-size: 14px;
    block-size: 12px;
    clip-path: polygon(0 0, 100% 0, 76% 100%, 24% 100%);
    background: color-mix(in oklab, var(--_edge) 55%, var(--_paper));
  }
  .step-mark.some {
    background: linear-gradient(to top, var(--_accent) 50%, color-mix(in oklab, var(--_edge) 55%, var(--_paper)) 50%);
  }
  .step-mark.full {
    background: var(--_accent);
  }
  @container (min-width: 46em) {
    .aside {
      padding-block-start: 12px;
      align-self: start;
      position: sticky;
      inset-block-start: 0;
    }
    .wide-only {
      display: block;
    }
    .narrow-only {
      display: none;
    }
  }
  @container (min-width: 70em) {
    .frame:not(.single) {
      grid-template-columns: 15em minmax(0, 1fr) 19em;
      grid-template-areas: 'top top top' 'notes notes notes' 'steps page aside' 'keep keep keep';
    }
    .frame:not(.single) .step-list {
      display: block;
      margin-block-start: 12px;
    }
    .frame:not(.single) .steps-button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .joint,
    .step-mark {
      forced-color-adjust: none;
      background: GrayText;
    }
    .joint.full,
    .step-mark.full {
      background: CanvasText;
    }
    .joint.here {
      background: Highlight;
    }
    .step[aria-current] {
      outline: 2px solid Highlight;
    }
    .live {
      border: 1px solid;
    }
  }
  @media print {
    .steps,
    .nav,
    .keep,
    .top .saved,
    .no-print {
      display: none !important;
    }
    .frame {
      padding: 0;
    }
  }
`
