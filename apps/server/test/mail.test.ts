import { join } from 'node:path'
import type { LinkMail } from '@joinery/api'
import type { Store } from '@joinery/store'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { newDatabase } from '../../../tools/test-database.ts'
import { createMailer, type RunningMailer } from '../src/mail/create-mailer.ts'
import { createCaller } from './caller.ts'
import { startMailServer, textOf, type MailServer } from './mail-server.ts'
import { newOutbox, type Filled } from './outbox.ts'
import { newFolder } from './folders.ts'
import { startProcess } from './service-process.ts'
import { addMember, operator } from './world.ts'

const address = 'https://joinery.example.org'
const from = 'Joinery <joinery@example.org>'
/** On a machine with much to do a mail takes its time. */
const patiently = { timeout: 30_000 }

let mails: MailServer
let outbox: Filled
beforeAll(async () => {
  mails = await startMailServer()
  outbox = await newOutbox()
})
afterAll(() => Promise.all([mails.close(), outbox.close()]))

interface Line {
  readonly message: string
  readonly fields: object
}

interface Sending {
  readonly url?: string
  readonly waitsMs?: readonly number[]
  readonly store?: Store
}

/** A mailer that ends with the test, and what it says in the log. */
function startMailer(wish: Sending = {}): { mailer: RunningMailer; lines: Line[] } {
  const { url = `smtp://127.0.0.1:${mails.port}`, waitsMs = [5, 5], store = outbox.store } = wish
  const lines: Line[] = []
  const log = { say: (_level: string, message: string, fields = {}) => void lines.push({ message, fields }) }
  const mailer = createMailer({ url, from, address }, { log, store, waitsMs, idleMs: 10 })
  onTestFinished(() => mailer.stop())
  return { mailer, lines }
}

const arrived = (name: string) => mails.received.filter(({ source }) => textOf(source).includes(`pl_secret_${name}`))

/** Puts a mail into the outbox and waits until it is sent; gives how it came in. */
async function delivered(name: string, more: Partial<LinkMail> = {}) {
  const link = await outbox.post(name, more)
  await expect.poll(() => outbox.state(link), patiently).toBe('sent')
  expect(arrived(name)).toHaveLength(1)
  return arrived(name)[0]!
}

describe('a mail to a partner', () => {
  test('says who asks, for what and how long it takes, in plain words, with the link', async () => {
    const { mailer, lines } = startMailer()
    expect(await mailer.check()).toBe(true)
    const came = await delivered('first')
    expect(came).toMatchObject({ from: 'joinery@example.org', to: ['ben@castell.example'] })
    expect(came.source).toMatch(/^Subject: Harbour Joinery: three minutes for our work together\r$/m)
    const text = textOf(came.source)
    expect(text).toContain(`${address}/p/pl_secret_first?lang=en`)
    expect(text).toContain('without an account')
    expect(text).toContain('can answer in the place of Ben Rowe')
    expect(came.source).not.toMatch(/text\/html|<img/i)
    expect(lines).toEqual([])
  })

  test.each([
    ['de', 'bittet um Ihre Sicht'],
    ['ar', 'تطلب'],
  ] as const)('is written in %s', async (language, words) => {
    startMailer()
    expect(textOf((await delivered(`in-${language}`, { language })).source)).toContain(words)
  })

  test('a name cannot add heads to it', async () => {
    startMailer()
    const came = await delivered('heads', { firm: 'Harbour\r\nBcc: all@example.org', label: 'Ben\r\n\r\nHello' })
    expect(came.to).toEqual(['ben@castell.example'])
    expect(came.source).not.toMatch(/^Bcc:/im)
  })
})

