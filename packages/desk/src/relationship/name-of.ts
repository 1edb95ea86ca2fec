import type { Relationship } from '@joinery/core'
import { words } from '../words/speak.ts'

/** What a relationship is called on every page. */
export function nameOf({ rel }: Relationship): string {
  const name = rel?.partnerName?.trim() ?? ''
  return name === '' ? words().frame.noName : name
}
