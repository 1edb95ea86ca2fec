import { notFound } from './ownership.ts'
import type { Principal } from './principal.ts'

export type Partner = Extract<Principal, { readonly kind: 'partner' }>

/** The partner, in operations that are for partners alone; for everybody else there is nothing. */
export function partnerOf(principal: Principal): Partner {
  if (principal.kind !== 'partner') throw notFound()
  return principal
}

/** The id of the link through which a partner came. */
export function linkIdOf({ id }: Partner): string {
  return id.slice('link:'.length)
}

/** Whether the firm shares a field with this partner, by itself or as a part of something. */
export function isSharedWith({ fields }: Partner, field: string): boolean {
  return fields.some((open) => field === open || field.startsWith(`${open}.`))
}
