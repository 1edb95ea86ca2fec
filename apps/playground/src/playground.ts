import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashOfKey, newKeyText } from '@joinery/api'
import { startInProcess } from '@joinery/server'
import type { Hono } from 'hono'
import { addPages } from './add-pages.ts'

export interface Playground {
  /** `http://127.0.0.1:4400/` */
  readonly address: string
  /** Key of the association for its pages. */
  readonly key: string
  readonly close: () => Promise<void>
}

export interface PlaygroundOptions {
  /** Sites beside its own on which the association's key works. */
  readonly origins?: readonly string[]
}

/** The site and the service on a new store that is gone afterwards; port 0 takes any that is free. */
export async function startPlayground(port: number, { origins = [] }: PlaygroundOptions = {}): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-playground-'))
  const operator = newKeyText('op_')
  let key = ''
  const env = {
    PORT: String(port),
    JOINERY_DATA: folder,
    JOINERY_OPERATOR_KEYS: hashOfKey(operator),
    JOINERY_LOG_LEVEL: 'error',
    JOINERY_WORKERS: '0',
    JOINERY_RATE_ADDRESS: '100000',
  }
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const { address, stop } = await startInProcess(
    { env, folder },
    {
      addPages: (app) => addPages(app, () => key),
      prepare: async (app) => {
        key = await addAssociation(app, operator, origins)
      },
    },
  ).catch((error: unknown) => {
    remove()
    throw error
  })
  const close = async (): Promise<void> => {
    await stop()
    remove()
  }
  return { address: `${address}/`, key, close }
}

/** An association with a key for its pages. */
async function addAssociation(app: Hono, operator: string, origins: readonly string[]): Promise<string> {
  const made = await post(app, '/v1/associations', {
    as: operator,
    body: { name: 'Guild of Small Makers', slug: 'guild' },
  })
  const body = { kind: 'publishable', label: 'Our site', origins: ['http://localhost:4400', ...origins] }
  return (await post(app, '/v1/keys', { as: made.secret, body })).secret
}

async function post(app: Hono, path: string, { as, body }: { as: string; body: unknown }): Promise<{ secret: string }> {
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' }
  const response = await app.request(path, { method: 'POST', body: JSON.stringify(body), headers })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
  return (await response.json()) as { secret: string }
}
