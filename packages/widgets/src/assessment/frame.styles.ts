import { css } from 'lit'

/** Where things stand: one column on a phone, the advice beside from 46em, the steps beside both from 70em. */
export const frameStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'top' 'notes' 'steps' 'page' 'aside' 'keep';
    gap: 0 40px;
    padding: 16px 16px 24px;
    border-block-start: 4px solid var(--_accent);
    max-inline-size: 84em;
    margin-inline: auto;
  }
  .top {
    grid-area: top;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    min-block-size: 36px;
  }
  .brand {
    flex: none;
  }
  .brand-tail {
    fill: var(--_accent);
  }
  .brand-socket {
    fill: var(--_accent-soft);
  }
  .saved.device::before,
  .saved.service::before {
    content: '✓ ';
    color: var(--_good);
    font-weight: 700;
  }
  .saved.failed,
  .saved.memory {
    color: var(--_warn);
  }
  .pill {
    border: 1px solid var(--_accent);
    border-radius: 99px;
    color: var(--_accent);
    padding: 1px 10px;
    font-size: 0.8125em;
    font-weight: 600;
    white-space: nowrap;
  }
  .top .pill {
    margin-inline-start: auto;
  }
  .with-result .top .pill {
    display: none;
  }
  .frame > .note {
    grid-column: 1 / -1;
    margin-block-start: 12px;
  }
  .steps {
    grid-area: steps;
    margin-block: 12px 8px;
  }
  .steps-line {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .steps-button {
    padding-inline: 4px;
    margin-inline-start: -4px;
  }
  .page {
    grid-area: page;
    min-inline-size: 0;
    padding-block: 8px 24px;
    scroll-margin-block-start: 16px;
  }
  .kicker {
    color: var(--_accent);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    margin-block-end: 2px;
  }
  .lead {
    margin-block-start: 8px;
    font-size: 1.0625em;
    max-inline-size: 62ch;
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
  .keep {
    grid-area: keep;
    border-block-start: 1px solid var(--_line);
    margin-block-start: 24px;
    padding-block-start: 4px;
  }
  .keep-list {
    display: grid;
    gap: 14px;
    padding-block: 8px 4px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
  }
  .keep-list .hint {
    margin-block-start: 4px;
  }
  .keep-list input:focus-visible,
  .keep-list li:has(input:focus-visible) .button {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
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
  @container (min-width: 46em) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 18em;
      grid-template-areas: 'top top' 'notes notes' 'steps steps' 'page aside' 'keep keep';
      padding: 20px 28px 28px;
    }
    .frame.single {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'top' 'notes' 'steps' 'page' 'keep';
    }
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