describe('a mail server that does not take it', () => {
  test('for now is tried again, with the same mail', async () => {
    const { lines } = startMailer()
    mails.refuse(451, 421)
    const { source } = await delivered('later')
    expect(source).toMatch(/^Message-ID: <[\w-]+@joinery\.example\.org>\r$/m)
    expect(lines).toMatchObject([{ fields: { status: 451, tries: 1 } }, { fields: { status: 421, tries: 2 } }])
  })

  test.each([
    ['for good is not asked again', 'never', [550], 1],
    ['again and again is given up', 'tired', [451, 451, 451], 3],
  ])('%s', async (_what, name, codes, tries) => {
    const { lines } = startMailer()
    mails.refuse(...codes)
    const link = await outbox.post(name)
    await expect.poll(() => outbox.state(link), patiently).toBe('failed')
    expect(lines).toHaveLength(tries + 1)
    expect(lines.at(-1)).toMatchObject({ message: 'a mail was given up' })
    expect(JSON.stringify(lines)).not.toMatch(/secret|castell/)
  })

  test('and breaks off when it has it all: nobody knows, so it is not sent twice', async () => {
    const { lines } = startMailer()
    mails.breakOff()
    const link = await outbox.post('broken')
    await expect.poll(() => outbox.state(link), patiently).toBe('failed')
    expect(lines.at(-1)).toMatchObject({ message: 'a mail was given up', fields: { mayHaveArrived: true } })
    await delivered('after-that')
    expect(arrived('broken')).toHaveLength(1)
  })

  test('that is not there is said at the start; the mail waits, and is sent by who is started later', async () => {
    const gone = await startMailServer()
    await gone.close()
    const { mailer, lines } = startMailer({
      url: `smtp://127.0.0.1:${gone.port}`,
      waitsMs: Array.from({ length: 1_000 }, () => 50),
    })
    expect(await mailer.check()).toBe(false)
    const link = await outbox.post('waits')
    await expect.poll(() => lines.length, patiently).toBeGreaterThan(1)
    await mailer.stop()
    expect(await outbox.state(link)).toBe('waiting')
    startMailer()
    await expect.poll(() => outbox.state(link), patiently).toBe('sent')
    expect(arrived('waits')).toHaveLength(1)
  })

  test('wants a password, and gets it', async () => {
    const strict = await startMailServer('pass word')
    const { mailer } = startMailer({ url: `smtp://joinery:pass%20word@127.0.0.1:${strict.port}` })
    const known = await outbox.post('known')
    await expect.poll(() => outbox.state(known), patiently).toBe('sent')
    expect(strict.received[0]).toMatchObject({ user: 'joinery' })
    await mailer.stop()
    startMailer({ url: `smtp://joinery:other@127.0.0.1:${strict.port}`, waitsMs: [] })
    const unknown = await outbox.post('unknown')
    await expect.poll(() => outbox.state(unknown), patiently).toBe('failed')
    await strict.close()
  })
})

test('two processes on one database send each mail once', async () => {
  const shared = await newOutbox(await newDatabase())
  const links = await Promise.all(Array.from({ length: 8 }, (_, index) => shared.post(`both-${index}-`)))
  startMailer({ store: shared.store })
  startMailer({ store: await shared.open() })
  for (const link of links) await expect.poll(() => shared.state(link), patiently).toBe('sent')
  for (const index of links.keys()) expect(arrived(`both-${index}-`)).toHaveLength(1)
  onTestFinished(() => shared.close())
})

interface Made {
  readonly token: string
  readonly link: { readonly mail: string }
}

test('the service sends a partner its link, once, also after it was started again; its log holds neither link nor address', async () => {
  const folder = newFolder()
  const { key, env } = operator()
  const settings = {
    ...env,
    JOINERY_DATA: join(folder, 'data'),
    JOINERY_LOG_LEVEL: 'trace',
    JOINERY_SMTP: `smtp://127.0.0.1:${mails.port}`,
    JOINERY_MAIL_FROM: from,
    JOINERY_ADDRESS: address,
  }
  const service = await startProcess(settings)
  const { call, close } = createCaller()
  let { address: place } = service
  const ask = async <Body>(message: Parameters<typeof call>[1]) => (await call(place, message)).body as Body
  const member = await addMember(place, key, 'Harbour Joinery')
  const relationships = `/v1/firms/${member.firm}/relationships`
  const { id } = await ask<{ id: string }>({
    method: 'POST',
    path: relationships,
    key: member.key,
    body: { record: {} },
  })
  const path = `/v1/relationships/${id}/links`
  const body = {
    label: 'Ben Rowe',
    fields: ['rmp'],
    expiresAt: '2099-01-01T00:00:00Z',
    mail: { to: 'ben@castell.example', language: 'de' },
  }
  mails.refuse(451)
  const made = await ask<Made>({ method: 'POST', path, key: member.key, body })
  expect(made.link.mail).toBe('waiting')
  // the first try was refused: it waits to be tried again, and the service ends meanwhile
  await expect.poll(() => service.written(), patiently).toContain('the mail server did not take a mail')
  await service.stop()
  const cameWith = ({ token }: Made) => mails.received.filter(({ source }) => textOf(source).includes(token))
  expect(cameWith(made)).toEqual([])
  const again = await startProcess(settings)
  place = again.address
  await expect.poll(() => cameWith(made), patiently).toHaveLength(1)
  const other = await ask<Made>({ method: 'POST', path, key: member.key, body })
  await expect.poll(() => cameWith(other), patiently).toHaveLength(1)
  expect(textOf(cameWith(other)[0]!.source)).toContain(`${address}/p/${other.token}?lang=de`)
  const states = async () =>
    (await ask<{ items: { mail: string }[] }>({ path, key: member.key })).items.map(({ mail: state }) => state)
  await expect.poll(states, patiently).toEqual(['sent', 'sent'])
  close()
  await again.stop()
  expect(cameWith(made)).toHaveLength(1)
  const log = service.written() + again.written()
  for (const secret of [made.token, other.token, 'castell.example']) expect(log).not.toContain(secret)
}, 150_000)
