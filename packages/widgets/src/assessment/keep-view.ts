import { html, nothing } from 'lit'
import type { Keep, View } from './view.ts'

/** The ways to keep, move or delete the answers. */
export function keepWays(view: View, keep: Keep): unknown {
  const { words } = view
  return html`${waysView(view, keep)}
    <p role="status" class="strong">${keep.said}</p>
    ${
      keep.fault.length === 0
        ? nothing
        : html`<div class="note" role="alert">
            <p class="strong">${words.badFile}</p>
            <ul>
              ${keep.fault.map((fault) => html`<li class="small">${fault}</li>`)}
            </ul>
          </div>`
    }`
}

function waysView(view: View, keep: Keep): unknown {
  const { words } = view
  return html`<ul class="keep-list">
    <li>
      <button type="button" @click=${keep.saveFile}>${words.saveFile}</button>
      <p class="hint">${words.saveFileHint}</p>
    </li>
    <li>
      <button type="button" @click=${keep.copyLink}>${words.copyLink}</button>
      <p class="hint">${words.copyLinkHint}</p>
    </li>
    <li>
      <label class="button" for="open-file">${words.openFile}</label>
      <input class="visually-hidden" id="open-file" type="file" accept=".json,application/json" @change=${pick(keep)} />
    </li>
    <li>${forgetView(view, keep)}</li>
  </ul>`
}

function pick(keep: Keep): (event: Event) => void {
  return ({ target }) => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    // the same file may be chosen again after it was put right
    input.value = ''
    if (file !== undefined) keep.openFile(file)
  }
}

function forgetView({ words, folds, desk }: View, keep: Keep): unknown {
  if (!folds.has('forget')) {
    const ask = () => {
      folds.add('forget')
      desk.redraw('forget-no')
    }
    return html`<button type="button" class="danger" id="forget" @click=${ask}>${words.forget}</button>`
  }
  const dont = () => {
    folds.delete('forget')
    desk.redraw('forget')
  }
  return html`<div class="note" role="group" aria-label=${words.forget}>
    <p>${words.forgetSure}</p>
    <div class="buttons">
      <button type="button" class="danger" @click=${keep.forget}>${words.forgetYes}</button>
      <button type="button" id="forget-no" @click=${dont}>${words.forgetNo}</button>
    </div>
  </div>`
}
