import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfKey, newKeyText } from '@joinery/api'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../../test/folders.ts'
import { ServerProblem } from '../problem.ts'
import { readSecrets } from './master-key.ts'
import { readConfiguration } from './read-configuration.ts'
import { settingNames, type SettingName } from './settings.ts'

const folder = newFolder()

type Env = Readonly<Record<string, string>>
const read = (env: Env) => readConfiguration({ env, folder })

function faultsOf(env: Env, file?: string): string[] {
  try {
    readConfiguration({ env, folder, file })
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
  return []
}

const goodKey = Buffer.alloc(32, 7).toString('base64')

describe('without any setting', () => {
  test('the data are one SQLite file in the data folder of the user, with its key beside it', () => {
    const { database, key, port, host } = read({ XDG_DATA_HOME: '/home/ines/data' })
    expect({ port, host }).toEqual({ port: 4400, host: '127.0.0.1' })
    expect(database).toMatchObject({ kind: 'sqlite' })
    expect(key).toMatchObject({ kind: 'file', mayMake: true, file: expect.stringMatching(/joinery\.sqlite\.key$/) })
  })
})

const faults: readonly (readonly [env: Env, fault: string])[] = [
  [{ PORT: 'eighty' }, 'PORT: "eighty" does not fit; give a whole number from 0 to 65535'],
  [{ PORT: '65536' }, 'PORT: "65536" does not fit; give a whole number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT: "-1" does not fit; give a whole number from 0 to 65535'],
  [
    { HOST: 'http://here' },
    'HOST: "http://here" does not fit; give a name or an address, such as 127.0.0.1 or 0.0.0.0',
  ],
  [
    { DATABASE_URL: 'mysql://ines:workshop@db/joinery' },
    'DATABASE_URL: the value does not fit; give sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  ],
  [
    { DATABASE_URL: 'sqlite::memory:' },
    'DATABASE_URL: the value does not fit; give sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  ],
  [
    { JOINERY_SMTP: 'smtp://mail.example.org' },
    'JOINERY_MAIL_FROM, JOINERY_ADDRESS: not set; mails need the mail server, the sender and the address of the service',
  ],
  [
    { JOINERY_SMTP: 'mail.example.org:25', JOINERY_MAIL_FROM: 'a@example.org', JOINERY_ADDRESS: 'https://a.example' },
    'JOINERY_SMTP: the value does not fit; give smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host where it asks for them',
  ],
  [
    { JOINERY_ADDRESS: 'https://a.example/joinery' },
    'JOINERY_ADDRESS: "https://a.example/joinery" does not fit; give an address without a path, such as https://joinery.example.org',
  ],
  [
    { JOINERY_SMTP: 'smtp://a.example', JOINERY_MAIL_FROM: 'Ada', JOINERY_ADDRESS: 'https://a.example' },
    'JOINERY_MAIL_FROM: "Ada" does not fit; give an address, such as Joinery <joinery@example.org>',
  ],
  [
    { DATABASE_URL: 'postgres://joinery@db/joinery' },
    'JOINERY_KEY: not set; with PostgreSQL every process needs the same master key: give it here or in JOINERY_KEY_FILE (openssl rand -base64 32 makes one)',
  ],
  [
    { JOINERY_KEY: 'a short one' },
    'JOINERY_KEY: the value does not fit; give 32 random bytes as base64: openssl rand -base64 32',
  ],
  [
    { JOINERY_KEY: goodKey, JOINERY_KEY_FILE: 'key' },
    'JOINERY_KEY_FILE: the master key is set twice; leave this or JOINERY_KEY out',
  ],
  [
    { JOINERY_OPERATOR_KEYS: 'let-me-in' },
    'JOINERY_OPERATOR_KEYS: the value does not fit; give keys, or their SHA-256 in hex, with commas between: joinery operator-key makes one',
  ],
  [
    { JOINERY_OIDC_ISSUER: 'https://id.example.org' },
    'JOINERY_OIDC_AUDIENCE, JOINERY_OIDC_KEYS: not set; the three settings of the identity provider go together',
  ],
  [
    { JOINERY_OIDC_ISSUER: 'ftp://id', JOINERY_OIDC_AUDIENCE: 'joinery', JOINERY_OIDC_KEYS: 'https://id/keys' },
    'JOINERY_OIDC_ISSUER: "ftp://id" does not fit; give an address that begins with https://',
  ],
  [
    { JOINERY_ORIGINS: 'https://app.example.org/, https://b.example.org' },
    'JOINERY_ORIGINS: "https://app.example.org/, https://b.example.org" does not fit; give origins such as https://app.example.org, with commas between',
  ],
  [{ JOINERY_PROXIES: 'one' }, 'JOINERY_PROXIES: "one" does not fit; give a whole number from 0 to 8'],
  [{ JOINERY_WORKERS: '17' }, 'JOINERY_WORKERS: "17" does not fit; give a whole number from 0 to 16'],
  [{ JOINERY_CONNECTIONS: '0' }, 'JOINERY_CONNECTIONS: "0" does not fit; give a whole number from 1 to 200'],
  [
    { JOINERY_LOG_LEVEL: 'loud' },
    'JOINERY_LOG_LEVEL: "loud" does not fit; give one of trace, debug, info, warn, error, fatal, silent',
  ],
  [
    { JOINERY_BACKUPS: 'backups' },
    'JOINERY_BACKUPS: "backups" does not fit; give the full path of a folder, such as /var/backups/joinery',
  ],
  [{ JOINERY_WORKRES: '2' }, 'JOINERY_WORKRES: there is no such setting; did you mean "JOINERY_WORKERS"?'],
]

describe('a setting that does not fit is named with its value and what would fit', () => {
  test.each(faults)('%j', (env, fault) => {
    expect(faultsOf(env)).toEqual([fault])
  })

  test('all faults are said at once', () => {
    expect(faultsOf({ PORT: 'a', HOST: 'b c', JOINERY_WORKERS: 'd', JOINERY_COLOUR: 'red' })).toHaveLength(4)
  })

  test('a secret that does not fit is not printed', () => {
    const secrets: Partial<Record<SettingName, string>> = {
      DATABASE_URL: 'oracle://ines:canary@db',
      JOINERY_KEY: 'canary',
      JOINERY_OPERATOR_KEYS: 'canary',
    }
    const lines = faultsOf(secrets)
    expect(lines).toHaveLength(3)
    expect(lines.join('\n')).not.toContain('canary')
  })

  test('no value of any setting makes anything but a plain fault', () => {
    for (const name of settingNames)
      for (const value of ['\u0000', '💥', 'null', '{}', '9'.repeat(400), '__proto__', '-0', '1e3'])
        expect(() => faultsOf({ [name]: value }), `${name}=${value}`).not.toThrow()
  })
})

describe('a file of settings', () => {
  const file = (text: string): string => {
    const path = join(folder, 'settings.env')
    writeFileSync(path, text)
    return path
  }

  test('says what the environment does not say', () => {
    const path = file('# our server\nPORT=8080\nJOINERY_WORKERS="3"\n')
    expect(readConfiguration({ env: { PORT: '9090' }, file: path, folder })).toMatchObject({ port: 9090, workers: 3 })
    expect(read({ JOINERY_CONFIG: path })).toMatchObject({ port: 8080, workers: 3 })
  })

  test.each([
    ['PORT 8080\n', '1: this line is no setting; write NAME=value, or # before a remark'],
    ['JOINERY_KEYFILE=a\n', ' JOINERY_KEYFILE: there is no such setting; did you mean "JOINERY_KEY_FILE"?'],
  ])('%j is refused with its place', (text, fault) => {
    const path = file(text)
    expect(faultsOf({}, path)).toEqual([`${path}:${fault}`])
  })

  test('that is not there is a fault', () => {
    const path = join(folder, 'nowhere.env')
    expect(faultsOf({}, path)).toEqual([
      `${path}: this file of settings cannot be read (ENOENT); check its path and rights`,
    ])
  })
})

test('an empty value counts as not set', () => {
  expect(read({ PORT: '', JOINERY_KEY: ' ', JOINERY_OIDC_ISSUER: '' })).toMatchObject({ port: 4400, oidc: undefined })
})

test("the operator's key may be given itself or as its hash", () => {
  const key = newKeyText('op_')
  const { operatorKeys } = read({ JOINERY_OPERATOR_KEYS: `${key}, ${hashOfKey('another')}` })
  expect(operatorKeys).toEqual([hashOfKey(key), hashOfKey('another')])
})

describe('the master key', () => {
  const beside = (name: string) => read({ DATABASE_URL: `sqlite:${name}` })

  test('is made beside new data, for the eyes of its owner alone, and read the next time', () => {
    const configuration = beside('new.sqlite')
    const { masterKey } = readSecrets(configuration)
    const file = join(folder, 'new.sqlite.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim()).toBe(Buffer.from(masterKey).toString('base64'))
    expect(readSecrets(configuration).masterKey).toEqual(masterKey)
  })

  test('is never made anew beside data that are there: it would hide that the old one is lost', () => {
    writeFileSync(join(folder, 'old.sqlite'), 'data')
    expect(() => readSecrets(beside('old.sqlite'))).toThrow(/the master key is not there; without it nothing/)
  })

  test('that is cut short is refused', () => {
    writeFileSync(join(folder, 'cut.sqlite.key'), 'AAAA\n')
    expect(() => readSecrets(beside('cut.sqlite'))).toThrow(/a master key is 32 bytes as base64/)
  })

  test('is not what signs tokens, though that is made from it', () => {
    const { masterKey, apiSecret } = readSecrets(read({ JOINERY_KEY: goodKey }))
    expect(apiSecret).toHaveLength(32)
    expect(apiSecret).not.toEqual(masterKey)
    expect(readSecrets(read({ JOINERY_KEY: goodKey })).apiSecret).toEqual(apiSecret)
  })

  test('that cannot be read is said so', () => {
    expect(() => readSecrets(read({ JOINERY_KEY_FILE: folder }))).toThrow(/cannot be read \(EISDIR\)/)
  })
})
