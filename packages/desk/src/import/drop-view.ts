import { html, type TemplateResult } from 'lit'
import type { Bring } from './state.ts'
import { words } from '../words/speak.ts'

const endings = '.csv,.txt,.tsv,.ics,.vcf,.xlsx,.json,text/csv,text/calendar,text/vcard'

/** Where files are dropped or chosen. */
export function dropView({ add }: Pick<Bring, 'add'>): TemplateResult {
  const over = (event: DragEvent) => {
    event.preventDefault()
    const { currentTarget, type } = event
    if (currentTarget instanceof HTMLElement) currentTarget.classList.toggle('over', type === 'dragover')
  }
  const drop = (event: DragEvent) => {
    over(event)
    add([...(event.dataTransfer?.files ?? [])])
  }
  const choose = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement
    add([...(input.files ?? [])])
    // the same file can be chosen again after it was changed
    input.value = ''
  }
  const said = words().files
  return html`<p class="lead">${said.lead}</p>
    <label class="drop" @dragover=${over} @dragleave=${over} @drop=${drop}>
      <input class="unseen" type="file" multiple accept=${endings} aria-describedby="drop-hint" @change=${choose} />
      <b>${said.choose}</b>
      <span>${said.drop}</span>
    </label>
    <p class="hint" id="drop-hint">${said.hint}</p>`
}
