import { css } from 'lit'
import { unseen } from '../base/unseen.ts'

export const radarStyles = [
  unseen,
  css`
    .radar-box {
      max-inline-size: 26em;
      margin: 0 auto 16px;
    }
    .radar {
      display: block;
      inline-size: 100%;
    }
    .ring {
      fill: none;
      stroke: var(--_line);
    }
    .radar-name {
      fill: var(--_quiet);
      font-size: 12px;
    }
    .radar-possible {
      fill: none;
      stroke: var(--_accent);
      stroke-width: 1.5;
      stroke-dasharray: 4 4;
    }
    .radar-score {
      fill: var(--_accent);
      fill-opacity: 0.18;
      stroke: var(--_accent);
      stroke-width: 2.5;
      stroke-linejoin: round;
    }
    .radar-dot {
      fill: var(--_accent);
    }
    .radar-key {
      display: flex;
      justify-content: center;
      align-items: center;
      gap: 8px;
      color: var(--_quiet);
    }
    .key-score,
    .key-possible {
      inline-size: 24px;
      border-block-start: 3px solid var(--_accent);
    }
    .key-possible {
      border-block-start: 2px dashed var(--_accent);
      margin-inline-start: 16px;
    }
    @container (max-width: 19.9em) {
      .radar-box {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .radar-score,
      .radar-possible,
      .ring {
        stroke: CanvasText;
      }
    }
  `,
]
