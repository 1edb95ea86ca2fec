import { html, nothing } from 'lit'
import type { View } from './view.ts'

/** Where the answers are, and the ways to keep, move or delete them. */
export function keepView(view: View): unknown {
  const { words, keep, folds } = view
  const onToggle = ({ currentTarget }: Event) => {
    if (!(currentTarget as HTMLDetailsElement).open) folds.delete('forget')
  }
  return html`<details class="keep" part="keep" @toggle=${onToggle}>
    <summary>${words.keep}</summary>
    ${waysView(view)}
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
    }
  </details>`
}

function waysView(view: View): unknown {
  const { words, keep } = view
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
      <input class="visually-hidden" id="open-file" type="file" accept=".json,application/json" @change=${pick(view)} />
    </li>
    <li>${forgetView(view)}</li>
  </ul>`
}

function pick({ keep }: View): (event: Event) => void {
  return ({ target }) => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    // the same file may be chosen again after it was put right
    input.value = ''
    if (file !== undefined) keep.openFile(file)
  }
}

function forgetView({ words, keep, folds, desk }: View): unknown {
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
