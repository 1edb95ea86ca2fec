import { PassThrough } from 'node:stream'
import { createTransport as createSmtp, type SendMailOptions } from 'nodemailer'

/** Why a mail was not taken. */
interface Refusal {
  /** Codes only: the words of a mail server may repeat whom the mail was for. */
  readonly code: string
  readonly status: number | undefined
  /** It makes no sense to ask again. */
  readonly isFinal: boolean
  /** The whole mail had gone out when the line broke: nobody knows whether it was taken. */
  readonly mayHaveArrived: boolean
}

export interface Transport {
  /** Undefined where the mail server took it. */
  readonly send: (mail: SendMailOptions) => Promise<Refusal | undefined>
  /** Why the mail server would not take a mail now; undefined where it would. */
  readonly refusal: () => Promise<Refusal | undefined>
  readonly close: () => void
}

const timeoutMs = 30_000

/** The mail server at an address such as `smtps://user:password@mail.example.org`. */
export function createTransport(url: string): Transport {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const smtp = createSmtp({ ...connectionOf(url), ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  // by their ids, as long as they are on their way
  const gone = new Set<string>()
  smtp.use('stream', (mail, done) => {
    mail.message.transform(() => new PassThrough().on('end', () => gone.add(String(mail.data.messageId))))
    done()
  })
  return {
    send: async (mail) => {
      const id = String(mail.messageId)
      try {
        await smtp.sendMail(mail)
        return undefined
      } catch (error) {
        const refusal = refusalOf(error)
        return { ...refusal, mayHaveArrived: refusal.status === undefined && gone.has(id) }
      } finally {
        gone.delete(id)
      }
    },
    refusal: async () => {
      try {
        await smtp.verify()
        return undefined
      } catch (error) {
        return refusalOf(error)
      }
    },
    close: () => smtp.close(),
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

function refusalOf(error: unknown): Refusal {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const isAboutUs = code === 'EAUTH' || code === 'ECONNECTION' || code === 'ETLS'
  return {
    code: typeof code === 'string' && /^\w{1,30}$/.test(code) ? code : 'unknown',
    status,
    isFinal: !isAboutUs && status !== undefined && status >= 500,
    mayHaveArrived: false,
  }
}
