import type { Relationship } from '@joinery/core'

/** What a relationship is called on every page. */
export function nameOf({ rel }: Relationship): string {
  const name = rel?.partnerName?.trim() ?? ''
  return name === '' ? 'A partner without a name' : name
}
