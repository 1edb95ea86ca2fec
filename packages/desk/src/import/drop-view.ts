import { html, type TemplateResult } from 'lit'
import type { Bring } from './state.ts'

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
  return html`<p class="lead">
      Sales or purchases, bills with due and paid days, your calendar, address cards, a list of tasks: export them as
      you would for your accountant.
    </p>
    <label class="drop" @dragover=${over} @dragleave=${over} @drop=${drop}>
      <input class="unseen" type="file" multiple accept=${endings} aria-describedby="drop-hint" @change=${choose} />
      <b>Choose files</b>
      <span>or drop them here</span>
    </label>
    <p class="hint" id="drop-hint">
      CSV, ICS and VCF, a plan as XLSX, a copy from a partner; up to 64 MB each. They are read on this device, and
      nothing is sent before you confirm it.
    </p>`
}
