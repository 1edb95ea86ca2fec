/** The parts of ids that a page may hold: dots and slashes would have to be escaped in selectors. */
export function idOf(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(/[^a-z0-9]+/gi, '-')}`
}
