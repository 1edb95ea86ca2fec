import { isAbsolute } from 'node:path'
import { hashOfKey, limits } from '@joinery/api'
import { parseMasterKey } from '@joinery/store'
import * as z from 'zod'
import { listOf, matching, oneOf, preset, setting, wholeNumber } from './setting.ts'

/** Everything that can be set, by the name of its environment variable. The page of the documentation is made from it. */
export const Settings = z.object({
  PORT: preset('4400', wholeNumber(0, 65_535), {
    about: 'Port to listen on; 0 takes any that is free',
  }),
  HOST: preset('127.0.0.1', matching(/^[\w.:-]{1,253}$/, 'give a name or an address, such as 127.0.0.1 or 0.0.0.0'), {
    about: 'Address to listen on; 0.0.0.0 for every network of the machine, as in a container',
  }),
  DATABASE_URL: setting(
    matching(
      /^(sqlite:(?!:).+|postgres(ql)?:\/\/.+)$/,
      'give sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    ),
    {
      about: 'Where everything is kept: one SQLite file, or a PostgreSQL database (15 or newer)',
      shownDefault: '`sqlite:` and `joinery.sqlite` in the folder `JOINERY_DATA`',
      secret: true,
      example: 'sqlite:/var/lib/joinery/joinery.sqlite',
    },
  ),
  JOINERY_DATA: setting(matching(/^[^\0]+$/, 'give a folder'), {
    about: 'Folder for the data; made when it is not there',
    shownDefault: 'the folder for data of the user, such as `~/.local/share/joinery`',
    example: '/var/lib/joinery',
  }),
  JOINERY_KEY: setting(
    z
      .string()
      .transform(parseMasterKey)
      .refine((key) => key !== undefined, { error: 'give 32 random bytes as base64: openssl rand -base64 32' }),
    {
      about:
        'Master key, which seals all that belongs to a firm: 32 random bytes as base64. The same in every process. Whoever loses it loses what is sealed',
      secret: true,
    },
  ),
  JOINERY_KEY_FILE: setting(matching(/^[^\0]+$/, 'give the path of a file'), {
    about: 'File that holds the master key instead',
    shownDefault: 'with SQLite: the data file with `.key` after its name, made when it is not there',
    example: '/run/secrets/joinery-key',
  }),
  JOINERY_OPERATOR_KEYS: preset(
    '',
    listOf(
      (item) => /^([0-9a-f]{64}|op_\w{60,80})$/.test(item),
      'give keys, or their SHA-256 in hex, with commas between: joinery operator-key makes one',
    ).transform((items) => items.map((item) => (item.startsWith('op_') ? hashOfKey(item) : item))),
    {
      about:
        'Keys of whoever runs the service, or better only their SHA-256: they add associations and read the figures',
      shownDefault: 'none',
      secret: true,
    },
  ),
  JOINERY_OIDC_ISSUER: setting(webAddress(), {
    about: 'Identity provider whose users may sign in, as it names itself in its tokens',
    example: 'https://id.example.org/realms/builders',
  }),
  JOINERY_OIDC_AUDIENCE: setting(matching(/^\S+$/, 'give the name that the provider knows this service by'), {
    about: 'Name of this service with the identity provider',
    example: 'joinery',
  }),
  JOINERY_OIDC_KEYS: setting(webAddress(), {
    about: 'Address at which the identity provider publishes its keys (JWKS)',
    example: 'https://id.example.org/realms/builders/certs',
  }),
  JOINERY_ORIGINS: preset('', listOf(isOrigin, 'give origins such as https://app.example.org, with commas between'), {
    about: 'Origins of pages whose users sign in; sites with widgets are listed by their keys instead',
    shownDefault: 'none',
    example: 'https://app.example.org',
  }),
  JOINERY_PROXIES: preset('0', wholeNumber(0, 8), {
    about:
      'How many proxies stand in front. The address of a caller is read that far from the end of `X-Forwarded-For`',
  }),
  JOINERY_ADDRESS: setting(
    z.string().refine(isOrigin, { error: 'give an address without a path, such as https://joinery.example.org' }),
    {
      about: 'Address at which people reach the service; links in mails begin with it',
      example: 'https://joinery.example.org',
    },
  ),
  JOINERY_SMTP: setting(
    z.string().refine(isMailServer, {
      error: 'give smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host where it asks for them',
    }),
    {
      about:
        'Mail server that sends partners their links. With smtp:// the line is made secure where the server can, and has to be before a password is sent',
      shownDefault: 'none: links are handed on by the firm',
      secret: true,
      example: 'smtps://joinery:PASSWORD@mail.example.org:465',
    },
  ),
  JOINERY_MAIL_FROM: setting(
    matching(
      /^(?:[^<>@\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'give an address, such as Joinery <joinery@example.org>',
    ),
    { about: 'Sender of these mails', example: 'Joinery <joinery@example.org>' },
  ),
  JOINERY_WORKERS: preset('1', wholeNumber(0, 16), {
    about: 'Workers of this process for background work; 0 where other processes do it',
  }),
  JOINERY_CONNECTIONS: setting(wholeNumber(1, 200), {
    about:
      'Connections to the database: to PostgreSQL, beside one that only asks whether anything has changed, or for reading from SQLite',
    shownDefault: '10 to PostgreSQL, 4 to SQLite',
  }),
  JOINERY_RATE_KEY: preset(String(limits.rate.key), wholeNumber(1, 100_000_000), {
    about: 'Requests in a minute that one key may send',
  }),
  JOINERY_RATE_ADDRESS: preset(String(limits.rate.address), wholeNumber(1, 100_000_000), {
    about: 'Requests in a minute from one address without a known key',
  }),
  JOINERY_RATE_TENANT: preset(String(limits.rate.tenant), wholeNumber(1, 100_000_000), {
    about: 'Requests in a minute of one association with all its members',
  }),
  JOINERY_PROCESSES: preset('1', wholeNumber(1, 1_000), {
    about:
      'How many processes answer behind one balancer. Each counts by itself, and allows its share of the rates, so that all together allow the whole',
  }),
  JOINERY_LOG_LEVEL: preset('info', oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), {
    about: 'The least that is logged; a request is `info`, a failure of ours is `error`',
  }),
  JOINERY_RULE_SETS: preset('', listOf(Boolean, 'give folders, with commas between'), {
    about: 'Folders or bundles of rule sets to offer beside the baseline',
    shownDefault: 'none',
    example: '/etc/joinery/rules/builders',
  }),
  JOINERY_PLUGINS: preset('', listOf(Boolean, 'give packages or folders, with commas between'), {
    about:
      'Sector plugins, by package or folder. Their code runs in threads of its own, each with a time and a memory limit. A result has the part of a sector where the record has data of that sector',
    shownDefault: 'none',
    example: '@joinery/plugin-construction',
  }),
  JOINERY_FACT_PROVIDERS: preset(
    '',
    listOf(
      (item) => /^[a-z][a-z0-9]*\/[A-Za-z0-9-]+$/.test(item),
      'give ids such as food/recalls, with commas between: the name of the plugin, a stroke, the name of the provider',
    ),
    {
      about:
        'Fact providers of these plugins that may ask elsewhere. They are asked when a firm keeps a result, each within its own time limit, and never for an association. What they bring is stored with the result: the facts, their day and the purpose',
      shownDefault: 'none is asked',
      example: 'food/recalls',
    },
  ),
  JOINERY_SCRIPTS_MB: preset('200', wholeNumber(0, 100_000), {
    about:
      'Megabytes of the database for the scripts of every version that has been at work, so that pages which name one go on working after an upgrade; a version takes less than half of one. Where there is no more room the oldest version goes, and the log says which',
  }),
  JOINERY_BACKUPS: setting(
    z.string().refine(isAbsolute, { error: 'give the full path of a folder, such as /var/backups/joinery' }),
    {
      about: 'Folder for backups while the service runs. It is made when it is not there',
      shownDefault: 'no backups',
      example: '/var/backups/joinery',
    },
  ),
  JOINERY_BACKUP_HOURS: preset('24', wholeNumber(1, 720), { about: 'Hours from one backup to the next' }),
  JOINERY_BACKUPS_KEPT: preset('7', wholeNumber(1, 1_000), { about: 'Newest backups to keep; older ones are removed' }),
})

export type SettingName = keyof typeof Settings.shape
/** The names of all settings, in the order of the documentation. */
export const settingNames = Object.keys(Settings.shape) as SettingName[]

function webAddress() {
  return z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'give an address that begins with https://',
  })
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search } = new URL(text)
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && search === ''
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text)
}
