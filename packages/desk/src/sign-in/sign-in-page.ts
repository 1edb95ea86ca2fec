import { html, nothing, render, type TemplateResult } from 'lit'
import type { FirmService } from '../service/firm-service.ts'
import { languagesView } from '../page/languages-view.ts'
import { isKey } from './key-kept.ts'
import { signIn } from './sign-in.ts'
import { typed } from '../typed.ts'
import { words } from '../words/speak.ts'

type OnSignedIn = (service: FirmService, key: string) => void

interface NewKey {
  readonly service: FirmService
  readonly key: string
}

/** The way in: a key, pasted once a session. */
export function createSignInPage(root: HTMLElement, onSignedIn: OnSignedIn) {
  const draw = (problem = '') => render(signInView({ problem, onKey }), root)
  const showNew = ({ service, key }: NewKey) => render(newKeyView({ service, key, onSignedIn }), root)
  const onKey = async (key: string) => {
    if (!isKey(key)) {
      draw(words().service.noKey)
      return
    }
    const found = await signIn(key)
    if ('problem' in found) draw(found.problem)
    else if (found.isNew) showNew(found)
    else onSignedIn(found.service, found.key)
  }
  return { draw, showNew }
}

function signInView({ problem, onKey }: { problem: string; onKey: (key: string) => Promise<void> }): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    void onKey(typed(form, 'key'))
  }
  const said = words().signIn
  return html`<main id="main" class="form">
    <h1>${said.title}</h1>
    <p class="lead">${said.lead}</p>
    <form novalidate @submit=${send}>
      <input
        class="unseen"
        name="username"
        autocomplete="username"
        value="Joinery desk"
        tabindex="-1"
        aria-hidden="true"
        readonly
      />
      <div class="field ${problem === '' ? '' : 'wrong'}">
        <label class="name" for="key">${said.label}</label>
        <span class="hint" id="key-hint">${said.hint}</span>
        <p class="why" role="alert" id="key-why">${problem}</p>
        <input
          id="key"
          name="key"
          type="password"
          autocomplete="current-password"
          spellcheck="false"
          aria-invalid=${problem === '' ? nothing : 'true'}
          aria-describedby="key-hint key-why"
        />
      </div>
      <div class="buttons"><button>${said.button}</button></div>
    </form>
    ${languagesView()}
  </main>`
}

function newKeyView({ service, key, onSignedIn }: NewKey & { onSignedIn: OnSignedIn }): TemplateResult {
  const said = words().signIn
  return html`<main id="main" class="form">
    <h1>${said.welcome(service.firm.name)}</h1>
    <p class="lead">${said.newKey}</p>
    <pre tabindex="0" aria-label=${said.yourKey}><code>${key}</code></pre>
    <p>${said.whoever}</p>
    <div class="buttons">
      <button type="button" @click=${() => onSignedIn(service, key)}>${said.kept}</button>
    </div>
  </main>`
}
