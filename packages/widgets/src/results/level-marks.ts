import { html } from 'lit'
import type { RuleSetData } from '../rule-set/document.ts'
import type { Shown } from './shown.ts'

/** The levels under a rule, each at its place. */
export function levelMarks(
  { levels }: RuleSetData['scale'],
  { format, text, said }: Pick<Shown<never, never, 'whole'>, 'format' | 'text' | 'said'>,
  here: number | null,
): unknown {
  return html`<div class="marks" aria-hidden="true">
    ${levels.map(
      ({ level, name }) =>
        html`<span class=${level === here ? 'here' : ''}
          >${format.whole(level)}<span class="mark-name">${said(text('scale', `level.${level}`, name))}</span></span
        >`,
    )}
  </div>`
}
