/** Where numbers come from, in a sentence. */
export function sourceWords({
  note,
  url,
  reviewBy,
}: {
  readonly note: string
  readonly url?: string | undefined
  readonly reviewBy?: string | undefined
}): string {
  const place = url === undefined ? '' : ` See ${url}.`
  const day = reviewBy === undefined ? '' : ` To be looked at again by ${reviewBy}.`
  return `${note}${place}${day}`
}
