import type { LinkMail, Mailer } from '@joinery/api'
import type { MailLease, Store } from '@joinery/store'
import type { MailSettings } from '../configuration/configuration.ts'
import type { Log } from '../log/create-log.ts'
import { mailFor } from './mail-for.ts'
import { createTransport, type Transport } from './transport.ts'
import { createWaker } from './waker.ts'

export interface RunningMailer extends Mailer {
  /** Asks the mail server whether it would take mail; says in the log when it would not. */
  readonly check: () => Promise<boolean>
  /** Waits for what is being sent; what still waits is sent after the next start, or by another process. */
  readonly stop: () => Promise<void>
}

export interface MailerOptions {
  readonly store: Pick<Store, 'outbox'>
  readonly log: Pick<Log, 'say'>
  /** How long to wait before each further try. */
  readonly waitsMs?: readonly number[]
  /** How often to look for mails that wait, besides when one was just made. */
  readonly idleMs?: number
}

const minute = 60_000
const usualWaits = [minute / 12, minute / 2, 2 * minute, 10 * minute, 60 * minute, 360 * minute]
const atOnce = 4
/** Longer than any conversation with a mail server may take. */
const leaseMs = 5 * minute

/**
 * Sends the mails of the outbox through the mail server of the settings. What the server refuses for now, or cannot be reached
 * for, is tried again; where it cannot be known whether it took a mail, it is not. Neither addresses nor links get into the log.
 */
export function createMailer(settings: MailSettings, options: MailerOptions): RunningMailer {
  const { log, idleMs = 5_000 } = options
  const transport = createTransport(settings.url)
  const waker = createWaker()
  const running = work({ ...options, idleMs, settings, transport, waker })
  return {
    wake: waker.wake,
    check: async () => {
      const refusal = await transport.refusal()
      if (refusal === undefined) return true
      const { code, status } = refusal
      log.say('warn', 'the mail server does not take mail now; links can be handed on by other ways', { code, status })
      return false
    },
    stop: async () => {
      waker.end()
      await running
      transport.close()
    },
  }
}

interface Working extends MailerOptions {
  readonly idleMs: number
  readonly settings: MailSettings
  readonly transport: Transport
  readonly waker: ReturnType<typeof createWaker>
}

async function work(working: Working): Promise<void> {
  const { store, log, idleMs, waker } = working
  while (!waker.isOver()) {
    let sent = 0
    try {
      const leases = await store.outbox.claim({ limit: atOnce, leaseMs })
      sent = leases.length
      await Promise.all(leases.map((lease) => sendOne(lease, working)))
    } catch (error) {
      const { name } = error instanceof Error ? error : { name: 'unknown' }
      log.say('error', 'mails could not be looked for; it is tried again', { error: name })
    }
    if (sent === 0) await waker.rest(idleMs)
  }
}

async function sendOne(lease: MailLease, { store, log, waitsMs = usualWaits, settings, transport }: Working) {
  if (!(await store.outbox.begin(lease))) return
  const tries = lease.tries + 1
  // written by this service itself, when the link was made
  const mail = lease.content as LinkMail
  const refusal = await transport.send({ ...mailFor(mail, settings), messageId: messageIdOf(lease, settings) })
  if (refusal === undefined) return store.outbox.settle(lease, { state: 'sent' })
  const { code, status, mayHaveArrived, isFinal } = refusal
  log.say('warn', 'the mail server did not take a mail', { code, status, tries })
  const wait = isFinal || mayHaveArrived ? undefined : waitsMs[lease.tries]
  if (wait !== undefined)
    return store.outbox.settle(lease, { state: 'waiting', dueAt: new Date(Date.now() + wait).toISOString() })
  log.say('warn', 'a mail was given up', { mayHaveArrived })
  return store.outbox.settle(lease, { state: 'failed' })
}

/** The same for every try of one mail, so that mail servers see that they are one; it says nothing of the link's secret. */
function messageIdOf({ link }: MailLease, { address }: MailSettings): string {
  return `<${link}@${new URL(address).hostname}>`
}
