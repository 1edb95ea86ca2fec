import { html, nothing, type TemplateResult } from 'lit'
import type { Page } from '../desk.ts'
import type { Firm } from '../service/firm-service.ts'
import { languagesView } from './languages-view.ts'
import { words } from '../words/speak.ts'

interface Frame {
  readonly page: Page | undefined
  readonly firm: Firm
  readonly path: readonly string[]
  readonly said: string
  readonly problem: string
  readonly isBusy: boolean
  readonly signOut: () => void
}

const places = ['', 'bring-in', 'portfolio'] as const

/** What stands around every page: where one is, where one can go, and what has just happened. */
export function frameView({ page, firm, path, said, problem, isBusy, signOut }: Frame): TemplateResult {
  const [here = ''] = path
  const texts = words().frame
  return html`<a class="skip" href="#main" @click=${skip}>${texts.skip}</a>
    <header class="top">
      <b class="firm"><bdi>${firm.name}</bdi></b>
      <nav aria-label=${texts.desk}>
        ${places.map(
          (name) =>
            html`<a href="#/${name}" aria-current=${name === here ? 'page' : nothing}>${texts.places[name]}</a>`,
        )}
      </nav>
      <button type="button" class="plain quietly" @click=${signOut}>${texts.signOut}</button>
    </header>
    <main id="main" class="desk" tabindex="-1" aria-busy=${isBusy}>
      <div class="said" role="status">${said === '' ? nothing : html`<p class="note">${said}</p>`}</div>
      <div class="said" role="alert">${problem === '' ? nothing : html`<p class="trouble">${problem}</p>`}</div>
      ${page === undefined ? html`<p class="quiet">${texts.wait}</p>` : page.view()}
    </main>
    <footer>${languagesView()}</footer>`
}

/** The address names a page of the desk, so a jump within the page is done here. */
function skip(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main')?.focus()
}
