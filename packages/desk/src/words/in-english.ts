import { html } from 'lit'
import { words } from './speak.ts'

/** A sentence that the library says in English, marked as such where the page speaks another language. */
export function inEnglish(text: unknown): unknown {
  return words().language === 'en' ? text : html`<span lang="en" dir="auto">${text}</span>`
}
