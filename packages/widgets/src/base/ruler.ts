import { css, html, nothing, svg, type TemplateResult } from 'lit'

/** A range on a carpenter's rule: filled is what is shown today, hatched is what it could be. */
export interface Ruled {
  /** 0 to 1. */
  readonly low: number
  readonly high: number
  /** Places of the levels between both ends, 0 to 1. */
  readonly notches?: readonly number[]
  readonly target?: number | undefined
}

/** Beside the bar the same stands in words, so it is hidden from those who listen. */
export function bar({ low, high, notches = [], target }: Ruled, look = ''): TemplateResult {
  return html`<svg class="rule ${look}" width="100%" height="100%" aria-hidden="true" focusable="false">
    ${hatch}
    <rect class="track" width="100%" height="100%" rx="3"></rect>
    <rect class="possible" x=${percent(low)} width=${percent(Math.max(0, high - low))} height="100%"></rect>
    <rect class="filled" width=${percent(low)} height="100%" rx="3"></rect>
    ${notches.map((at) => svg`<line class="notch" x1=${percent(at)} x2=${percent(at)} y1="0" y2="100%"></line>`)}
    ${target === undefined ? nothing : svg`<line class="target" x1=${percent(target)} x2=${percent(target)} y1="0" y2="100%"></line>`}
  </svg>`
}

const hatch = svg`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"></rect><rect class="hatch-line" width="2" height="6"></rect></pattern></defs>`

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100}%`
}

export const rulerStyles = css`
  .rule {
    display: block;
    block-size: 12px;
    overflow: visible;
  }
  [dir='rtl'] .rule {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_line);
  }
  .filled {
    fill: var(--_accent);
  }
  .possible {
    fill: url(#hatch);
  }
  .hatch-ground {
    fill: var(--_accent-soft);
  }
  .hatch-line {
    fill: var(--_accent);
    opacity: 0.55;
  }
  .notch {
    stroke: var(--_paper);
    stroke-width: 2;
  }
  @media (forced-colors: active) {
    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
    .filled,
    .hatch-line {
      fill: CanvasText;
      opacity: 1;
    }
    .hatch-ground,
    .notch {
      fill: Canvas;
      stroke: Canvas;
    }
  }
`
