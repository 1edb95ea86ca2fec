import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { didYouMean } from '@joinery/core'
import type * as z from 'zod'
import { ServerProblem } from '../problem.ts'
import { configurationOf, faultsTogether, type Configuration } from './configuration.ts'
import { aboutOf } from './setting.ts'
import { settingNames, Settings, type SettingName } from './settings.ts'

/** Where settings come from. */
export interface ConfigurationSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** A file with lines NAME=value; what the environment says comes first. Else the one that JOINERY_CONFIG names. */
  readonly file?: string | undefined
  /** Where relative paths start from. */
  readonly folder: string
}

/** Reads and checks every setting. Throws one ServerProblem that names all faults; no secret stands in it. */
export function readConfiguration({ env, file = env['JOINERY_CONFIG'], folder }: ConfigurationSources): Configuration {
  const read = file === undefined || file === '' ? noFile : readSettingsFile(resolve(folder, file))
  const values = { ...read.values, ...given(env) }
  const parsed = Settings.safeParse(values)
  const faults = [
    ...read.faults,
    ...Object.keys(env).flatMap((name) => (isMistyped(name) ? [unknown(name)] : [])),
    ...(parsed.error?.issues ?? []).map((issue) => faultLine(issue, values)),
    ...faultsTogether(values),
  ]
  if (parsed.success && faults.length === 0) return configurationOf(parsed.data, { env, folder })
  throw new ServerProblem(`the configuration is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

/** What is set; nothing counts as not set, as where a container passes on an empty variable. */
function given(env: ConfigurationSources['env']): Partial<Record<SettingName, string>> {
  const set = settingNames.flatMap((name) => {
    const text = Object.hasOwn(env, name) ? env[name]?.trim() : undefined
    return text === undefined || text === '' ? [] : [[name, text]]
  })
  return Object.fromEntries(set) as Partial<Record<SettingName, string>>
}

/** Names in the environment that are ours by their beginning; these two are read elsewhere. */
const elsewhere = new Set(['JOINERY_CONFIG', 'JOINERY_DEBUG'])

function isMistyped(name: string): boolean {
  return name.startsWith('JOINERY_') && !elsewhere.has(name) && !isSetting(name)
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(Settings.shape, name)
}

function unknown(name: string, place = ''): string {
  return `${place}${name}: there is no such setting${didYouMean(name, settingNames) || '; leave it out'}`
}

function faultLine({ path, message }: z.core.$ZodIssue, values: Partial<Record<SettingName, string>>): string {
  const name = path[0] as SettingName
  const shown = aboutOf(Settings.shape[name]).secret === true ? 'the value' : JSON.stringify(values[name])
  return `${name}: ${shown} does not fit; ${message}`
}

interface SettingsFile {
  readonly values: Partial<Record<SettingName, string>>
  readonly faults: readonly string[]
}

const noFile: SettingsFile = { values: {}, faults: [] }

function readSettingsFile(file: string): SettingsFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return {
      values: {},
      faults: [`${file}: this file of settings cannot be read (${code}); check its path and rights`],
    }
  }
  const values = parseEnv(text)
  const noSettings = text.split('\n').flatMap((line, index) => {
    const isSaid = /^\s*(#.*|(export\s+)?\w+\s*=.*)?$/.test(line)
    return isSaid ? [] : [`${file}:${index + 1}: this line is no setting; write NAME=value, or # before a remark`]
  })
  const unknowns = Object.keys(values).flatMap((name) => (isSetting(name) ? [] : [unknown(name, `${file}: `)]))
  return { values: given(values), faults: [...noSettings, ...unknowns] }
}
