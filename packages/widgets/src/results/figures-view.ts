import { html, nothing } from 'lit'
import type { figureWords } from '../i18n/en-details.ts'
import type { knownWords } from '../i18n/en-results.ts'
import type { Shown } from './shown.ts'

/** How much is known, how sure it is, and how far the target is. */
export function figuresView(shown: Shown<keyof typeof figureWords, keyof typeof knownWords>): unknown {
  const { result, words, common, format } = shown
  const { coverage, confidence, percentToTarget, target } = result.headline
  const figure = (label: string, value: string, note: string) =>
    html`<div>
      <dt class="quiet small strong">${label}</dt>
      <dd><span class="value figure">${value}</span> <span class="quiet small">${note}</span></dd>
    </div>`
  return html`<dl class="figures">
    ${figure(common.known, format.percent(coverage), words.knownHint)}
    ${figure(words.confidence, format.percent(confidence), words.confidenceHint)}
    ${
      percentToTarget === null || target === null
        ? nothing
        : figure(words.toTarget, format.percent(percentToTarget), words.toTargetHint(format.whole(target)))
    }
  </dl>`
}
