import { html } from 'lit'
import type { Format } from '../i18n/format.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import type { ReadText, Said } from '../rule-set/texts.ts'

/** What is needed to name a level. */
interface Levels {
  readonly scale: RuleSetData['scale']
  readonly format: Format
  readonly text: ReadText
  readonly said: (said: Said) => unknown
}

type From = Omit<Levels, 'scale'> & { readonly session: { readonly document: Pick<RuleSetData, 'scale'> } }

export function levelNameOf({ session, text }: From, level: number | null): string {
  const found = session.document.scale.levels.find((one) => one.level === level)
  return found === undefined ? '' : text('scale', `level.${found.level}`, found.name).text
}

/** The levels under a rule, each at its place. */
export function levelMarks({ session, format, text, said }: From, here: number | null): unknown {
  const { levels } = session.document.scale
  return html`<div class="marks" aria-hidden="true">
    ${levels.map(
      ({ level, name }) =>
        html`<span class=${level === here ? 'here' : ''}
          >${format.whole(level)}<span class="mark-name">${said(text('scale', `level.${level}`, name))}</span></span
        >`,
    )}
  </div>`
}
