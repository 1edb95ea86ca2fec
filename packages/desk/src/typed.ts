/** What was typed into the field of this name, without the space around it; empty where there is no such field. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
