/** `de-at-1996`, `de-at`, `de`. */
export function languagesIn(lang: string): readonly string[] {
  const parts = lang.toLowerCase().split('-')
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('-'))
}
