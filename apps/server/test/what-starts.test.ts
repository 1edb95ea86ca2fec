import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
// @boundaries-ignore the run's PostgreSQL is a tool of the whole repository
import { newDatabase } from '../../../tools/test-database.ts'
import { newFolder } from './folders.ts'
import { startProcess, type Env } from './service-process.ts'

const slow = { timeout: 120_000 }
const folder = newFolder()

/** Runs in the process before the service: says of some packages whether they were loaded. */
const told = `
import { registerHooks } from 'node:module'
const loaded = new Set()
registerHooks({ load: (url, context, next) => {
  const name = /node_modules\\/(pg|nodemailer|docx|jose|json-rules-engine)\\/[^]*$/.exec(url)?.[1]
  if (name !== undefined) loaded.add(name)
  return next(url, context)
} })
process.on('exit', () => console.error('LOADED ' + [...loaded].sort()))
`
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(told)}`

const mail = {
  JOINERY_SMTP: 'smtp://127.0.0.1:9',
  JOINERY_MAIL_FROM: 'Joinery <joinery@example.org>',
  JOINERY_ADDRESS: 'https://joinery.example',
}

const setUps: [what: string, loaded: string, settings: () => Promise<Env>][] = [
  ['that keeps one file', '', async () => ({})],
  [
    'on PostgreSQL with a mail server',
    'nodemailer,pg',
    async () => ({ ...mail, DATABASE_URL: await newDatabase(), JOINERY_KEY: randomBytes(32).toString('base64') }),
  ],
]

test.each(setUps)(
  'a service %s loads, of what not every service needs, only "%s"',
  slow,
  async (what, loaded, settings) => {
    const service = await startProcess({ ...(await settings()), JOINERY_DATA: join(folder, what), NODE_OPTIONS })
    expect(await service.stop()).toBe(0)
    expect(/^LOADED (.*)$/m.exec(service.written())?.[1]).toBe(loaded)
  },
)
