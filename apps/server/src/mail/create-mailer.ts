import type { LinkMail, Mailer, MailState } from '@joinery/api'
import { createTransport } from 'nodemailer'
import type { MailSettings } from '../configuration/configuration.ts'
import type { Log } from '../log/create-log.ts'
import { mailFor } from './mail-for.ts'
import { createRetryQueue } from './retry-queue.ts'

export interface RunningMailer extends Mailer {
  /** Asks the mail server whether it would take mail; says in the log when it would not. */
  readonly check: () => Promise<boolean>
  /** Waits for what is being sent; what still waits to be tried again is given up, and said. */
  readonly stop: () => Promise<void>
}

export interface MailerOptions {
  readonly log: Pick<Log, 'say'>
  /** How long to wait before each further try. */
  readonly waitsMs?: readonly number[]
}

const minute = 60_000
const usualWaits = [minute / 2, 2 * minute, 10 * minute, 60 * minute, 360 * minute]
const mostWaiting = 1_000
const mostRemembered = 10_000
const timeoutMs = 30_000

/**
 * Sends mails through the mail server of the settings. What the server refuses for now, or cannot be reached for, is tried
 * again. The secret of a link is kept nowhere but in what waits here, so a process that ends loses what still waited. Neither
 * addresses nor links get into the log.
 */
export function createMailer(settings: MailSettings, { log, waitsMs = usualWaits }: MailerOptions): RunningMailer {
  const transport = transportOf(settings.url)
  const { stateOf, remember } = createStates()
  const queue = createRetryQueue<LinkMail>({
    waitsMs,
    attempt: async (mail, tries) => {
      try {
        await transport.sendMail(mailFor(mail, settings))
        return 'done'
      } catch (error) {
        const { code, status, isFinal } = refusalOf(error)
        log.say('warn', 'the mail server did not take a mail', { code, status, tries })
        return isFinal ? 'never' : 'later'
      }
    },
    ended: ({ link }, how) => {
      remember(link, how === 'done' ? 'sent' : 'failed')
      if (how === 'given up') log.say('warn', 'a mail was given up')
    },
  })
  return {
    hasRoom: () => queue.size() < mostWaiting,
    send: (mail) => {
      remember(mail.link, 'waiting')
      queue.add(mail)
    },
    stateOf,
    check: () => checked(transport, log),
    stop: async () => {
      const left = await queue.stop()
      if (left > 0) log.say('warn', 'mails were given up: the service ends', { mails: left })
      transport.close()
    },
  }
}

/** How far the latest mails are, by link. */
function createStates() {
  const states = new Map<string, MailState>()
  const remember = (link: string, state: MailState): void => {
    states.delete(link)
    states.set(link, state)
    if (states.size > mostRemembered) states.delete(states.keys().next().value!)
  }
  return { remember, stateOf: (link: string) => states.get(link) }
}

function transportOf(url: string) {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  return createTransport({ ...connectionOf(url), ...timeouts, disableFileAccess: true, disableUrlAccess: true })
}

async function checked(transport: ReturnType<typeof transportOf>, log: MailerOptions['log']): Promise<boolean> {
  try {
    await transport.verify()
    return true
  } catch (error) {
    const { code, status } = refusalOf(error)
    log.say('warn', 'the mail server does not take mail now; links can be handed on by other ways', { code, status })
    return false
  }
}

/** Where a mail server stands; a password never goes over an open line, but to this machine itself. */
function connectionOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && username !== '' && !isHere,
    // the certificate of this machine's own mail server is made by itself more often than not
    tls: { rejectUnauthorized: !isHere },
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

/** Codes only: the words of a mail server may repeat whom the mail was for. */
function refusalOf(error: unknown): { code: string; status: number | undefined; isFinal: boolean } {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const isAboutUs = code === 'EAUTH' || code === 'ECONNECTION' || code === 'ETLS'
  return {
    code: typeof code === 'string' && /^\w{1,30}$/.test(code) ? code : 'unknown',
    status,
    isFinal: !isAboutUs && status !== undefined && status >= 500,
  }
}
