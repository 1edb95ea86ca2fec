import { html, nothing } from 'lit'
import type { View } from './view.ts'

interface Fold {
  readonly look: string
  readonly part?: string
  readonly summary: unknown
  readonly inside: () => unknown
}

/** Something behind a line that opens it; it is drawn only while it is open. */
export function fold({ folds, desk }: View, id: string, { look, part, summary, inside }: Fold): unknown {
  const isOpen = folds.has(id)
  const onToggle = ({ currentTarget }: Event) => {
    const { open } = currentTarget as HTMLDetailsElement
    if (open === folds.has(id)) return
    if (open) folds.add(id)
    else folds.delete(id)
    desk.redraw()
  }
  return html`<details class=${look} part=${part ?? nothing} id=${id} ?open=${isOpen} @toggle=${onToggle}>
    <summary>${summary}</summary>
    ${isOpen ? inside() : nothing}
  </details>`
}
