import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail that came in. */
interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** As it was sent, with its heads. */
  readonly source: string
  readonly user: string | undefined
}

export interface MailServer {
  readonly port: number
  readonly received: readonly Received[]
  /** What the next mails are answered with instead of being taken: codes of SMTP, such as 451. */
  readonly refuse: (...codes: number[]) => void
  /** Takes the next mail, and breaks off before it says so. */
  readonly breakOff: () => void
  readonly close: () => Promise<void>
}

/** A mail server on the loopback that keeps what it is given; it speaks TLS with a certificate of its own making. */
export async function startMailServer(password?: string): Promise<MailServer> {
  const received: Received[] = []
  const codes: number[] = []
  const sockets = new Set<Socket>()
  let breaksOff = false
  const server = new SMTPServer({
    authOptional: password === undefined,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username ?? '' }) : done(new Error('no')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const code = codes.shift()
        if (code !== undefined) return done(Object.assign(new Error('not now'), { responseCode: code }))
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString('utf8'),
          user: session.user,
        })
        if (!breaksOff) return done()
        breaksOff = false
        for (const socket of sockets) socket.destroy()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    port,
    received,
    refuse: (...next) => void codes.push(...next),
    breakOff: () => void (breaksOff = true),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The text of a mail, whatever it was packed in. */
export function textOf(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return text
  const joined = text.replaceAll('=\r\n', '')
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
