import { html } from 'lit'
import type { Said } from '@joinery/report/texts'

/** Marks a text that is in another language than the words around it, so that it is read out and aligned rightly. */
export function saidIn(language: string): (said: Said) => unknown {
  const own = language.split('-')[0]
  return ({ text, lang }) => (lang.split('-')[0] === own ? text : html`<span lang=${lang} dir="auto">${text}</span>`)
}
