import type { Instant } from './page.ts'
import type { TenantContext } from './tenants.ts'

/**
 * `waiting`: to be sent, now or later. `sent`: the mail server took it. `failed`: it was given up, or whoever was handing it
 * over ended without a word, so that nobody knows whether it arrived.
 */
export type MailState = (typeof mailStates)[number]
export const mailStates = ['waiting', 'sent', 'failed'] as const

export interface MailReads {
  /** How far the mails of links are, by link; links without one are left out. */
  states(links: readonly string[]): Promise<ReadonlyMap<string, MailState>>
  /** How many of the tenant wait. */
  waiting(): Promise<number>
}

export interface Mails extends MailReads {
  /**
   * Puts the mail of a link into the outbox in this transaction: it is sent if the link was made, and not otherwise. Sealed,
   * and forgotten once it is sent or failed. Throws `absent` when there is no such link, `duplicate` when it has one.
   */
  add(link: string, content: unknown): Promise<void>
}

/** One mail, lent to one sender. */
export interface MailLease {
  readonly tenant: TenantContext
  readonly link: string
  readonly content: unknown
  /** How often it was tried before. */
  readonly tries: number
  /** Tells this loan from every other one of the same mail. */
  readonly token: string
}

/** What became of one try. */
export type MailEnd = { readonly state: 'sent' | 'failed' } | { readonly state: 'waiting'; readonly dueAt: Instant }

/** Where senders of every process find mails to send. No mail is sent twice, whoever is killed at whatever moment. */
export interface Outbox {
  /** Mails that are due, the longest waiting first; those of links that are over or were taken back are failed instead. */
  claim(options: { readonly limit: number; readonly leaseMs: number }): Promise<readonly MailLease[]>
  /** To be said before a byte goes out: from here on nobody else may send it. False where it is not this sender's any more. */
  begin(lease: MailLease): Promise<boolean>
  settle(lease: MailLease, end: MailEnd): Promise<void>
}
