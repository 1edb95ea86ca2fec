import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@joinery/api/client'
import { startInProcess } from '@joinery/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, joinery, type Ran } from './joinery.ts'

const folder = folderWith({})
const rules = join(folder, 'guild/rule-set.json')
let service: Awaited<ReturnType<typeof startInProcess>>
let key: string

const edit = (from: string, to: string) => {
  const text = readFileSync(rules, 'utf8')
  expect(text).toContain(from)
  writeFileSync(rules, text.replace(from, to))
}
const publish = async (...more: string[]): Promise<Ran> => {
  const words = ['publish', 'guild', '--to', service.address, '--key', 'guild.private.json', ...more]
  const ran = await joinery(words, { folder, env: { JOINERY_API_KEY: key } })
  expect(ran.out + ran.err).not.toContain(key)
  expect(ran.err).not.toMatch(/\n\s+at /)
  return ran
}
const drafts = async () =>
  (await createClient({ url: service.address, credential: key }).call('listDrafts', {})).body.items

beforeAll(async () => {
  const { out } = await joinery(['operator-key'])
  const [, operatorKey, hash] = /^key: {2}(\S+)\nhash: (\S+)/.exec(out)!
  const env = {
    JOINERY_DATA: join(folder, 'data'),
    JOINERY_OPERATOR_KEYS: hash!,
    PORT: '0',
    JOINERY_LOG_LEVEL: 'error',
  }
  service = await startInProcess({ env, folder })
  const client = createClient({ url: service.address, credential: operatorKey! })
  key = (await client.call('createAssociation', { body: { name: 'The guild', slug: 'guild' } })).body.secret
  await joinery(['new', 'rule-set', 'guild'], { folder })
  await joinery(['keygen', 'guild', '--owner', 'The guild'], { folder })
}, 60_000)
afterAll(() => service.stop())

describe('publish', () => {
  test('shows who would move, and stops there on request', async () => {
    const { code, out } = await publish('--dry-run')
    expect(out).toContain('2 of 2 cases passed in the service')
    expect(out).toContain('WHO MOVES, from 1.0.0 to 1.0.0')
    expect(code).toBe(0)
    expect(await drafts()).toEqual([])
  })

  test('makes the rule set current, signed, under the hash that bundle prints', async () => {
    const { code, out, err } = await publish()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('guild 1.0.0 is current now, signed by The guild')
    const bundle = await joinery(['bundle', 'guild', '--out', '-'], { folder })
    expect(out).toContain(createHash('sha256').update(bundle.out).digest('hex'))
  })

  test('says which case fails and which number has to rise, and leaves nothing behind', async () => {
    edit('"value": 5', '"value": 4')
    edit('"title": "Days until', '"title": "Working days until')
    const { code, out, err } = await publish()
    expect(code).toBe(1)
    expect(out).toContain('case "Five days are soon enough, six are not: guild.quotes/2 valid 1"')
    expect(out).toMatch(/the version should rise by a (?:patch|minor|major) step: that is what changes since 1\.0\.0/)
    expect(err).toContain('not published: mend what the service found')
    expect((await drafts()).filter(({ status }) => status !== 'published')).toEqual([])
    edit('"value": 4', '"value": 5')
  })

  test.each([
    [[], { JOINERY_API_KEY: '' }, 'put the secret key of your association into JOINERY_API_KEY'],
    [[], { JOINERY_API_KEY: `sk_live_${'b'.repeat(43)}` }, 'is it the one of this service'],
    [['--to', 'http://joinery.example'], {}, 'it should begin with https://'],
    [['--to', 'http://127.0.0.1:9'], {}, 'cannot be reached'],
    [['--key', 'nowhere.json'], {}, 'nowhere.json'],
    [['--key', 'guild.public.json'], {}, 'guild.public.json'],
  ])('%j with %j is refused with what would be right', async (more, env, message) => {
    const words = ['publish', 'guild', '--to', service.address, '--key', 'guild.private.json', ...more]
    const { code, err } = await joinery(words, { folder, env: { JOINERY_API_KEY: key, ...env } })
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).not.toContain(key)
  })
})

describe('the folder of a plugin', () => {
  const send = (place: string, ...more: string[]) =>
    joinery(['publish', place, '--to', service.address, '--key', 'guild.private.json', ...more], {
      folder,
      env: { JOINERY_API_KEY: key },
    })

  test('is published as data, and what is not sent is said', async () => {
    const { code, out, err } = await send(join(import.meta.dirname, '../../../plugins/it-services'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /The plugin "msp" is published as data\. SENT: its rule set, its texts \(de\), \d+ of \d+ files of cases/,
    )
    expect(out).toContain('NOT SENT: its code. A service takes no code over the line')
    expect(out).toContain('NOT SENT: cases that hold only with the code: cases/')
    expect(out).toContain('JOINERY_PLUGINS=@joinery/plugin-it-services')
    expect(out).toContain('msp 1.0.0 is current now')
  })

  test('is refused where its rules compare with what only its code can do', async () => {
    await joinery(['new', 'plugin', 'bakery'], { folder })
    const { code, out, err } = await send('bakery')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('bakery: its rules compare with bakery/withinWeeks, which only the code of the plugin can do')
    expect(err).toContain('nothing was sent')
    expect((await drafts()).map(({ ruleSet }) => ruleSet)).not.toContain('bakery')
  })
})
