/** Names may be written the other way round than the sentence; isolated, they leave it in order. */
export function isolated(text: string | number): string {
  return `\u2068${text}\u2069`
}
