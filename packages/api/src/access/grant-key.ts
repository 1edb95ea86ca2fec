import { daysAfter } from '../kernel/days.ts'
import type { NewKey } from '@joinery/store'
import { Problem, type RequestFault } from '../kernel/problem.ts'
import { hashOfKey, hintOfKey, newKeyText, type KeyPrefix } from './key-text.ts'
import type { TenantPrincipal } from './principal.ts'
import { scopesOf } from './granted-scopes.ts'
import type { Scope } from './scopes.ts'

export interface KeyWish {
  readonly kind: 'secret' | 'publishable'
  readonly label: string
  readonly scopes?: readonly Scope[] | undefined
  readonly origins?: readonly string[] | undefined
  readonly firm?: string | undefined
  readonly expiresAt?: string | undefined
}

/**
 * What may be made of a wish for a key. Nobody hands out more than they hold. An association, which must not see answers
 * without consent, can only invite a firm: with a key that makes one other key and is then spent.
 */
export function grantKey(wish: KeyWish, principal: TenantPrincipal, now: Date): Omit<NewKey, 'hash' | 'hint'> {
  const firm = firmOf(wish, principal)
  const { kind, label, scopes = [], origins = [], expiresAt = null } = wish
  const faults = faultsOf(wish, now)
  if (faults.length > 0) throw new Problem('invalid-request', 'This key cannot be made as asked.', { errors: faults })
  const invites = principal.kind === 'association' && firm !== null && kind === 'secret'
  if (invites) return { kind, label, origins, firm, scopes: invitation, expiresAt: earlier(expiresAt, now) }
  const held = isInvitation(principal) ? scopesOf.firm : principal.scopes
  const missing = scopes.find((scope) => !held.has(scope))
  if (missing !== undefined)
    throw new Problem('forbidden', `You cannot hand out the scope "${missing}": you do not have it.`)
  return { kind, label, scopes, origins, firm, expiresAt }
}

const invitation: readonly Scope[] = ['keys:write']
const invitationDays = 14

/** A key that can do nothing but make a key for its firm. */
export function isInvitation({ id, kind, scopes }: TenantPrincipal): boolean {
  return kind === 'firm' && id.startsWith('key:') && scopes.size === 1 && scopes.has('keys:write')
}

function firmOf({ firm: wished }: KeyWish, principal: TenantPrincipal): string | null {
  const firm = wished ?? null
  if (principal.kind !== 'firm') return firm
  if (firm !== null && firm !== principal.firm) throw new Problem('not-found', 'There is no such firm.')
  return principal.firm
}

function earlier(expiresAt: string | null, now: Date): string {
  const latest = daysAfter(now, invitationDays)
  return expiresAt !== null && Date.parse(expiresAt) < Date.parse(latest) ? new Date(expiresAt).toISOString() : latest
}

/** Fields that do not go together; each by itself has been checked. */
function faultsOf({ kind, scopes = [], origins = [], expiresAt }: KeyWish, now: Date): RequestFault[] {
  const fault = (pointer: string, message: string): RequestFault => ({ in: 'body', pointer, code: 'conflict', message })
  return [
    ...(kind === 'publishable' && scopes.length > 0
      ? [fault('/scopes', 'a publishable key has no scopes of its own; leave them out')]
      : []),
    ...(kind === 'publishable' && origins.length === 0
      ? [fault('/origins', 'a publishable key lists at least one site; add its origin')]
      : []),
    ...(kind === 'secret' && origins.length > 0
      ? [fault('/origins', 'a secret key must never stand in a page; leave the origins out, or make a publishable key')]
      : []),
    ...(expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()
      ? [fault('/expiresAt', 'lies in the past; give a later moment')]
      : []),
  ]
}

/** The text of a new key, and what is kept of it. */
export function makeKey(kind: NewKey['kind'], tenant: string, isTest: boolean) {
  const secretPrefix: KeyPrefix = isTest ? 'sk_test_' : 'sk_live_'
  const secret = newKeyText(kind === 'publishable' ? 'pk_' : secretPrefix, tenant)
  return { secret, hash: hashOfKey(secret), hint: hintOfKey(secret) }
}
