/** Moves the focus to a part of the page, and in a group of controls to the first of them. */
export function focusOn(root: HTMLElement | DocumentFragment, id: string): void {
  const found = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  const target = found?.matches('fieldset') ? found.querySelector<HTMLElement>('input') : found
  target?.focus()
  if (id === 'page-title') root.querySelector('.root')?.scrollIntoView({ block: 'nearest' })
}
