import { html, nothing, type TemplateResult } from 'lit'
import { chooseLanguage, languages, words, type Language } from '../words/speak.ts'

/** The languages of the desk, each by its own name. */
export function languagesView(): TemplateResult {
  return html`<nav class="languages" aria-label=${words().frame.language}>
    ${(Object.keys(languages) as Language[]).map(
      (language) =>
        html`<button
          type="button"
          class="plain quietly"
          lang=${language}
          aria-current=${language === words().language ? 'true' : nothing}
          @click=${() => chooseLanguage(language)}
        >
          ${languages[language]}
        </button>`,
    )}
  </nav>`
}
