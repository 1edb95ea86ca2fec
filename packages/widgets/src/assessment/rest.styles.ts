import { css } from 'lit'
import { barStyles } from '../results/bars.styles.ts'
import { planStyles } from '../results/plan.styles.ts'
import { resultStyles } from '../results/results.styles.ts'

/** Lists and their forms, the ways to keep answers, and the result. */
export const restStyles = [
  css`
    .items {
      display: grid;
      gap: 8px;
      inline-size: 100%;
    }
    .items:empty {
      display: none;
    }
    .item {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
      padding: 8px 8px 8px 14px;
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) * 0.8);
      background: var(--_paper);
    }
    .item.open {
      display: block;
      padding: 16px;
      border: 1.5px solid var(--_accent);
    }
    .item-text {
      flex: 1 1 12em;
    }
    .item-form {
      display: grid;
      gap: 18px;
      padding-block: 4px 16px;
    }
    .item-more {
      border-block-start: 1px solid var(--_line);
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
    .scroll {
      overflow-x: auto;
    }
    .scroll :is(th, td) {
      padding: 6px 20px 6px 0;
      text-align: start;
    }
  `,
  barStyles,
  resultStyles,
  planStyles,
]
