import { css } from 'lit'

/** A large rule: the level to reach on it, and all levels below it. */
export const markStyles = css`
  .rule.big {
    block-size: 26px;
  }
  .target {
    stroke: var(--_ink);
    stroke-width: 3;
  }
  .marks {
    display: flex;
    justify-content: space-between;
    margin-block-start: 6px;
    font-size: 0.8125em;
    color: var(--_quiet);
  }
  .marks > * {
    inline-size: 0;
    display: flex;
    justify-content: center;
    white-space: nowrap;
  }
  .marks > :first-child {
    justify-content: flex-start;
  }
  .marks > :last-child {
    justify-content: flex-end;
  }
  .marks .here {
    color: var(--_ink);
    font-weight: 650;
  }
  .mark-name {
    display: none;
  }
  @container (min-width: 40em) {
    .wide-marks .mark-name {
      display: inline;
      margin-inline-start: 0.3em;
    }
  }
  @media (forced-colors: active) {
    .target {
      stroke: Highlight;
    }
  }
`
