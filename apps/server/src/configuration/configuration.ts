import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OidcOptions, RateLimits } from '@joinery/api'
import type * as z from 'zod'
import type { SettingName, Settings } from './settings.ts'

/** What the service was told, checked and with every path whole. */
export interface Configuration {
  readonly host: string
  readonly port: number
  readonly database: Database
  readonly key: KeySource
  /** SHA-256 in hex. */
  readonly operatorKeys: readonly string[]
  readonly oidc: OidcOptions | undefined
  readonly origins: readonly string[]
  readonly proxies: number
  readonly workers: number
  readonly connections: number | undefined
  readonly rates: RateLimits
  readonly logLevel: string
  /** Folders or bundles. */
  readonly ruleSets: readonly string[]
  /** Packages and folders of sector plugins, as they were named. */
  readonly plugins: readonly string[]
  /** Fact providers of plugins that are asked before a result is kept. */
  readonly providers: readonly string[]
  /** Most bytes of scripts of all versions that are kept. */
  readonly scriptBytes: number
  readonly backups: Backups | undefined
  readonly mail: MailSettings | undefined
}

type Database =
  | { readonly kind: 'sqlite'; readonly url: string; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** Where the master key is. Only beside a SQLite file may one be made. */
type KeySource =
  | { readonly kind: 'given'; readonly key: Uint8Array }
  | { readonly kind: 'file'; readonly file: string; readonly mayMake: boolean }

export interface Backups {
  readonly folder: string
  readonly everyHours: number
  readonly kept: number
}

/** How partners are sent their links. */
export interface MailSettings {
  readonly url: string
  readonly from: string
  /** Of this service, as people reach it. */
  readonly address: string
}

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
}

export function configurationOf(set: z.output<typeof Settings>, surroundings: Surroundings): Configuration {
  const { folder } = surroundings
  const database = databaseOf(set, surroundings)
  return {
    host: set.HOST,
    port: set.PORT,
    database,
    key: keyOf(set, database, folder),
    operatorKeys: set.JOINERY_OPERATOR_KEYS,
    oidc: oidcOf(set),
    origins: set.JOINERY_ORIGINS,
    proxies: set.JOINERY_PROXIES,
    workers: set.JOINERY_WORKERS,
    connections: set.JOINERY_CONNECTIONS,
    rates: sharesOf(set),
    logLevel: set.JOINERY_LOG_LEVEL,
    ruleSets: set.JOINERY_RULE_SETS.map((path) => resolve(folder, path)),
    plugins: set.JOINERY_PLUGINS,
    providers: set.JOINERY_FACT_PROVIDERS,
    scriptBytes: set.JOINERY_SCRIPTS_MB * 1_000_000,
    backups:
      set.JOINERY_BACKUPS === undefined
        ? undefined
        : { folder: set.JOINERY_BACKUPS, everyHours: set.JOINERY_BACKUP_HOURS, kept: set.JOINERY_BACKUPS_KEPT },
    mail: mailOf(set),
  }
}

/** Faults of settings that each fit by themselves. */
export function faultsTogether(values: Partial<Record<SettingName, string>>): string[] {
  const oidc = ['JOINERY_OIDC_ISSUER', 'JOINERY_OIDC_AUDIENCE', 'JOINERY_OIDC_KEYS'] as const
  const missing = oidc.filter((name) => values[name] === undefined)
  const mail = ['JOINERY_SMTP', 'JOINERY_MAIL_FROM', 'JOINERY_ADDRESS'] as const
  const asksForMail = values.JOINERY_SMTP !== undefined || values.JOINERY_MAIL_FROM !== undefined
  const unsent = asksForMail ? mail.filter((name) => values[name] === undefined) : []
  const isPostgres = values.DATABASE_URL?.startsWith('postgres') === true
  const hasKey = values.JOINERY_KEY !== undefined || values.JOINERY_KEY_FILE !== undefined
  return [
    ...(missing.length === 0 || missing.length === oidc.length
      ? []
      : [`${missing.join(', ')}: not set; the three settings of the identity provider go together`]),
    ...(unsent.length === 0
      ? []
      : [`${unsent.join(', ')}: not set; mails need the mail server, the sender and the address of the service`]),
    ...(values.JOINERY_FACT_PROVIDERS !== undefined && values.JOINERY_PLUGINS === undefined
      ? ['JOINERY_FACT_PROVIDERS: fact providers are parts of plugins; name their plugins in JOINERY_PLUGINS too']
      : []),
    ...(isPostgres && !hasKey
      ? [
          'JOINERY_KEY: not set; with PostgreSQL every process needs the same master key: give it here or in JOINERY_KEY_FILE (openssl rand -base64 32 makes one)',
        ]
      : []),
    ...(values.JOINERY_KEY !== undefined && values.JOINERY_KEY_FILE !== undefined
      ? ['JOINERY_KEY_FILE: the master key is set twice; leave this or JOINERY_KEY out']
      : []),
  ]
}

/** The folder that the system keeps for data of programs. */
export function dataFolder(env: Surroundings['env']): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = env
  if (process.platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'Joinery')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Joinery')
  return join(xdg !== undefined && xdg.startsWith('/') ? xdg : join(homedir(), '.local', 'share'), 'joinery')
}

function databaseOf(set: z.output<typeof Settings>, { env, folder }: Surroundings): Database {
  const { DATABASE_URL: url, JOINERY_DATA: data } = set
  if (url !== undefined && !url.startsWith('sqlite:')) return { kind: 'postgres', url }
  const named = url?.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')
  const file = resolve(folder, named ?? join(data ?? dataFolder(env), 'joinery.sqlite'))
  return { kind: 'sqlite', url: `sqlite:${file}`, file }
}

function keyOf(set: z.output<typeof Settings>, database: Database, folder: string): KeySource {
  if (set.JOINERY_KEY !== undefined) return { kind: 'given', key: set.JOINERY_KEY }
  const isSqlite = database.kind === 'sqlite'
  if (set.JOINERY_KEY_FILE !== undefined)
    return { kind: 'file', file: resolve(folder, set.JOINERY_KEY_FILE), mayMake: false }
  // with PostgreSQL one of the two is set: that was checked
  return { kind: 'file', file: `${isSqlite ? database.file : ''}.key`, mayMake: isSqlite }
}

function mailOf(set: z.output<typeof Settings>): MailSettings | undefined {
  const { JOINERY_SMTP: url, JOINERY_MAIL_FROM: from, JOINERY_ADDRESS: address } = set
  return url === undefined || from === undefined || address === undefined ? undefined : { url, from, address }
}

function oidcOf(set: z.output<typeof Settings>): OidcOptions | undefined {
  const { JOINERY_OIDC_ISSUER: issuer, JOINERY_OIDC_AUDIENCE: audience, JOINERY_OIDC_KEYS: jwks } = set
  if (issuer === undefined || audience === undefined || jwks === undefined) return undefined
  return { issuer, audience, jwks }
}

/** What one of several processes allows; never nothing, so that each answers somebody. */
function sharesOf(set: z.output<typeof Settings>): RateLimits {
  const share = (rate: number) => Math.max(1, Math.ceil(rate / set.JOINERY_PROCESSES))
  return {
    key: share(set.JOINERY_RATE_KEY),
    address: share(set.JOINERY_RATE_ADDRESS),
    tenant: share(set.JOINERY_RATE_TENANT),
  }
}
