import { join } from 'node:path'
import { createApi, hashOfKey, newKeyText, peerAddress } from '@joinery/api'
import type { RuleSet } from '@joinery/core'
import { openStore } from '@joinery/store'
import type { Hono } from 'hono'
import type { MailSettings } from '../src/configuration/configuration.ts'
import { loadRuleSets } from '../src/life-cycle/rule-sets.ts'
import { createMailer } from '../src/mail/create-mailer.ts'
import { addServicePages } from '../src/pages/service-pages.ts'
import { temporaryFolder } from './service-process.ts'

/** The service with its pages, in this process, and an association with a key for its site. */
export interface PagesWorld {
  readonly app: Hono
  readonly ruleSet: RuleSet
  /** The secret key of the association. */
  readonly association: string
  /** `pk_…` of the site. */
  readonly key: string
  /** Asks the API with a key. */
  readonly ask: <Body = Record<string, string>>(key: string, path: string, body?: unknown) => Promise<Body>
  readonly close: () => Promise<void>
}

export const site = 'https://guild.example'

export async function createPagesWorld(
  rates: Partial<Record<'key' | 'address' | 'tenant', number>> = {},
  mail?: MailSettings,
): Promise<PagesWorld> {
  const { folder, remove } = temporaryFolder()
  const store = await openStore(`sqlite:${join(folder, 'joinery.sqlite')}`, { masterKey: new Uint8Array(32).fill(7) })
  await store.migrate()
  const operator = newKeyText('op_')
  const ruleSets = loadRuleSets([])
  const mailer = mail && createMailer(mail, { store, log: { say: () => undefined }, waitsMs: [5], idleMs: 10 })
  const app = createApi({
    store,
    mailer,
    ruleSets,
    rates: { key: 1e9, address: 1e9, tenant: 1e9, ...rates },
    secret: new Uint8Array(32).fill(42),
    operatorKeys: [hashOfKey(operator)],
  })
  const failed = (error: unknown): never => {
    throw error
  }
  addServicePages(app, { ruleSets, addressOf: peerAddress, failed })
  const ask: PagesWorld['ask'] = async <Body>(key: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    return (await (await app.request(path, { ...init, headers })).json()) as Body
  }
  const association = await ask(operator, '/v1/associations', { name: 'The guild', slug: 'guild' })
  const page = { kind: 'publishable', label: 'Our site', origins: [site] }
  const { secret: key } = await ask(association['secret']!, '/v1/keys', page)
  const close = async (): Promise<void> => {
    await mailer?.stop()
    await store.close()
    remove()
  }
  return { app, ruleSet: ruleSets[0]!, association: association['secret']!, key: key!, ask, close }
}

/** Sends a form as a browser does, without following where the answer leads. */
export function post(app: Hono, address: string, fields: Record<string, string> | string): Promise<Response> {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return Promise.resolve(app.request(address, { method: 'POST', body, headers }))
}

/** Begins a form; gives the address of its first page. */
export async function begin({ app, key }: PagesWorld, scope = 'starter'): Promise<string> {
  const begun = await post(app, `/forms/${key}`, { scope })
  return begun.headers.get('location')!
}
