import { html, nothing, render, type TemplateResult } from 'lit'
import type { FirmService } from '../service/firm-service.ts'
import { isKey } from './key-kept.ts'
import { signIn } from './sign-in.ts'
import { typed } from '../typed.ts'

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
      draw('This is not a key of a firm. It begins with sk_live_ or sk_test_ and has 79 letters and digits.')
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
  return html`<main id="main" class="form">
    <h1>Your desk</h1>
    <p class="lead">Bring in what you have, see which partners deserve the effort, and look after each of them.</p>
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
        <label class="name" for="key">Key of your firm</label>
        <span class="hint" id="key-hint"
          >You got it from your association, or made it yourself. It stays in this tab.</span
        >
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
      <div class="buttons"><button>Sign in</button></div>
    </form>
  </main>`
}

function newKeyView({ service, key, onSignedIn }: NewKey & { onSignedIn: OnSignedIn }): TemplateResult {
  return html`<main id="main" class="form">
    <h1>Welcome, <bdi>${service.firm.name}</bdi></h1>
    <p class="lead">This is the key of your firm. Keep it where you keep passwords: it is shown this once.</p>
    <pre tabindex="0" aria-label="Your key"><code>${key}</code></pre>
    <p>Whoever has it can do at this desk what you can. Your association does not have it.</p>
    <div class="buttons">
      <button type="button" @click=${() => onSignedIn(service, key)}>I have kept it, go on</button>
    </div>
  </main>`
}
