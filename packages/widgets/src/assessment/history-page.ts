type State = { readonly joinery?: Readonly<Record<string, unknown>> } | null

/** An entry of the browser's history that knows the page of this assessment, beside what others have put there. */
export function withPage(state: unknown, name: string, page: string): object {
  const before = state as State
  return { ...before, joinery: { ...before?.joinery, [name]: page } }
}

/** The page that an entry knows; undefined where the entry is the host page's own business. */
export function pageIn(state: unknown, name: string): string | undefined {
  const pages = (state as State)?.joinery
  const page = pages !== undefined && Object.hasOwn(pages, name) ? pages[name] : undefined
  return typeof page === 'string' ? page : undefined
}
