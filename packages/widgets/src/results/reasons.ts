import type { HeldBack, IndicatorResult, Result } from '@joinery/core'
import type { Explain } from '@joinery/report/words'
import { wordsOf } from '../i18n/registry.ts'
import type { Said } from '@joinery/report/texts'
import type { Shown } from './shown.ts'

/** Why an indicator came out as it did, in the language of the page. */
export function reasonView(shown: Shown, outcome: IndicatorResult): unknown {
  return sentence(shown, outcome.reason, (explain) => explain.outcome?.(shown, outcome))
}

/** What keeps a score at its level. */
export function heldBackView(shown: Shown, held: HeldBack): unknown {
  return sentence(shown, held.reason, (explain) => explain.heldBack?.(shown, held))
}

/** Rules that failed, and what a reader should know about the data. */
export function noticeViews(shown: Shown): unknown[] {
  const { errors, notices }: Pick<Result, 'errors' | 'notices'> = shown.result
  return [
    ...errors.map(({ indicator, message }) => sentence(shown, message, (one) => one.ruleError?.(shown, indicator))),
    ...notices.map((notice) => sentence(shown, notice.message, (explain) => explain.notice?.(shown, notice))),
  ]
}

/** The sentences of a language, as far as it has its own. */
export function explainIn(language: string): Partial<Explain> {
  return wordsOf(language, 'explain', {})
}

/** Where a language has no sentences of its own, core's English one stands in, marked as English. */
function sentence(
  shown: Shown,
  english: string,
  say: (explain: Partial<Explain>) => readonly Said[] | undefined,
): unknown {
  const pieces = say(explainIn(shown.format.language)) ?? [{ text: english, lang: 'en' }]
  return pieces.map((piece, index) => [index === 0 ? '' : ' ', shown.said(piece)])
}
