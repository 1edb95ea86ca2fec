import { css } from 'lit'
import { tableStyles } from '../base/table.ts'
import { itemStyles } from '../inputs/item.styles.ts'
import { barStyles } from '../results/bars.styles.ts'
import { headlineRuleStyles } from '../results/headline-rule.styles.ts'
import { headlineStyles } from '../results/headline.styles.ts'
import { planToolStyles } from '../results/plan-tools.styles.ts'
import { planStyles } from '../results/plan.styles.ts'
import { resultStyles } from '../results/results.styles.ts'

/** Lists and their forms, the ways to keep answers, and the result. */
export const restStyles = [
  itemStyles,
  css`
    .up {
      color: var(--_good);
      font-weight: 600;
    }
    .down {
      color: var(--_bad);
      font-weight: 600;
    }
    .danger {
      color: var(--_bad);
    }
    .keep-list {
      display: grid;
      gap: 14px;
      align-items: start;
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
  tableStyles,
  barStyles,
  headlineStyles,
  headlineRuleStyles,
  resultStyles,
  planStyles,
  planToolStyles,
]
