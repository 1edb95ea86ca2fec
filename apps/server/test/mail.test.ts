import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailer, type RunningMailer } from '../src/mail/create-mailer.ts'
import { createCaller } from './caller.ts'
import { startMailServer, textOf, type MailServer } from './mail-server.ts'
import { newFolder, startProcess } from './service-process.ts'
import { addMember, operator } from './world.ts'

const address = 'https://joinery.example.org'
const from = 'Joinery <joinery@example.org>'

let mails: MailServer
beforeAll(async () => {
  mails = await startMailServer()
})
afterAll(() => mails.close())

interface Line {
  readonly message: string
  readonly fields: object
}

function mailerFor(url: string, waitsMs: readonly number[] = [5, 5]): { mailer: RunningMailer; lines: Line[] } {
  const lines: Line[] = []
  const log = { say: (_level: string, message: string, fields = {}) => void lines.push({ message, fields }) }
  return { mailer: createMailer({ url, from, address }, { log, waitsMs }), lines }
}

const mail = (link: string, more: object = {}) =>
  ({
    link,
    token: `pl_secret_${link}`,
    to: 'ben@castell.example',
    label: 'Ben Rowe',
    firm: 'Harbour Joinery',
    language: 'en',
    ...more,
  }) as const

const arrived = (link: string) => mails.received.filter(({ source }) => textOf(source).includes(`pl_secret_${link}`))

describe('a mail to a partner', () => {
  test('says who asks, for what and how long it takes, in plain words, with the link', async () => {
    const { mailer, lines } = mailerFor(`smtp://127.0.0.1:${mails.port}`)
    expect(await mailer.check()).toBe(true)
    mailer.send(mail('first'))
    await expect.poll(() => mailer.stateOf('first')).toBe('sent')
    const [came] = arrived('first')
    expect(came).toMatchObject({ from: 'joinery@example.org', to: ['ben@castell.example'] })
    expect(came!.source).toMatch(/^Subject: Harbour Joinery: three minutes for our work together\r$/m)
    const text = textOf(came!.source)
    expect(text).toContain(`${address}/p/pl_secret_first?lang=en`)
    expect(text).toContain('without an account')
    expect(text).toContain('can answer in the place of Ben Rowe')
    expect(came!.source).not.toMatch(/text\/html|<img/i)
    expect(lines).toEqual([])
    await mailer.stop()
  })

  test.each([
    ['de', 'bittet um Ihre Sicht'],
    ['ar', 'تطلب'],
  ] as const)('is written in %s', async (language, words) => {
    const { mailer } = mailerFor(`smtp://127.0.0.1:${mails.port}`)
    mailer.send(mail(`in-${language}`, { language }))
    await expect.poll(() => mailer.stateOf(`in-${language}`)).toBe('sent')
    expect(textOf(arrived(`in-${language}`)[0]!.source)).toContain(words)
    await mailer.stop()
  })

  test('a name cannot add heads to it', async () => {
    const { mailer } = mailerFor(`smtp://127.0.0.1:${mails.port}`)
    mailer.send(mail('heads', { firm: 'Harbour\r\nBcc: all@example.org', label: 'Ben\r\n\r\nHello' }))
    await expect.poll(() => mailer.stateOf('heads')).toBe('sent')
    const [came] = arrived('heads')
    expect(came!.to).toEqual(['ben@castell.example'])
    expect(came!.source).not.toMatch(/^Bcc:/im)
    await mailer.stop()
  })
})

describe('a mail server that does not take it', () => {
  test('for now is tried again', async () => {
    const { mailer, lines } = mailerFor(`smtp://127.0.0.1:${mails.port}`)
    mails.refuse(451, 421)
    mailer.send(mail('later'))
    await expect.poll(() => mailer.stateOf('later')).toBe('sent')
    expect(arrived('later')).toHaveLength(1)
    expect(lines).toMatchObject([{ fields: { status: 451, tries: 1 } }, { fields: { status: 421, tries: 2 } }])
    await mailer.stop()
  })

  test.each([
    ['for good is not asked again', 'never', [550], 1],
    ['again and again is given up', 'tired', [451, 451, 451], 3],
  ])('%s', async (_what, link, codes, tries) => {
    const { mailer, lines } = mailerFor(`smtp://127.0.0.1:${mails.port}`)
    mails.refuse(...codes)
    mailer.send(mail(link))
    await expect.poll(() => mailer.stateOf(link)).toBe('failed')
    expect(lines).toHaveLength(tries + 1)
    expect(lines.at(-1)).toMatchObject({ message: 'a mail was given up' })
    expect(JSON.stringify(lines)).not.toMatch(/secret|castell/)
    await mailer.stop()
  })

  test('that is not there is said at the start, and a mail waits for it', async () => {
    const gone = await startMailServer()
    await gone.close()
    const { mailer, lines } = mailerFor(`smtp://127.0.0.1:${gone.port}`, [60_000])
    expect(await mailer.check()).toBe(false)
    mailer.send(mail('waits'))
    await expect.poll(() => lines.length).toBe(2)
    expect(mailer.stateOf('waits')).toBe('waiting')
    await mailer.stop()
    expect(lines.at(-1)).toMatchObject({ message: 'mails were given up: the service ends', fields: { mails: 1 } })
  })

  test('wants a password, and gets it', async () => {
    const strict = await startMailServer('pass word')
    const { mailer } = mailerFor(`smtp://joinery:pass%20word@127.0.0.1:${strict.port}`)
    mailer.send(mail('known'))
    await expect.poll(() => mailer.stateOf('known')).toBe('sent')
    expect(strict.received[0]).toMatchObject({ user: 'joinery' })
    const { mailer: wrong } = mailerFor(`smtp://joinery:other@127.0.0.1:${strict.port}`, [])
    wrong.send(mail('unknown'))
    await expect.poll(() => wrong.stateOf('unknown')).toBe('failed')
    await Promise.all([mailer.stop(), wrong.stop()])
    await strict.close()
  })
})

interface Made {
  readonly token: string
  readonly link: { readonly mail: string }
}

test('the service sends a partner its link, and neither link nor address gets into its log', async () => {
  const { folder, remove } = newFolder()
  const { key, env } = operator()
  const service = await startProcess({
    ...env,
    JOINERY_DATA: join(folder, 'data'),
    JOINERY_LOG_LEVEL: 'trace',
    JOINERY_SMTP: `smtp://127.0.0.1:${mails.port}`,
    JOINERY_MAIL_FROM: from,
    JOINERY_ADDRESS: address,
  })
  const { call, close } = createCaller()
  const ask = async <Body>(message: Parameters<typeof call>[1]) => (await call(service.address, message)).body as Body
  const member = await addMember(service.address, key, 'Harbour Joinery')
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
  // the first try was refused: it waits to be tried again
  await expect.poll(() => service.written()).toContain('the mail server did not take a mail')
  const again = await ask<Made>({ method: 'POST', path, key: member.key, body })
  const isThere = () => mails.received.find(({ source }) => textOf(source).includes(again.token))
  await expect.poll(isThere).toBeDefined()
  expect(textOf(isThere()!.source)).toContain(`${address}/p/${again.token}?lang=de`)
  const states = async () =>
    (await ask<{ items: { mail: string }[] }>({ path, key: member.key })).items.map(({ mail: state }) => state)
  await expect.poll(states).toEqual(['sent', 'waiting'])
  close()
  await service.stop()
  const log = service.written()
  expect(log).toContain('mails were given up')
  for (const secret of [made.token, again.token, 'castell.example']) expect(log).not.toContain(secret)
  remove()
}, 60_000)
