import { limits } from '@joinery/api'
import type { RuleSet } from '@joinery/core'
import { textsOf } from '@joinery/widgets/questionnaire'
import { html, page, when, type Html } from '../page.ts'
import { queryOf, scopeIn, type FormWish } from './open-form.ts'
import type { Words } from './words.ts'

export interface Start {
  /** The publishable key in the address. */
  readonly key: string
  readonly wish: FormWish
  readonly ruleSet: RuleSet
  readonly words: Words
}

/** Where somebody without scripts begins: what it is, how deep to go, and what becomes of the answers. */
export function startPage(start: Start): string {
  const { ruleSet, words } = start
  const { document } = ruleSet
  const title = textsOf(document, words.language)('rule-set', 'title', document.title).text
  const body = html`<main class="form">
    <h1>${title}</h1>
    <p class="lead">${words.asked.welcome}</p>
    ${startForm(start)}
    <p class="quiet small">${words.kept(limits.visitDays)}</p>
    ${when(document.notice !== undefined, () => html`<p class="quiet small">${document.notice!}</p>`)}
  </main>`
  return page(
    title,
    html`<div class="bar"></div>
      ${body}`,
    { lang: words.language },
  )
}

/** The form by itself: it also stands inside the element, for when no script runs. */
export function startForm({ key, wish, ruleSet, words }: Start): Html {
  const { document } = ruleSet
  const text = textsOf(document, words.language)
  const scopes = document.scopes ?? []
  const chosen = scopeIn(ruleSet, wish.scope)
  const { scope: _, ...others } = wish
  return html`<form method="post" action="/forms/${key}${queryOf({ ...others, scope: undefined })}">
    ${when(
      scopes.length > 1,
      () =>
        html`<fieldset class="stacked">
          <legend class="name">${words.asked.chooseDepth}</legend>
          ${scopes.map(
            ({ id, title, description = '', minutes }) =>
              html`<label class="option"
                ><input type="radio" name="scope" value="${id}" ${id === chosen ? html` checked` : html``} /><span
                  ><strong>${text(id, 'title', title).text}</strong>
                  <span class="block">${text(id, 'description', description).text}</span>
                  ${when(minutes !== undefined, () => html`<span class="block quiet small">${words.asked.takes(String(minutes))}</span>`)}</span
                ></label
              >`,
          )}
        </fieldset>`,
    )}
    <div class="buttons"><button>${words.asked.start}</button></div>
  </form>`
}
