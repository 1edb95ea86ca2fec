import { css } from 'lit'

/** The first page, and the steps drawn as joints. */
export const partStyles = css`
  .start {
    display: grid;
    gap: 28px 56px;
    padding-block: 8px;
  }
  .start-main {
    display: grid;
    gap: 20px;
    align-content: start;
  }
  .ladder {
    align-self: start;
    border-radius: var(--_radius);
    background: var(--_raised);
    padding: 18px 20px;
  }
  .ladder-steps {
    display: flex;
    flex-direction: column-reverse;
    margin-block-start: 12px;
  }
  .rung {
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr);
    gap: 0 14px;
    align-items: start;
    padding-block: 7px;
  }
  .rung-mark {
    display: grid;
    place-items: center;
    block-size: 30px;
    margin-block-start: 2px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 650;
    font-size: 0.9375em;
    clip-path: polygon(0 0, 100% 0, 84% 100%, 16% 100%);
  }
  .rung:first-child .rung-mark {
    background: var(--_quiet);
    color: var(--_paper);
  }
  .start .lead {
    margin: -8px 0 0;
  }
  .scope-list {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    margin-block: 8px;
  }
  .block {
    display: block;
  }
  .start-button {
    min-block-size: 52px;
    padding-inline: 32px;
    font-size: 1.0625em;
  }
  .private {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_good);
    font-weight: 600;
  }
  .lock {
    flex: none;
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
    .start {
      grid-template-columns: minmax(0, 1fr) 21em;
    }
  }
`
